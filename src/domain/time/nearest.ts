/** Rule 10: missing parts take the nearest future. */
import { addDays, type Day, daysBetween } from './day.ts'
import { dayFrom, daysInMonth, lastOfMonth, monthOf } from './month.ts'
import type { Sense } from './sense.ts'

// A date of this year that is gone means next year only when that is near: else it is a slip.
const NEAR = 183

/** Whether next year's day is near enough to be meant by a date without a year. */
export function isNear(today: Day, day: Day): boolean {
  return daysBetween(today, day) <= NEAR
}

/** The day a month-day without a year means: this year's, else next year's when that is near. */
export function nearestDate(today: Day, month: number, date: number): Sense {
  const { year } = monthOf(today)
  const days = [year, year + 1]
    .filter((each) => date >= 1 && date <= daysInMonth(each, month))
    .map((each) => dayFrom(each, month, date))
    .filter((day) => day.startsWith(`${year}`) || isNear(today, day))
  return days.length > 0 ? { is: 'day', days } : noSuchDay(`${month}月${date}日`)
}

/** The day a date without a month means: this month's or the next's; a month without that date is asked about. */
export function nearestDayOfMonth(today: Day, date: number): Sense {
  if (date < 1 || date > 31) return noSuchDay(`${date}日`)
  const { year, month } = monthOf(today)
  const has = (shift: number) => date <= daysInMonth(year, month + shift)
  const day = (shift: number) => dayFrom(year, month + shift, date)
  const lacking = has(0) ? 1 : 0
  if (has(0) && (day(0) > today || (day(0) === today && has(1)))) {
    return { is: 'day', days: has(1) ? [day(0), day(1)] : [day(0)] }
  }
  if (has(0) && day(0) < today && has(1)) return { is: 'day', days: [day(1)] }
  if (has(0) && day(0) === today) return { is: 'day', days: [day(0)] }
  const lastDay = lastOfMonth(year, month + lacking)
  return {
    is: 'several',
    days: [lastDay, dayFrom(year, month + lacking + 1, date)],
    reason: `${monthOf(addDays(lastDay, 0)).month}月没有${date}日，请选定日期。`,
  }
}

/** The refusal of a day that no calendar has. */
export function noSuchDay(words: string): Sense {
  return { is: 'flaw', reason: 'invalid', say: `没有“${words}”这一天，请核对后重新填写。` }
}
