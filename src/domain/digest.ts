/** 简报: what one person needs to know this morning; parts are absent when empty (language.md 4). */
import type { DutyKind } from './matter/duties.ts'
import type { Matter } from './matter/matter.ts'
import type { Reminder } from './matter/reminders.ts'
import type { Series } from './meeting/series.ts'
import type { Person } from './people/person.ts'
import type { Instant } from './time/day.ts'
import type { Week } from './week.ts'

/** Lines on one page; the rest is counted and one tap away (language.md 4). */
export const PAGE_LINES = 12

/** A part of a page: how many there are in all, and the first of them. */
export interface Part {
  count: number
  first: readonly Matter[]
}

/** Nothing of it. */
export const nothing: Part = { count: 0, first: [] }

/** What waits for the reader, with the step that is his. */
export interface Waiting {
  count: number
  first: readonly { matter: Matter; kind?: DutyKind; inStead?: Person }[]
}

export interface Digest {
  waiting: Waiting
  /** Passed up to him by today's rungs of the ladder, each in the words of its reminder. */
  passed: readonly { matter: Matter; reminder: Reminder }[]
  overdue: Part
  /** Due within three working days; on the weekly page by the end of the week. */
  near: Part
  moved: Part
  /** Held today; on the weekly page in the whole week. */
  meetings: { series: Series; at: Instant }[]
  /** What only the page of the week's first working day has. */
  week: Week | null
}

/** Nothing to say: no message. What others did last week alone is no reason for one. */
export const isSilent = (digest: Digest): boolean => {
  const { waiting, passed, overdue, near, moved, meetings } = digest
  const parts = [waiting, overdue, near, moved].map((part) => part.count)
  return [...parts, passed.length, meetings.length].every((count) => count === 0)
}

/**
 * How many lines each part of a page gets of the room there is: in their order, but none that has something to say is
 * left without a line while there is one.
 */
export function roomFor(counts: readonly number[], room: number): number[] {
  const taken = counts.map(() => 0)
  let left = room
  for (const [n, count] of counts.entries())
    if (count > 0 && left > 0) {
      taken[n] = 1
      left -= 1
    }
  for (const [n, count] of counts.entries()) {
    if (taken[n] === 0) continue
    const more = Math.min(left, count - 1)
    taken[n] = 1 + more
    left -= more
  }
  return taken
}
