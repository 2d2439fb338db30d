/** One time phrase: a core, perhaps a second day in brackets, a time of day, the markers around it. */

import { agreed } from './bracket.ts'
import { type Clock, clockAt } from './clock.ts'
import { coreAt } from './core.ts'
import { dayOf, type Instant } from './day.ts'
import { every } from './every.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { ahead, type Behind, behind, belongsToThing, finishes } from './marker.ts'
import { clockOutcome, dayOutcome, type Outcome, settled, severalOutcome } from './outcome.ts'
import { rangeEnd } from './range.ts'
import type { Core, Sense } from './sense.ts'
import { sequel } from './sequel.ts'

/** A phrase in the folded text. Rank 2 acts as a deadline, 1 may, 0 does not; -1 is a vague word. */
export interface Phrase {
  from: number
  to: number
  rank: number
  outcome: Outcome
}

/** A phrase at a place, or how far a mere mention reaches (nothing inside it is read again). */
export type Found = Phrase | { to: number; rank: 0 }

// The characters a phrase can begin with: most places of a text need no further look.
const FIRST = new Set(
  '0123456789Qq〇一二两三四五六七八九十廿卅半今明昨后前大本当次翌隔第这下上周星礼去全季年月中元春新过清劳端国双节放假小长除正冬腊农阴旧重妇植青儿建教宪圣每逢天日工单最凌早午傍晚夜深晨',
)

/** Whether the character at a place is one that a phrase can begin with. */
export function mayBegin(text: string, i: number): boolean {
  return FIRST.has(text.charAt(i))
}

/** The phrase that begins at a place of the folded text. */
export function phraseAt(frame: Frame, i: number): Found | undefined {
  if (!mayBegin(frame.text, i)) return undefined
  const round = every(frame, i)
  if (round) return { ...round, from: round.rank === 0 ? i : ahead(frame.text, i).from }
  const core = coreAt(frame, i)
  if (core) return dayPhrase(frame, i, core)
  const clock = clockAt(frame.text, i, frame.hours)
  return clock ? clockPhrase(frame, i, clock) : undefined
}

function dayPhrase(frame: Frame, i: number, core: Core & { from?: number }): Found | undefined {
  const { text } = frame
  let { to, sense } = agreed(frame, i, core.to, core.sense)
  let clock = clockBehind(frame, to)
  if (clock) to = clock.to
  if (clock && text.charAt(to) === '(') ({ to, sense } = agreed(frame, i, to, sense))
  const end = rangeEnd(frame, to, sense, clock)
  if (end) {
    to = end.to
    sense = end.sense
    clock = end.clock
  }
  const mark = behind(text, to)
  if (mark) to = mark.to
  const more =
    mark && !clock && sense.is === 'day' ? sequel(frame, to, sense, mark.word) : undefined
  if (more) return marked(frame, core.from ?? i, more.to, more.sense, more.clock, more.word)
  return marked(frame, core.from ?? i, to, sense, clock, mark?.word)
}

function clockBehind(frame: Frame, i: number): Clock | undefined {
  const at = i + (/^[的 ,t]/i.test(frame.text.charAt(i)) ? 1 : 0)
  const clock = clockAt(frame.text, at, frame.hours)
  if (!clock || (at !== i && !clock.hour)) return undefined
  // 周五上午或下午: each is as likely.
  const or = /^(?:或者?|还是)/.exec(frame.text.slice(clock.to, clock.to + 2))
  const other = or ? clockAt(frame.text, clock.to + or[0].length, frame.hours) : undefined
  return other ? { ...other, minutes: [...clock.minutes, ...other.minutes] } : clock
}

function marked(
  frame: Frame,
  i: number,
  to: number,
  sense: Sense,
  clock: Clock | undefined,
  word: Behind | undefined,
): Found {
  const { text } = frame
  const front = ahead(text, i)
  const { from } = front
  // 12月5日前的数据, 11月20日前已完成: the marker belongs to what is spoken of.
  if (word === 'since' || (word !== undefined && text.charAt(to) === '的')) return { to, rank: 0 }
  const first = 'days' in sense ? sense.days[0] : undefined
  const past = first !== undefined && first <= frame.today
  if (past && text.charAt(to) === '已') return { to, rank: 0 }
  if (word === 'after') {
    const say = '只说了起点，没有说截止时间，请给出具体日期。'
    return { from, to, rank: -1, outcome: { kind: 'reject', reason: 'vague', say } }
  }
  const rank =
    word !== undefined || front.strong || 'period' in sense || sense.is === 'instant' ? 2 : 1
  const named = 'name' in sense && sense.name === true
  if (rank === 1) {
    if (belongsToThing(text, to, past)) return { to, rank: 0 }
    if (named && !finishes(text, to)) {
      if (!standsAlone(frame, i) || !endsAt(frame, to)) return { to, rank: 0 }
      const alone = outcomeOf(frame, sense, clock, false)
      const whole = sense.is === 'day' && sense.whole === true
      return { from, to, rank, outcome: alone.kind === 'ok' && !whole ? loosened(alone) : alone }
    }
    if (sense.is === 'day' && sense.loose && from === i && !standsAlone(frame, i))
      return { to, rank: 0 }
  }
  const outcome = outcomeOf(
    frame,
    sense,
    clock,
    word === 'before' || (named && front.strong && word === undefined),
  )
  if ((word === 'around' || front.loose) && outcome.kind === 'ok') {
    return { from, to, rank: 2, outcome: loosened(outcome) }
  }
  return { from, to, rank, outcome }
}

function loosened(outcome: Extract<Outcome, { kind: 'ok' }>): Outcome {
  return { kind: 'ask', candidates: [settled(outcome)], reason: '时间只是约数，请给出确定的时限。' }
}

function outcomeOf(frame: Frame, sense: Sense, clock: Clock | undefined, before: boolean): Outcome {
  switch (sense.is) {
    case 'day':
      return dayOutcome(frame, sense, clock, before)
    case 'several':
      return severalOutcome(frame, sense, clock)
    case 'instant':
      return instantOutcome(frame, sense.at)
    case 'flaw':
      return { kind: 'reject', reason: sense.reason, say: sense.say }
  }
}

function instantOutcome(frame: Frame, due: Instant): Outcome {
  const day = dayOf(due)
  return { kind: 'ok', due, day, clock: true, touches: [frame.today, day] }
}

function standsAlone(frame: Frame, i: number): boolean {
  return gapBefore(frame, i) || /[,，。;；:、(\n)\]]/.test(frame.text.charAt(i - 1))
}

function endsAt(frame: Frame, i: number): boolean {
  return (
    i >= frame.text.length || gapBefore(frame, i) || /[,。;；:、)\n\]]/.test(frame.text.charAt(i))
  )
}

function clockPhrase(frame: Frame, i: number, first: Clock): Found {
  const { text } = frame
  let clock = first
  const end = rangeEnd(frame, clock.to, undefined, clock)
  if (end?.clock) clock = end.clock
  const mark = behind(text, clock.to)
  const to = mark?.to ?? clock.to
  const front = ahead(text, i)
  if (mark?.word === 'since' || mark?.word === 'after') return { to, rank: 0 }
  const rank = mark || front.strong ? 2 : 1
  // 晚交 and 早报 are no hours.
  if (rank === 1 && !clock.hour && clock.part?.length === 1) return { to, rank: 0 }
  if (rank === 1 && (belongsToThing(text, to, false) || (!clock.hour && !standsAlone(frame, i))))
    return { to, rank: 0 }
  const outcome = clockOutcome(frame, clock, mark?.word === 'before')
  return { from: front.from, to, rank, outcome }
}
