/** When a matter reminds: once, the working day before its date (WALK); later rungs join here. */
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { previousWorkday } from '../time/workdays.ts'
import { isHandedIn } from './light.ts'
import { isOpen, type Matter } from './matter.ts'

/** A morning minute off the full and half hour, when the platform is least crowded. */
const REMINDER_AT = '9:07'

/** The instants at which an open matter still has to remind after `now`. */
export function remindersOf(matter: Matter, now: Instant, calendar: Calendar): Instant[] {
  if (!isOpen(matter) || isHandedIn(matter)) return []
  const at = instantAt(previousWorkday(dayOf(matter.due), calendar), REMINDER_AT)
  return at > now ? [at] : []
}

/** Whom the reminder goes to: the handler, or the head while nobody carries it. */
export function remindedOf(matter: Matter, head: number | null): number | null {
  return matter.handler ?? head
}
