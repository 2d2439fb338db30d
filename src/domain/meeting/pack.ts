/** 议程包: an agenda that was sent. It stays as it was; what has changed since is told beside it. */
import type { Matter } from '../matter/matter.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import { type Agenda, type AgendaTopic, itemsOn } from './agenda.ts'
import { type AgendaItem, hasMoved } from './item.ts'
import { meetsAt, nextMeeting, type Series, type Topic } from './series.ts'
import { isQueued } from './topic.ts'

export interface Pack {
  series: number
  /** When the meeting was to be held as the pack was sent: with the series it names the pack. */
  at: Instant
  /** When it is held now. */
  meets: Instant
  /** 停开: the meeting was called off after its pack had gone out. */
  state: 'sent' | 'off'
  agenda: Agenda
  /** The groups and persons it went to. */
  places: string[]
  sent: Instant
}

/** What has changed of a pack since it was sent. */
export interface Changes {
  matters: { item: AgendaItem; now: Matter }[]
  topics: { topic: AgendaTopic; state: Topic['state'] }[]
}

/** Nothing has changed yet. */
export const noChanges: Changes = { matters: [], topics: [] }

/** The changes of a pack, in its own order; `now` are its matters and topics as they stand. */
export function changesOf(
  { agenda }: Pick<Pack, 'agenda'>,
  now: { matters: Matter[]; topics: Topic[] },
): Changes {
  const matters = new Map(now.matters.map((one) => [one.id, one]))
  const topics = new Map(now.topics.map((one) => [one.id, one]))
  return {
    matters: itemsOn(agenda).flatMap((item) => {
      const matter = matters.get(item.id)
      return matter && hasMoved(item, matter) ? [{ item, now: matter }] : []
    }),
    topics: agenda.topics.flatMap((topic) => {
      const state = topics.get(topic.id)?.state ?? 'queued'
      return isQueued({ state }) ? [] : [{ topic, state }]
    }),
  }
}

/** The packs of a series whose meetings a new arrangement takes away: called off, or moved to the next meeting. */
export function rearranged(
  packs: readonly Pack[],
  after: Series,
  calledOff: boolean,
  now: Instant,
  calendar: Calendar,
): Pack[] {
  const standing = new Set(packs.flatMap((one) => (keeps(one, after, calendar) ? [one.meets] : [])))
  return packs
    .filter((pack) => !keeps(pack, after, calendar))
    .map((pack) => {
      const next = nextMeeting(after, now, calendar)
      if (calledOff || standing.has(next)) return { ...pack, state: 'off' }
      standing.add(next)
      return { ...pack, meets: next }
    })
}

const keeps = ({ meets }: Pack, after: Series, calendar: Calendar): boolean =>
  meetsAt(after, meets, calendar)
