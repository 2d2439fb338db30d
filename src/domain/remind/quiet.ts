/** 免打扰: hours of the day in which messages wait; deadlines do not move by them (issue TIME "Quiet hours"). */
import { Declined } from '../declined.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt, minuteOf } from '../time/day.ts'
import { clockText, minutesOf } from '../time/hours.ts'
import { CLOSE_MINUTE, nextOpen, OPEN_MINUTE, offPeak } from '../time/window.ts'

/** Minutes of the day, `[begins, ends)`. */
export interface Quiet {
  begins: number
  ends: number
}

/** What must stay of the sending window, so that a person can be reached at all. */
const REACHABLE = 120

/** Quiet hours between two clock times. Declines what is no span of one day, or leaves too little of the window. */
export function quietOf(from: string, to: string): Quiet {
  const quiet = { begins: minutesOf(from), ends: minutesOf(to) }
  if (quiet.begins >= quiet.ends)
    throw new Declined('E-QUIET-1', '免打扰的结束时间须晚于开始时间，且在同一天内。', [
      '免打扰 12:00-14:00',
    ])
  const taken = Math.min(quiet.ends, CLOSE_MINUTE) - Math.max(quiet.begins, OPEN_MINUTE)
  if (CLOSE_MINUTE - OPEN_MINUTE - Math.max(0, taken) < REACHABLE)
    throw new Declined('E-QUIET-2', '免打扰不能覆盖整个工作时段，请至少留出两个小时。', [
      '免打扰 12:00-14:00',
    ])
  return quiet
}

/** The instant itself, or the first one inside the sending window that is not in the quiet hours. */
export function afterQuiet(at: Instant, quiet: Quiet | undefined, calendar: Calendar): Instant {
  const minute = minuteOf(at)
  if (!quiet || minute < quiet.begins || minute >= quiet.ends) return at
  const end = offPeak(instantAt(dayOf(at), clockText(quiet.ends)))
  const open = nextOpen(end, calendar)
  // Quiet until after the window closes and from its opening on cannot be: two hours remain.
  return open === end ? end : afterQuiet(open, quiet, calendar)
}
