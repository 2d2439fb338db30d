/** Weeks, Monday to Sunday. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'

/** The seven days of the week in which a day lies, Monday first. */
export function weekOf(day: Day): readonly Day[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  return [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(monday, i))
}

/** The first working day of the week in which a day lies; undefined when all seven are off. */
export function firstWorkdayOfWeek(day: Day, calendar: Calendar): Day | undefined {
  return weekOf(day).find((each) => calendar.isWorkday(each))
}

/** The last working day of the week in which a day lies (a 调休 Saturday counts); undefined when all seven are off. */
export function lastWorkdayOfWeek(day: Day, calendar: Calendar): Day | undefined {
  return weekOf(day).findLast((each) => calendar.isWorkday(each))
}

/** A week of the year by ISO 8601: it belongs to the year in which its Thursday lies. */
export interface NumberedWeek {
  year: number
  week: number
}

/** The number of the week in which a day lies. */
export function numberedWeekOf(day: Day): NumberedWeek {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = Number(thursday.slice(0, 4))
  return { year, week: 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) }
}

/** The Monday of a numbered week; undefined when the year has no week of that number. */
export function mondayOf({ year, week }: NumberedWeek): Day | undefined {
  const fourth = `${year}-01-04`
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7)
  const found = numberedWeekOf(monday)
  return found.year === year && found.week === week ? monday : undefined
}
