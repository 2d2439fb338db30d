/** Months, quarters and years as spans of days. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { addWorkdays, onOrBeforeWorkday } from './workdays.ts'

/** The day of a year, month (any whole number: 13 is next January) and day of the month, unchecked. */
export function dayFrom(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Year and month of a day. */
export function monthOf(day: Day): { year: number; month: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }
}

/** The last calendar day of a month (any whole number: 0 is last December). */
export function lastOfMonth(year: number, month: number): Day {
  return dayFrom(year, month + 1, 0)
}

/** The corresponding day some months later, or that month's last day when it has none (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = monthOf(day)
  const last = lastOfMonth(year, month + months)
  const date = day.slice(8)
  return date < last.slice(8) ? `${last.slice(0, 8)}${date}` : last
}

/** The last working day of the month in which a day lies. */
export function lastWorkdayOfMonth(day: Day, calendar: Calendar): Day {
  const { year, month } = monthOf(day)
  return onOrBeforeWorkday(lastOfMonth(year, month), calendar)
}

/** The n-th working day of a month, from the end when n is negative; undefined when the month has fewer. */
export function nthWorkdayOfMonth(
  year: number,
  month: number,
  n: number,
  calendar: Calendar,
): Day | undefined {
  const last = lastOfMonth(year, month)
  const first = `${last.slice(0, 8)}01`
  const day = addWorkdays(n > 0 ? addDays(first, -1) : addDays(last, 1), n, calendar)
  return day >= first && day <= last ? day : undefined
}
