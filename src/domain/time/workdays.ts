/** Counting in working days. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'

// No arrangement closes an office for a quarter: a longer search means a calendar without working days.
const FAR = 120

function step(day: Day, by: 1 | -1, calendar: Calendar): Day {
  let next = addDays(day, by)
  for (let i = 0; !calendar.isWorkday(next); i++) {
    if (i > FAR) throw new RangeError(`no working day within ${FAR} days of ${day}`)
    next = addDays(next, by)
  }
  return next
}

/** The first working day after a day. */
export function nextWorkday(day: Day, calendar: Calendar): Day {
  return step(day, 1, calendar)
}

/** The last working day before a day. */
export function previousWorkday(day: Day, calendar: Calendar): Day {
  return step(day, -1, calendar)
}

/** The day itself when it is worked, else the next working day: where a period's last day moves to (民法典 203). */
export function onOrAfterWorkday(day: Day, calendar: Calendar): Day {
  return calendar.isWorkday(day) ? day : nextWorkday(day, calendar)
}

/** The day itself when it is worked, else the working day before it. */
export function onOrBeforeWorkday(day: Day, calendar: Calendar): Day {
  return calendar.isWorkday(day) ? day : previousWorkday(day, calendar)
}

/** The n-th working day after a day (before it when n is negative); on a rest day the next working day is number 1; 0 is the day itself. */
export function addWorkdays(day: Day, n: number, calendar: Calendar): Day {
  let at = day
  for (let i = 0; i < Math.abs(n); i++) at = step(at, n < 0 ? -1 : 1, calendar)
  return at
}

/** How many working days lie after one day up to and with another; negative when the second is earlier. */
export function workdaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkday(day)) count++
  }
  return count
}
