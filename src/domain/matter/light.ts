/** 红黄绿灯: computed from stored dates, so that a missed timer cannot change the truth (decisions.md "Lights"). */
import type { Calendar } from '../time/calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantAt } from '../time/day.ts'
import { addWorkdays } from '../time/workdays.ts'
import { isOpen, type Matter, nextDate } from './matter.ts'

export type Light = 'green' | 'yellow' | 'red'

/**
 * Red past the date or a step not taken, yellow within three working days of the next date, green else; nothing when
 * closed or only proposed. What was handed in keeps the light of that moment while it waits for others: their delay is not the unit's.
 */
export function lightOf(matter: Matter, now: Instant, calendar: Calendar): Light | undefined {
  if (!isOpen(matter) || matter.status === 'draft') return undefined
  const handedIn = isHandedIn(matter) ? matter.closing?.at : undefined
  const at = handedIn ?? now
  const next = nextDate(matter)
  if (at > next) return 'red'
  if (handedIn !== undefined) return 'green'
  return dayOf(next) <= addWorkdays(dayOf(at), 3, calendar) ? 'yellow' : 'green'
}

/** The unit has done its part: review or striking off is what is waited for. */
export const isHandedIn = (matter: Pick<Matter, 'status'>): boolean =>
  matter.status === 'close_requested' || matter.status === 'completed'

/** When an open matter's light will change by time alone: the cards that show it are then drawn anew. */
export function lightChanges(matter: Matter, now: Instant, calendar: Calendar): Instant[] {
  if (!isOpen(matter) || matter.status === 'draft' || isHandedIn(matter)) return []
  const next = nextDate(matter)
  const nextDay = dayOf(next)
  let yellow: Day = nextDay
  while (nextDay <= addWorkdays(addDays(yellow, -1), 3, calendar)) yellow = addDays(yellow, -1)
  const moments = [instantAt(yellow, '6:10'), next + 60_000]
  return moments.filter((at) => at > now)
}
