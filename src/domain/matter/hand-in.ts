/** 交卷 by the next meeting: when that meeting is held at another time, so is the hand-in (domain.md B.4, AT7). */
import { meetsAt, nextMeeting, type Series } from '../meeting/series.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { endOfWeek } from './batch.ts'
import { isOpen, type Matter } from './matter.ts'

/** A series on a calendar: together they tell when it meets. */
export interface Sittings {
  series: Series
  calendar: Calendar
}

/**
 * When a matter of a week's batch is handed in, its meetings having changed; nothing where its date stays: it is over,
 * it was said otherwise (an own date, 改, 延期), or it never was the meeting's.
 */
export function handInAfter(
  matter: Matter,
  was: Sittings,
  is: Sittings,
  now: Instant,
): Instant | undefined {
  const { batch, due } = matter
  const carries = batch !== null && matter.said === null && matter.extended === 0 && isOpen(matter)
  if (!carries || due <= now || !meetsAt(was.series, due, was.calendar)) return undefined
  const gone = !meetsAt(is.series, due, is.calendar)
  const moved = gone ? is.series.extra.find((at) => !was.series.extra.includes(at)) : undefined
  const first = nextMeeting(is.series, Math.max(endOfWeek(batch), now), is.calendar)
  const next = moved !== undefined && moved > now ? moved : first
  return gone || next < due ? next : undefined
}
