/** 会议秘书离任: whoever decides is asked at once, and until then somebody keeps the meeting's papers. */
import { decidersOf, successors } from '../domain/meeting/secretary.ts'
import { nextMeeting, packTimes, type Series } from '../domain/meeting/series.ts'
import type { Person } from '../domain/people/person.ts'
import { draftCard } from '../views/agenda-draft.ts'
import { type Orphaned, secretaryAskedCard, secretaryFoundCard } from '../views/secretary.ts'
import { isAnnounced } from './meeting.ts'
import { gatherAgenda } from './pack.ts'
import { draftKey } from './pack-cards.ts'
import { privatePlace } from './place.ts'
import { arrangementOf, recordSeriesBy } from './record.ts'
import { tellPeople } from './tell.ts'
import { sendingCard, type Turn } from './turn.ts'

/** Every series whose secretary has left goes to the next by rule, and whoever decides is asked; gives how many. */
export async function replaceSecretaries(turn: Turn, actor: number | null): Promise<number> {
  const { store, directory, today } = turn
  const gone = new Map<Person, Orphaned[]>()
  for (const before of await store.meetings.list()) {
    const was = directory.people.get(before.secretary)
    if (!was?.left) continue
    const proposed = successors(before, directory, today)
    const [acting] = proposed
    if (acting === undefined) continue
    const text = `${was.name}离任，由${directory.name(acting)}代理`
    const back = { what: 'arrangement', id: before.id, before: arrangementOf(before) } as const
    const change = { verb: '会议秘书', text, back }
    const after = await recordSeriesBy(turn, actor, { ...before, secretary: acting }, change)
    await store.meetings.save(before, after)
    await store.outbox.cancel(draftKey(before, meetingOf(turn, before)), '会议秘书已离任', turn.now)
    const one = { series: after, acting, proposed }
    gone.set(was, [...(gone.get(was) ?? []), one])
  }
  for (const [was, orphaned] of gone) {
    await askWhoFollows(turn, was, orphaned)
    for (const acting of new Set(orphaned.map((one) => one.acting))) {
      const own = orphaned.filter((one) => one.acting === acting)
      await handPapers(
        turn,
        was,
        acting,
        own.map((one) => one.series as Series),
        true,
      )
    }
  }
  return [...gone.values()].flat().length
}

/** Somebody of these has moved to another unit: he goes on until whoever decides has said who follows him. */
export async function askAfterMoves(turn: Turn, moved: readonly number[]): Promise<void> {
  const { store, directory, today } = turn
  const list = await store.meetings.list()
  for (const id of moved) {
    const was = directory.people.get(id)
    const own = list.filter((one) => one.secretary === id)
    if (!was || own.length === 0) continue
    const orphaned = own.map((series) => {
      const proposed = successors(series, directory, today)
      return { series, acting: id, proposed }
    })
    await askWhoFollows(turn, was, orphaned)
  }
}

/** Another secretary was named: he hears what waits for him, with the draft that his predecessor had. */
export async function secretaryNamed(turn: Turn, before: Series, after: Series): Promise<void> {
  const was = turn.directory.people.get(before.secretary)
  if (before.secretary === after.secretary || !was) return
  const key = draftKey(before, meetingOf(turn, before))
  await turn.store.outbox.cancel(key, '会议秘书已换人', turn.now)
  await handPapers(turn, was, after.secretary, [after], false)
  if (!was.left)
    await tellPeople(
      turn,
      [was.id],
      `“${after.name}”会议秘书改由${turn.directory.name(after.secretary)}担任。`,
    )
}

async function askWhoFollows(turn: Turn, was: Person, orphaned: Orphaned[]): Promise<void> {
  const body = sendingCard(secretaryAskedCard(was, orphaned, turn))
  for (const decider of decidersOf(turn.directory))
    await turn.post({
      kind: 'send',
      place: privatePlace(decider.id),
      body,
      class: 'notice',
      say: '例会',
    })
}

/** What waits in these meetings goes to their new secretary: a list, and the draft of an agenda not yet sent. */
async function handPapers(
  turn: Turn,
  was: Person,
  to: number,
  own: readonly Series[],
  acting: boolean,
): Promise<void> {
  const { store, now, calendar } = turn
  const waiting = []
  for (const series of own) {
    const topics = await store.meetings.topics(series.id)
    const meeting = await store.resolutions.newest({ series: series.id })
    const lines = meeting ? await store.resolutions.of(meeting) : []
    waiting.push({
      series,
      next: nextMeeting(series, now, calendar),
      topics: topics.filter((one) => one.state === 'queued').length,
      drafts: lines.filter((one) => one.state === 'draft').length,
    })
  }
  await turn.post({
    kind: 'send',
    place: privatePlace(to),
    body: sendingCard(secretaryFoundCard(was.name, acting, waiting, turn)),
    class: 'notice',
    say: '例会',
  })
  for (const series of own) await handDraft(turn, series)
}

/** The draft that went to somebody else, or was on its way to him. */
async function handDraft(turn: Turn, series: Series): Promise<void> {
  const at = meetingOf(turn, series)
  const { drafted } = series.prepared
  if (drafted === null || drafted < packTimes(at, turn.calendar).draft) return
  if (await isAnnounced(turn, series, at)) return
  const viewer = turn.directory.people.get(series.secretary)
  const agenda = await gatherAgenda(turn, series, at)
  const card = draftCard(agenda, series.prepared, { ...turn, ...(viewer ? { viewer } : {}) })
  await turn.post({
    kind: 'send',
    place: privatePlace(series.secretary),
    body: sendingCard(card),
    class: 'scheduled',
    say: `议程 ${series.name}`,
    key: draftKey(series, at),
  })
}

const meetingOf = ({ now, calendar }: Turn, series: Series) => nextMeeting(series, now, calendar)
