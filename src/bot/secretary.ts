/** 会议秘书离任: whoever decides is asked at once, and until then somebody keeps the meeting's papers. */
import { decidersOf, successors } from '../domain/meeting/secretary.ts'
import { nextMeeting, packTimes, type Series } from '../domain/meeting/series.ts'
import {
  type Orphaned,
  secretariesCard,
  secretaryAskedCard,
  secretaryFoundCard,
} from '../views/secretary.ts'
import { isAnnounced } from './meeting.ts'
import { gatherAgenda } from './pack.ts'
import { draftKey, sendDraft } from './pack-cards.ts'
import { privatePlace } from './place.ts'
import { arrangementOf, recordSeriesBy } from './record.ts'
import type { Reply } from './reply.ts'
import { tellPeople } from './tell.ts'
import { sendingCard, type Turn } from './turn.ts'

/** The lines of a series' history that leave a question open, until its secretary is named. */
const ACTING = '会议秘书代理'
const OPEN = '会议秘书待定'

/** Every series whose secretary has left goes to the next by rule, and whoever decides is asked; gives how many. */
export async function replaceSecretaries(turn: Turn, actor: number | null): Promise<number> {
  const { store, directory, today } = turn
  const gone: (Orphaned & { series: Series })[] = []
  for (const before of await store.meetings.list()) {
    const was = directory.people.get(before.secretary)
    if (!was?.left) continue
    const proposed = successors(before, directory, today)
    const [acting] = proposed
    if (acting === undefined) continue
    const text = `${was.name}离任，由${directory.name(acting)}代理`
    const series = await noted(turn, actor, before, acting, ACTING, text)
    await store.outbox.cancel(draftKey(before, meetingOf(turn, before)), '会议秘书已离任', turn.now)
    gone.push({ series, was, acting, proposed })
  }
  await askWhoFollows(turn, gone)
  for (const acting of new Set(gone.map((one) => one.acting))) {
    const own = gone.filter((one) => one.acting === acting)
    const names = [...new Set(own.map(({ was }) => was.name))].join('、')
    await handPapers(
      turn,
      names,
      acting,
      own.map(({ series }) => series),
      true,
    )
  }
  return gone.length
}

/** Somebody of these has moved to another unit: he goes on until whoever decides has said who follows him. */
export async function askAfterMoves(
  turn: Turn,
  actor: number,
  moved: readonly number[],
): Promise<void> {
  const { store, directory, today } = turn
  const orphaned: Orphaned[] = []
  for (const before of await store.meetings.list()) {
    const was = directory.people.get(before.secretary)
    if (!was || !moved.includes(was.id)) continue
    const proposed = successors(before, directory, today)
    const text = `${was.name}调到${directory.unitName(was.unit)}`
    const series = await noted(turn, actor, before, was.id, OPEN, text)
    orphaned.push({ series, was, acting: was.id, proposed })
  }
  await askWhoFollows(turn, orphaned)
}

/** What is still to be decided; where nothing is, who keeps each meeting's papers. */
export async function secretariesPage(turn: Turn): Promise<Reply> {
  const { store, directory, today } = turn
  const list = await store.meetings.list()
  const open: Orphaned[] = []
  for (const series of list) {
    const lines = await store.journal.of(`series:${series.id}`)
    const last = lines.findLast(
      ({ verb, text }) =>
        verb === ACTING || verb === OPEN || (verb === '改例会' && text.includes('秘书')),
    )
    const back = last?.change.after.back as { before: Pick<Series, 'secretary'> } | undefined
    const was = directory.people.get(back?.before.secretary ?? 0)
    // Taken back, the meeting has its secretary again.
    const stands = last?.verb === OPEN || (last?.verb === ACTING && series.secretary !== was?.id)
    if (!was || !stands) continue
    const proposed = successors({ ...series, secretary: was.id }, directory, today)
    open.push({ series, was, acting: series.secretary, proposed })
  }
  const card = open.length > 0 ? secretaryAskedCard(open, turn) : secretariesCard(list, turn)
  const line = open.length > 0 ? `${open.length}个例会的会议秘书待确定。` : '各例会都有会议秘书。'
  return { line, card, private: true }
}

async function noted(
  turn: Turn,
  actor: number | null,
  before: Series,
  secretary: number,
  verb: string,
  text: string,
): Promise<Series> {
  const back = { what: 'arrangement', id: before.id, before: arrangementOf(before) } as const
  const change = { verb, text, back }
  const after = await recordSeriesBy(turn, actor, { ...before, secretary }, change)
  await turn.store.meetings.save(before, after)
  return after
}

/** Another secretary was named: he hears what waits for him, with the draft that his predecessor had. */
export async function secretaryNamed(turn: Turn, before: Series, after: Series): Promise<void> {
  const was = turn.directory.people.get(before.secretary)
  if (before.secretary === after.secretary || !was) return
  const key = draftKey(before, meetingOf(turn, before))
  await turn.store.outbox.cancel(key, '会议秘书已换人', turn.now)
  await handPapers(turn, was.name, after.secretary, [after], false)
  if (!was.left)
    await tellPeople(
      turn,
      [was.id],
      `“${after.name}”会议秘书改由${turn.directory.name(after.secretary)}担任。`,
    )
}

async function askWhoFollows(turn: Turn, orphaned: readonly Orphaned[]): Promise<void> {
  if (orphaned.length === 0) return
  const body = sendingCard(secretaryAskedCard(orphaned, turn))
  for (const decider of decidersOf(turn.directory))
    await turn.post({
      kind: 'send',
      place: privatePlace(decider.id),
      body,
      class: 'notice',
      say: '会议秘书',
    })
}

/** What waits in these meetings goes to their new secretary: a list, and the draft of an agenda not yet sent. */
async function handPapers(
  turn: Turn,
  was: string,
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
    body: sendingCard(secretaryFoundCard(was, acting, waiting, turn)),
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
  await sendDraft(turn, series, await gatherAgenda(turn, series, at))
}

const meetingOf = ({ now, calendar }: Turn, series: Series) => nextMeeting(series, now, calendar)
