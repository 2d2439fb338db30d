/** 简报: what one leader needs to know this morning; parts are absent when empty (language.md 4). */
import type { DutyKind } from './matter/duties.ts'
import { lightOf } from './matter/light.ts'
import type { Matter } from './matter/matter.ts'
import type { Series } from './meeting/series.ts'
import type { Calendar } from './time/calendar.ts'
import type { Instant } from './time/day.ts'

export interface Digest {
  /** Waiting for this leader, with the step that is his. */
  waiting: { matter: Matter; kind: DutyKind }[]
  overdue: Matter[]
  near: Matter[]
  moved: Matter[]
  meetings: { series: Series; at: Instant }[]
}

/** The digest from the facts of the leader's field; a matter that waits for him is not listed twice. */
export function digestOf(
  facts: {
    waiting: { matter: Matter; kind: DutyKind }[]
    open: Matter[]
    moved: Matter[]
    meetings: { series: Series; at: Instant }[]
  },
  now: Instant,
  calendar: Calendar,
): Digest {
  const waits = new Set(facts.waiting.map(({ matter }) => matter.id))
  const rest = facts.open.filter((matter) => !waits.has(matter.id))
  const overdue = rest.filter((matter) => lightOf(matter, now, calendar) === 'red')
  const near = rest.filter((matter) => lightOf(matter, now, calendar) === 'yellow')
  const listed = new Set([...waits, ...[...overdue, ...near].map((matter) => matter.id)])
  const moved = facts.moved.filter((matter) => !listed.has(matter.id))
  return { waiting: facts.waiting, overdue, near, moved, meetings: facts.meetings }
}

/** Nothing to say: no message. */
export const isSilent = (digest: Digest): boolean =>
  digest.waiting.length +
    digest.overdue.length +
    digest.near.length +
    digest.moved.length +
    digest.meetings.length ===
  0
