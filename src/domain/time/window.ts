/** When messages to other people may go out: working days 8:05–17:55. */
import type { Calendar } from './calendar.ts'
import { dayOf, type Instant, instantAt, minuteOf } from './day.ts'
import { nextWorkday } from './workdays.ts'

const OPENS = '08:05'
/** The first minute of the day in which messages may go out. */
export const OPEN_MINUTE = 8 * 60 + 5
/** The first minute of the day in which they no longer may. */
export const CLOSE_MINUTE = 17 * 60 + 55
const MINUTE = 60_000

/** Whether the sending window is open; 17:55 itself is closed. */
export function isOpen(at: Instant, calendar: Calendar): boolean {
  const minute = minuteOf(at)
  return minute >= OPEN_MINUTE && minute < CLOSE_MINUTE && calendar.isWorkday(dayOf(at))
}

/** The instant itself while the sending window is open, else its next opening. */
export function nextOpen(now: Instant, calendar: Calendar): Instant {
  if (isOpen(now, calendar)) return now
  const day = dayOf(now)
  const today = calendar.isWorkday(day) && minuteOf(now) < OPEN_MINUTE
  return instantAt(today ? day : nextWorkday(day, calendar), OPENS)
}

/** The instant itself, or the start of the next minute when it lies in a minute :00 or :30, where every scheduler sends. */
export function offPeak(at: Instant): Instant {
  return minuteOf(at) % 30 === 0 ? (Math.floor(at / MINUTE) + 1) * MINUTE : at
}
