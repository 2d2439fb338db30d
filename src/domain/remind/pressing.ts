/** 先急后缓: what stands first where not everything finds room (issue TIME "urgent first"). */
import type { Matter } from '../matter/matter.ts'
import type { Directory } from '../people/directory.ts'
import { addDays, dayOf, type Instant, instantAt } from '../time/day.ts'

/** 特急 first, then the principal's matters, what is overdue, what is due today, the rest. */
export function pressing(matter: Matter | undefined, directory: Directory, now: Instant): number {
  if (!matter) return 4
  if (matter.urgent !== null) return 0
  if (directory.people.get(matter.assigner)?.post === 'principal') return 1
  if (matter.due < now) return 2
  return matter.due < instantAt(addDays(dayOf(now), 1), '0:00') ? 3 : 4
}

/** In the order of what presses; what presses alike keeps its own order. */
export function byPressure<T extends { matter?: Matter | undefined }>(
  those: T[],
  directory: Directory,
  now: Instant,
): T[] {
  return those
    .map((one) => ({ one, rank: pressing(one.matter, directory, now) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}
