/** 时限: the phrase that acts as a deadline, wherever it stands; two readings are asked about. */
import { Asked, Declined } from '../../domain/declined.ts'
import { clockOf, dayOf, type Instant } from '../../domain/time/day.ts'
import {
  type Reading as Read,
  type ReaderSettings,
  readDeadline,
} from '../../domain/time/deadline.ts'
import type { Recurrence } from '../../domain/time/recurrence.ts'
import { type Said, saidIn } from '../../domain/time/said.ts'
import { type Sentence, wordsIn } from '../sentence.ts'
import { missing, type Reading, type Slot, type Span } from '../slot.ts'

export interface Due {
  at: Instant
  /** The named day is a rest day. */
  offDay: boolean
  /** It rests on a year whose holiday notice is not out. */
  provisional: boolean
  /** Its words, from which another calendar can count it. */
  said: Said | null
}

/** One deadline. */
export const due: Slot<Due> = {
  label: '办结时限（如 12月5日前）',
  stands: 'anywhere',
  optional: false,
  read(reading, span) {
    const found = readAt(reading, span)
    if (found.kind === 'ok') {
      const { due: at, offDay, provisional } = found
      const said = saidIn(textOf(reading, span), found, reading.now, settingsOf(reading)) ?? null
      const value = { at, offDay, provisional, said }
      return { value, span: led(reading.sentence, shifted(found.span, span), span) }
    }
    if (found.kind === 'ask') throw asked(found, reading.sentence, span)
    if (found.kind === 'reject' && found.reason !== 'absent')
      throw new Declined(`E-DATE-${found.reason === 'past' ? 1 : 2}`, found.say)
    return undefined
  },
  absent: () => missing('办结时限（如 12月5日前）'),
}

/** ，请于…前完成: what leads over to a date and what only repeats that it is one goes with it. */
const LED = /(?:^|[\s,;。])(?:(?:请|务必|须|要求|应)(?:务必)?[于在]?|[于在])\s*$/u
const DONE = /^\s*(?:之?前)?(?:完成|办结|办理完毕|办完|落实到位|落实|报结|上报|报)(?=$|[\s,;。])/u
/** 本月底前完成: these say nothing more without a lead either; 整改措施 12月5日前落实 says what is to be done. */
const ENDED = /^\s*(?:之?前)?(?:完成|办结|办理完毕|办完)(?=$|[\s,;。])/u

function led({ folded }: Sentence, [from, to]: Span, [start, end]: Span): Span {
  const lead = LED.exec(folded.slice(start, from))
  const done = (lead ? DONE : ENDED).exec(folded.slice(to, end))?.[0].length ?? 0
  return [lead ? start + lead.index : from, to + done]
}

/** When something comes round: 每周一9:00. */
export const recurrence: Slot<Recurrence> = {
  label: '开会时间（如 每周一9:00）',
  stands: 'anywhere',
  optional: false,
  read(reading, span) {
    const found = readAt(reading, span)
    if (found.kind === 'recur') return { value: found.rule, span: shifted(found.span, span) }
    if (found.kind === 'ask' || (found.kind === 'reject' && found.reason !== 'absent'))
      throw new Declined('E-DATE-5', '请写明开会的周期和时间，例如“每周一9:00”。')
    return undefined
  },
  absent: () => missing('开会时间（如 每周一9:00）'),
}

/** The same, said of a weekday without 每: 改到周二14:30. */
export const weekly: Slot<Recurrence | null> = {
  ...recurrence,
  optional: true,
  absent: () => null,
  read(reading, span) {
    const hit = /(?<!每|每个)(?:周|星期|礼拜)[一二三四五六日天]/.exec(textOf(reading, span))
    if (!hit) return recurrence.read(reading, span)
    const from = span[0] + hit.index
    const text = `每${textOf(reading, [from, span[1]])}`
    const found = readDeadline(text, reading.now, settingsOf(reading))
    if (found.kind !== 'recur') return undefined
    return { value: found.rule, span: [from, from + found.span[1] - 1] }
  },
}

function readAt(reading: Reading, span: Span): Read {
  return readDeadline(textOf(reading, span), reading.now, settingsOf(reading))
}

/** A private character may not be read as a digit or a letter of the phrase; a space keeps the positions. */
const textOf = ({ sentence }: Reading, [from, to]: Span): string =>
  sentence.folded.slice(from, to).replace(/[\udb80-\udbff][\udc00-\udfff]/g, '  ')

const settingsOf = ({ calendar }: Reading): ReaderSettings => ({ calendar, weekdayToday: 'ask' })

function asked(found: Extract<Read, { kind: 'ask' }>, sentence: Sentence, span: Span): Asked {
  const [from, to] = shifted(found.span, span)
  const choices = found.candidates.slice(0, 4).map((candidate) => ({
    label: candidate.label,
    say: [
      wordsIn(sentence, 0, from),
      `${dayOf(candidate.due)} ${clockOf(candidate.due)}前`,
      wordsIn(sentence, to),
    ]
      .join(' ')
      .trim(),
  }))
  return new Asked('E-DATE-6', found.reason, choices)
}

const shifted = ([from, to]: readonly [number, number], [start]: Span): Span => [
  from + start,
  to + start,
]
