/** When next month's plan is due and asked for: the last working day of the month, whatever weekday that is (domain.md B.3). */
import type { Calendar } from '../time/calendar.ts'
import { type Day, type Instant, instantAt, weekdayOf } from '../time/day.ts'
import { dayFrom, lastOfMonth, lastWorkdayOfMonth, monthOf } from '../time/month.ts'
import { previousWorkday } from '../time/workdays.ts'

/** The end of office hours. */
const CLOSES = '18:00'

/** `2026-12` behind a day of November. */
export function monthAfter(day: Day): string {
  const { year, month } = monthOf(day)
  return dayFrom(year, month + 1, 1).slice(0, 7)
}

/** The day on which the plan for a month is due: the last working day of the month before. */
export function planDay(month: string, calendar: Calendar): Day {
  const { year, month: number } = monthOf(`${month}-01`)
  return lastWorkdayOfMonth(lastOfMonth(year, number - 1), calendar)
}

/** The moment after which it is late. */
export const planDue = (month: string, calendar: Calendar): Instant =>
  instantAt(planDay(month, calendar), CLOSES)

/**
 * The first reminder's day: the last ordinary working day before. A Saturday worked for a festival is passed over, since
 * who hears of it first on such a day has no ordinary day left: for Sunday 30 January 2022 it is Friday the 28th (F11).
 */
export function planEve(month: string, calendar: Calendar): Day {
  let day = previousWorkday(planDay(month, calendar), calendar)
  while (weekdayOf(day) > 5) day = previousWorkday(day, calendar)
  return day
}

/** How long a plan that was missed is still meant by 次月计划, in days of its own month. */
const GRACE = 10

/** The month that is meant: in a month's first days its own where the plan for it is still owed, else the next. */
export function monthMeant(today: Day, owedNow: boolean): string {
  return owedNow && Number(today.slice(8)) <= GRACE ? today.slice(0, 7) : monthAfter(today)
}
