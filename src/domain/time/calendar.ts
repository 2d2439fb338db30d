/** Which days the office works: the unit's own overrides, then the notices, then the thirteen days and weekends. */
import { addDays, type Day, weekdayOf } from './day.ts'
import type { Notice } from './notices.ts'
import { statutoryDays } from './statutory.ts'

/** What the office knows of its days; a value, built by `calendarOf`. */
export interface Calendar {
  /** Whether the office works on a day. */
  isWorkday(day: Day): boolean
  /** The festival for which a day is off, 国庆; undefined on ordinary days and weekends. */
  holidayOf(day: Day): string | undefined
  /** Whether the State Council's notice of a year is known: else weekends and statutory days are a guess. */
  announced(year: number): boolean
}

/** A unit's own word on a day, above every notice: a local festival, a day worked for a campaign. */
export interface Override {
  day: Day
  work: boolean
  /** The festival or the occasion, shown to people. */
  name?: string
}

/** The calendar of the notices given (a later one for the same year replaces the earlier) and a unit's overrides. */
export function calendarOf(
  notices: readonly Notice[],
  overrides: readonly Override[] = [],
): Calendar {
  const years = new Map<number, Notice>()
  for (const notice of notices) years.set(notice.year, notice)
  const off = new Map<Day, string>()
  const work = new Set<Day>()
  for (const notice of years.values()) {
    for (const [festival, first, last] of notice.off) {
      for (let day = first; day <= last; day = addDays(day, 1)) off.set(day, festival)
    }
    for (const day of notice.work) work.add(day)
  }
  for (const { day, work: works, name } of overrides) {
    off.delete(day)
    work.delete(day)
    if (works) work.add(day)
    else off.set(day, name ?? '单位休息日')
  }
  const yearOf = (day: Day) => Number(day.slice(0, 4))
  const holidayOf = (day: Day): string | undefined => {
    const name = off.get(day)
    if (name !== undefined || work.has(day) || years.has(yearOf(day))) return name
    return statutoryDays(yearOf(day)).get(day)
  }
  return {
    holidayOf,
    isWorkday: (day) => work.has(day) || (weekdayOf(day) <= 5 && holidayOf(day) === undefined),
    announced: (year) => years.has(year),
  }
}

/** Whether any day from one to another (both counted) lies in a year without a notice. */
export function touchesUnannounced(from: Day, to: Day, calendar: Calendar): boolean {
  const last = Number(to.slice(0, 4))
  for (let year = Number(from.slice(0, 4)); year <= last; year++) {
    if (!calendar.announced(year)) return true
  }
  return false
}
