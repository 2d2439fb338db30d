/** 红黄绿灯: computed from stored dates, so that a missed timer cannot change the truth (decisions.md "Lights"). */
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant } from '../time/day.ts'
import { addWorkdays } from '../time/workdays.ts'
import { isOpen, type Matter } from './matter.ts'

export type Light = 'green' | 'yellow' | 'red'

/** Red past the date, yellow within three working days of it, green else; nothing when closed. */
export function lightOf(matter: Matter, now: Instant, calendar: Calendar): Light | undefined {
  if (!isOpen(matter)) return undefined
  if (now > matter.due) return 'red'
  return dayOf(matter.due) <= addWorkdays(dayOf(now), 3, calendar) ? 'yellow' : 'green'
}
