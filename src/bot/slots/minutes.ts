/** 纪要 and its lines: the pasted text, which meeting, which of its items. */

import type { Series } from '../../domain/meeting/series.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { numberOf } from '../../domain/time/numerals.ts'
import { fold, mentionAt, type Sentence, SIGN, wordsIn } from '../sentence.ts'
import { missing, type Reading, type Slot, type Span } from '../slot.ts'
import { series } from './series.ts'

const NUMERAL = '(?:\\d{1,4}|[一二三四五六七八九十百零〇两]{1,6})'

/** 第147次, behind the meeting's name or alone. */
export const nth: Slot<number | null> = {
  label: '第几次',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = new RegExp(`^第\\s*(${NUMERAL})\\s*[次期]`, 'u').exec(
      sentence.folded.slice(from, to),
    )
    const value = hit ? numberOf(hit[1]!) : undefined
    return hit && value ? { value, span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}

/** All that was pasted below the word, line by line, however long; a mention is a person with his unit. */
export const pasted: Slot<string> = {
  label: '纪要内容',
  stands: 'rest',
  optional: true,
  read({ sentence, directory }, [from, to]) {
    const value = withNames(sentence, from, to, directory).trim()
    return /[\p{L}\p{N}]/u.test(value) ? { value, span: [from, to] } : undefined
  },
  absent: () => '',
}

/** Words with every mention as its person's unit and name. */
export function withNames(
  sentence: Sentence,
  from: number,
  to: number,
  directory: Directory,
): string {
  let words = ''
  let start = from
  for (let at = from; at < to; at++) {
    const mention = mentionAt(sentence, at)
    if (!mention) continue
    const person = directory.byOpenId(mention.openId)
    words += sentence.raw.slice(start, at)
    words += person ? `@${directory.unitName(person.unit)}${person.name}` : `@${mention.name}`
    start = at + SIGN
    at += SIGN - 1
  }
  const rest = sentence.raw.slice(start, to)
  // What a form's field holds stands in it as one character.
  return words + (start === from ? keptLines(sentence, from, to) : rest)
}

/** The words of a stretch with their line ends. */
const keptLines = (sentence: Sentence, from: number, to: number): string => {
  const raw = sentence.raw.slice(from, to)
  return /[\udb80-\udbff]/.test(raw) ? wordsIn(sentence, from, to) : raw
}

/** Which of a meeting's items are meant; without a meeting those of the newest draft. */
export interface Items {
  meeting: { series: Series; nth: number | null } | null
  numbers: number[]
}

const ONE = new RegExp(`^[·・.、]?\\s*(?:第\\s*)?(${NUMERAL})\\s*(?:条|项|号)?`, 'u')
const TO = new RegExp(`^\\s*(?:-|~|—|–|至|到)\\s*(?:第\\s*)?(${NUMERAL})\\s*(?:条|项|号)?`, 'u')
const AND = /^\s*(?:[、,，和与及]\s*|(?=第)|\s(?=\d))/u
/** A number that counts or dates something is no item's: 12月, 3家. */
const COUNTS = /^\s*(?:[月日年天点%家个万亿:：/]|-\d{1,2}-)/u

/** `服务企业周例会第147次·3`, `第3条`, `3、5、7`, `3至5`. */
export const items: Slot<Items> = itemsUpTo(200)
/** One item alone: what stands behind it is not another's number. */
export const item: Slot<Items> = itemsUpTo(1)

function itemsUpTo(most: number): Slot<Items> {
  return {
    label: '第几条',
    stands: 'at',
    optional: false,
    async read(reading, span) {
      const meeting = await meetingAt(reading, span)
      const start = meeting?.end ?? span[0]
      const found = numbersAt(reading.sentence.folded.slice(start, span[1]), most)
      if (!found) return undefined
      const named = meeting && { series: meeting.series, nth: meeting.nth }
      return {
        value: { meeting: named ?? null, numbers: found.numbers },
        span: [span[0], start + found.length],
      }
    },
    absent: () => missing('第几条'),
  }
}

async function meetingAt(reading: Reading, [from, to]: Span) {
  const named = await series.read(reading, [from, to])
  if (!named) return undefined
  const space = (at: number) =>
    at + (/^\s*/.exec(reading.sentence.folded.slice(at, to))?.[0].length ?? 0)
  const at = space(named.span[1])
  const number = await nth.read(reading, [at, to])
  return { series: named.value, nth: number?.value ?? null, end: space(number?.span[1] ?? at) }
}

function numbersAt(text: string, most: number): { numbers: number[]; length: number } | undefined {
  const numbers: number[] = []
  let at = 0
  for (;;) {
    const rest = text.slice(at)
    const and = numbers.length === 0 ? '' : AND.exec(rest)?.[0]
    const hit = and === undefined ? undefined : ONE.exec(rest.slice(and.length))
    const number = hit ? numberOf(fold(hit[1]!)) : undefined
    if (!hit || !number || COUNTS.test(rest.slice(and!.length + hit[0].length))) break
    at += and!.length + hit[0].length
    numbers.push(number)
    if (most === 1) break
    const range = TO.exec(text.slice(at))
    const last = range ? numberOf(range[1]!) : undefined
    if (range && last && last > number && last - number < most) {
      for (let next = number + 1; next <= last; next++) numbers.push(next)
      at += range[0].length
    }
  }
  return numbers.length > 0 ? { numbers: [...new Set(numbers)], length: at } : undefined
}

/** 草稿 5: what was read from a file and waits to be told which meeting it is. */
export const savedText: Slot<number> = {
  label: '草稿编号',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = /^草稿\s*(\d{1,9})(?!\d)/u.exec(sentence.folded.slice(from, to))
    return hit ? { value: Number(hit[1]), span: [from, from + hit[0].length] } : undefined
  },
  absent: () => missing('草稿编号'),
}
