/** 每日条数: how a message reaches a person who has had some today already (issue TIME; domain.md R8). */
import { Declined } from '../declined.ts'
import type { Person } from '../people/person.ts'
import { isLeader } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../time/workdays.ts'

/** Messages that a person did not cause, in one working day. */
export const USUAL_ALLOWANCE = 3

/**
 * page: what others fold into. urgent: 特急, and what the keeper must know. Both always go.
 * owed: the answer to what he asked for himself. work: a step of his is waited for. word: good to know.
 */
export type Weight = 'page' | 'urgent' | 'owed' | 'work' | 'word'

/** alone: a message of its own. gathered: on the day's one card of new work. folded: on the next page. */
export type Way = 'alone' | 'gathered' | 'folded'

/** A person's day so far. */
export interface DaySoFar {
  allowance: number
  /** Messages he got or is about to get on that day. */
  spent: number
  /** Today's page is still to come, and takes one of them. */
  pageAhead: boolean
  /** The day's card of new work is there already: it grows in place and costs nothing. */
  gathered: boolean
}

/**
 * The last of a day's messages is kept for a card on which all further work and answers gather; news waits for the
 * page. A message is one to whoever gets it, asked for or not: the day's number is never passed but by 特急 (R8).
 */
export function wayOf(weight: Weight, day: DaySoFar): Way {
  if (weight === 'page' || weight === 'urgent') return 'alone'
  const room = day.allowance - day.spent - (day.pageAhead ? 1 : 0)
  if (room > 1) return 'alone'
  if (weight === 'word' || day.pageAhead) return 'folded'
  return day.gathered || room === 1 ? 'gathered' : 'folded'
}

/** When a person's page of a day comes: a leader's at 8:20, another's at 8:40. */
export const pageClock = (person: Person | undefined): string =>
  person && isLeader(person) ? '8:20' : '8:40'

/** His next page from a moment on. */
export function nextPage(person: Person | undefined, from: Instant, calendar: Calendar): Instant {
  const day = onOrAfterWorkday(dayOf(from), calendar)
  const at = instantAt(day, pageClock(person))
  return at > from ? at : instantAt(nextWorkday(day, calendar), pageClock(person))
}

/** The number of messages a day that an office may set. */
export function allowanceOf(value: number): number {
  if (value >= 1 && value <= 20) return value
  throw new Declined('E-REMIND-1', '每人每日条数请写1至20之间的数。', ['每日条数 3'])
}
