/** What the core of a time phrase means before its hour and its markers are known. */
import type { Day, Instant } from './day.ts'

/** A named day. */
export interface NamedDay {
  is: 'day'
  /** In order of preference: the first whose moment is still ahead is meant. */
  days: readonly Day[]
  /** For each of the days, the day that 前 would mean when it leaves the named one out (明天前, 12月前). */
  eves?: readonly Day[]
  /** A mere name of a time (11月, 下周, 三季度): a deadline only with a marker or a verb behind it. */
  name?: true
  /** A name that is a time when nothing stands around it (上半年). */
  whole?: true
  /** A bare weekday said on that weekday. */
  today?: true
  /** The end of a period, which already contains its marker (3日内). */
  period?: true
  /** A period whose end does not rest on the days from today (节前). */
  fixed?: true
  /** The last day whose calendar mattered, when it is not the day itself. */
  through?: Day
  /** Written loosely (12/5, 12.5), so that it counts only with a boundary or a marker. */
  loose?: true
}

/** An exact instant (24小时内). */
export interface ExactInstant {
  is: 'instant'
  at: Instant
}

/** Several days are meant equally well. */
export interface SeveralDays {
  is: 'several'
  days: readonly Day[]
  reason: string
  name?: true
}

/** Nothing can be meant: no such day, or no day at all. */
export interface Flaw {
  is: 'flaw'
  reason: 'past' | 'invalid' | 'vague'
  say: string
}

/** The meaning of a core. */
export type Sense = NamedDay | ExactInstant | SeveralDays | Flaw

/** A core found in the folded text: where it ends and what it means. */
export interface Core {
  to: number
  sense: Sense
}
