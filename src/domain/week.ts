/** 一周: what the page of the week's first working day looks back and ahead on. */
import type { Calendar } from './time/calendar.ts'
import { addDays, type Day, type Instant, instantAt, weekdayOf } from './time/day.ts'
import { previousWorkday } from './time/workdays.ts'

/** The week that begins, and the time since the page before: after a holiday that is more than a week. */
export interface Span {
  since: Instant
  /** Monday, first moment. */
  from: Instant
  /** The Monday after. */
  to: Instant
}

/** How one unit came through the last week, and what the new one asks of it. */
export interface UnitWeek {
  unit: number
  /** Fell due last week. */
  fell: number
  /** Of those, not handed in. */
  owed: number
  /** Struck off last week. */
  closed: number
  /** Falls due this week. */
  due: number
  overdue: number
}

export interface Week {
  span: Span
  /** In the order of the roster, those with nothing left out. */
  units: readonly UnitWeek[]
}

const monday = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The first working day of its week: a page for the week comes instead of one for the day. */
export const opensWeek = (day: Day, calendar: Calendar): boolean =>
  calendar.isWorkday(day) && previousWorkday(day, calendar) < monday(day)

/** The week of a day; it looks back to the Monday of the last week that had a working day. */
export function weekOf(day: Day, calendar: Calendar): Span {
  const from = monday(day)
  const since = monday(previousWorkday(from, calendar))
  return {
    since: instantAt(since, '0:00'),
    from: instantAt(from, '0:00'),
    to: instantAt(addDays(from, 7), '0:00'),
  }
}

/** The units' figures together. */
export function totalOf(units: readonly UnitWeek[]): Omit<UnitWeek, 'unit'> {
  const sum = (of: (one: UnitWeek) => number) => units.reduce((all, one) => all + of(one), 0)
  return {
    fell: sum((one) => one.fell),
    owed: sum((one) => one.owed),
    closed: sum((one) => one.closed),
    due: sum((one) => one.due),
    overdue: sum((one) => one.overdue),
  }
}

/** Whether a unit has nothing to tell. */
export const isQuiet = ({ fell, closed, due, overdue }: UnitWeek): boolean =>
  fell + closed + due + overdue === 0
