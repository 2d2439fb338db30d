/** When a rung that sleeps is passed over: shortly after its time, off the minutes in which everybody sends. */
import type { Instant } from '../time/day.ts'
import type { Matter } from './matter.ts'
import { waitingRefusal } from './refusal.ts'

const AFTER = 3 * 60_000

/** The moment at which the waiting rung will have let its time pass. */
export function rungTimeouts(matter: Matter, now: Instant): Instant[] {
  const open = waitingRefusal(matter)
  return open ? [Math.max(open.due, now) + AFTER] : []
}
