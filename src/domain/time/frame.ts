/** Everything a phrase is read against. */
import type { Calendar } from './calendar.ts'
import type { Day, Instant } from './day.ts'
import type { Folded } from './fold.ts'
import type { OfficeHours } from './hours.ts'

/** The folded text, the moment of speaking, and the settings. */
export interface Frame extends Folded {
  now: Instant
  today: Day
  calendar: Calendar
  hours: OfficeHours
  /** 周五 said on a Friday whose moment is still ahead: ask, or take today. */
  weekdayToday: 'ask' | 'today'
}
