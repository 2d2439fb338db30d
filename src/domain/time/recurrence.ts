/** What comes round: the rule, and its next moment. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant, instantAt, weekdayOf } from './day.ts'
import { dayFrom, daysInMonth, lastOfMonth, monthOf, nthWorkdayOfMonth } from './month.ts'
import { nextWorkday } from './workdays.ts'

/** A place in a month: a date (clipped to the month's end), a working day, or a weekday; negative counts from the end. */
export type MonthPlace = { date: number } | { workday: number } | { weekday: number; nth: number }

/** A rule of recurrence; `clock` is the office's time of day `HH:MM`, up to 24:00. */
export type Recurrence =
  | { every: 'day'; step: number; from: Day; clock: string }
  | { every: 'workday'; clock: string }
  /** Weekdays 1 to 7 in every step-th week, counted from the week of `from`, never before `from`. */
  | { every: 'week'; step: number; from: Day; weekdays: readonly number[]; clock: string }
  /** Places in the months named, 1 to 12. */
  | { every: 'month'; months: readonly number[]; places: readonly MonthPlace[]; clock: string }

// A rule that no month of ten years fulfils is not one of ours.
const FAR = 120

/** The first moment of a rule strictly after an instant. */
export function nextOf(rule: Recurrence, after: Instant, calendar: Calendar): Instant {
  // 24:00 of the day before may still be ahead.
  let day = addDays(dayOf(after), -1)
  if (rule.every === 'month') return nextInMonths(rule, after, calendar)
  if (rule.every === 'day' && day < rule.from) day = rule.from
  if (rule.every === 'week' && day < rule.from) day = rule.from
  for (;;) {
    if (falls(rule, day, calendar)) {
      const at = instantAt(day, rule.clock)
      if (at > after) return at
    }
    day = rule.every === 'workday' ? nextWorkday(day, calendar) : addDays(day, 1)
  }
}

function falls(
  rule: Exclude<Recurrence, { every: 'month' }>,
  day: Day,
  calendar: Calendar,
): boolean {
  if (rule.every === 'workday') return calendar.isWorkday(day)
  if (rule.every === 'day') return daysBetween(rule.from, day) % rule.step === 0
  if (!rule.weekdays.includes(weekdayOf(day))) return false
  const monday = addDays(rule.from, 1 - weekdayOf(rule.from))
  return Math.floor(daysBetween(monday, day) / 7) % rule.step === 0
}

function nextInMonths(
  rule: Extract<Recurrence, { every: 'month' }>,
  after: Instant,
  calendar: Calendar,
): Instant {
  const start = monthOf(addDays(dayOf(after), -1))
  for (let month = start.month; month < start.month + FAR; month++) {
    const named = ((month - 1) % 12) + 1
    if (!rule.months.includes(named)) continue
    const year = start.year + Math.floor((month - 1) / 12)
    const moments = rule.places
      .map((place) => dayAt(place, year, named, calendar))
      .filter((day) => day !== undefined)
      .map((day) => instantAt(day, rule.clock))
      .filter((at) => at > after)
    if (moments.length > 0) return Math.min(...moments)
  }
  throw new RangeError(`no day of the rule ${JSON.stringify(rule)} within ${FAR} months`)
}

/** The day of a place in a month; undefined when the month has no such working day or weekday. */
export function dayAt(
  place: MonthPlace,
  year: number,
  month: number,
  calendar: Calendar,
): Day | undefined {
  if ('workday' in place) return nthWorkdayOfMonth(year, month, place.workday, calendar)
  const length = daysInMonth(year, month)
  if ('date' in place) {
    const date = place.date < 0 ? length + 1 + place.date : Math.min(place.date, length)
    return dayFrom(year, month, date)
  }
  const last = lastOfMonth(year, month)
  const first = `${last.slice(0, 8)}01`
  const day =
    place.nth > 0
      ? addDays(first, ((place.weekday - weekdayOf(first) + 7) % 7) + 7 * (place.nth - 1))
      : addDays(last, -((weekdayOf(last) - place.weekday + 7) % 7) + 7 * (place.nth + 1))
  return first <= day && day <= last ? day : undefined
}
