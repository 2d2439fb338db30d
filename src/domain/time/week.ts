/** Weeks, Monday to Sunday. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day, weekdayOf } from './day.ts'

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
