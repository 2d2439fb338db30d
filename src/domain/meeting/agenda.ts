/** 议程: what a meeting has to speak about, made from the open matters of its field and the topics queued. */
import { type Light, lightOf } from '../matter/light.ts'
import type { Matter } from '../matter/matter.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/day.ts'
import type { Series, Topic } from './series.ts'

export interface Agenda {
  series: Series
  /** When the meeting is held. */
  at: Instant
  overdue: Matter[]
  /** Due before the meeting after this one, or within three working days. */
  near: Matter[]
  /** Came into the ledger since the last meeting. */
  fresh: Matter[]
  /** Struck off since the last meeting: results to hear. */
  done: Matter[]
  topics: Topic[]
  /** Its pack has gone out: the number counted and the topics carried are already the next meeting's. */
  announced: boolean
  /** Nothing to discuss: the bot proposes to cancel (tension T12). */
  empty: boolean
}

/** The agenda from the facts of the field; every matter appears once, the most pressing part first. */
export function agendaOf(
  series: Series,
  at: Instant,
  facts: { open: Matter[]; moved: Matter[]; topics: Topic[]; since: Instant; announced: boolean },
  now: Instant,
  calendar: Calendar,
): Agenda {
  // What a head assigned inside his own unit is not the meeting's business.
  const field = facts.open.filter((matter) => matter.origin !== 'unit')
  const lit = field.map((matter) => [matter, lightOf(matter, now, calendar)] as const)
  const of = (light: Light) => lit.flatMap(([matter, its]) => (its === light ? [matter] : []))
  const overdue = of('red')
  const near = of('yellow')
  const fresh = of('green').filter((matter) => matter.created >= facts.since)
  const done = facts.moved.filter(
    (matter) =>
      matter.origin !== 'unit' &&
      matter.status === 'closed_out' &&
      (matter.closed ?? 0) >= facts.since,
  )
  const empty = overdue.length + near.length + fresh.length + facts.topics.length === 0
  const { topics, announced } = facts
  return { series, at, overdue, near, fresh, done, topics, announced, empty }
}
