/** The agenda of a series' next meeting from the facts of its field, and what has become of one that was sent. */
import { type Agenda, agendaOf, mattersOn } from '../domain/meeting/agenda.ts'
import { unitsOfField } from '../domain/meeting/field.ts'
import { type Changes, changesOf, type Pack } from '../domain/meeting/pack.ts'
import {
  meetsAt,
  nextMeeting,
  packTimes,
  previousMeeting,
  type Series,
} from '../domain/meeting/series.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

/** What a series that has never met looks back on. */
const FIRST_LOOK = 7 * 86_400_000

/** The agenda as it stands now, for the meeting held at a moment: the field is its units' and its own matters. */
export async function gatherAgenda(turn: Turn, series: Series, at: Instant): Promise<Agenda> {
  const { store, now, calendar } = turn
  const units = unitsOfField(series)
  const last = await store.packs.before(series.id, at)
  const since = last?.meets ?? previousMeeting(series, at, calendar) ?? at - FIRST_LOOK
  const queued = await store.meetings.topics(series.id)
  const closing = collectedAt(series, at, turn)
  return agendaOf(
    series,
    at,
    {
      open: await store.meetings.openOfField(units, series.id),
      closed: await store.meetings.closedOfField(units, series.id, since),
      topics: queued.filter((topic) => topic.at <= closing),
      since,
      last: `${series.name}第${last?.agenda.number ?? series.held}次`,
      away: awayOn(turn, series, at),
      clash: await clashesAt(turn, series, at),
    },
    now,
    calendar,
  )
}

/** Once the draft is made, topics that came after the collection was closed wait for the next meeting. */
function collectedAt({ prepared }: Series, at: Instant, { calendar }: Turn): Instant {
  if (prepared.drafted === null) return Number.POSITIVE_INFINITY
  const { collected, draft } = packTimes(at, calendar)
  return Math.max(collected, prepared.drafted - (draft - collected))
}

/** Whether the series' leader is on leave that day, and who acts for him. */
function awayOn({ directory }: Turn, series: Series, at: Instant): Agenda['away'] {
  const [leader, ...more] = directory.named(series.leader)
  if (!leader || more.length > 0 || !directory.absentOn(leader.id, dayOf(at))) return null
  const other = directory.actsFor(leader.id, dayOf(at))
  return { person: leader.id, actsFor: other === leader.id ? null : other }
}

async function clashesAt(turn: Turn, series: Series, at: Instant): Promise<string[]> {
  const all = await turn.store.meetings.list()
  return all.flatMap((one) =>
    one.id !== series.id && meetsAt(one, at, turn.calendar) ? [one.name] : [],
  )
}

/** The pack that was sent for the next meeting; nothing while it is still in the making. */
export const packAhead = ({ store, now, calendar }: Turn, series: Series) =>
  store.packs.meeting(series.id, nextMeeting(series, now, calendar))

/** What has changed of a pack since it was sent. */
export async function changesIn(turn: Turn, pack: Pack): Promise<Changes> {
  const { matters, meetings } = turn.store
  return changesOf(pack, {
    matters: await matters.list(mattersOn(pack.agenda)),
    topics: await meetings.topicsNamed(pack.agenda.topics.map((topic) => topic.id)),
  })
}
