/** One matter on an agenda, as it stood when the agenda was made; what has become of it since is told beside it. */
import { type Light, lightOf } from '../matter/light.ts'
import { type Matter, nextDate } from '../matter/matter.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { type Block, blockOf } from './field.ts'

export interface AgendaItem
  extends Pick<
    Matter,
    'id' | 'title' | 'lead' | 'status' | 'returned' | 'extension' | 'due' | 'closed'
  > {
  /** Nothing once it is closed. */
  light: Light | null
  blocked: Block | null
  /** Its result, or how it was last said to stand. */
  said: string | null
  /** When something next falls due on it. */
  next: Instant
}

/** A matter as it stands at a moment. */
export function itemOf(matter: Matter, now: Instant, calendar: Calendar): AgendaItem {
  const { id, title, lead, status, returned, extension, due, closed } = matter
  return {
    ...{ id, title, lead, status, returned, extension, due, closed },
    light: lightOf(matter, now, calendar) ?? null,
    blocked: blockOf(matter),
    said: (matter.closing ?? matter.report)?.text ?? null,
    next: nextDate(matter),
  }
}

/** What an agenda tells of a matter and time alone does not change. */
const standing = (one: Pick<Matter, 'lead' | 'status' | 'due'>, blocked: Block | null): string =>
  [one.status, one.due, one.lead, blocked].join()

/** Whether what an agenda says of a matter is no longer so. */
export const hasMoved = (item: AgendaItem, matter: Matter): boolean =>
  standing(item, item.blocked) !== standing(matter, blockOf(matter))

/** Whether an agenda tells the same of both. */
export const standsAs = (before: Matter, after: Matter): boolean =>
  standing(before, blockOf(before)) === standing(after, blockOf(after))
