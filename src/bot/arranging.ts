/** How a change of a meeting's arrangement is kept, told and answered. */
import { Declined } from '../domain/declined.ts'
import { type Pack, rearranged } from '../domain/meeting/pack.ts'
import { clashing, nextMeeting, type Series } from '../domain/meeting/series.ts'
import { isSecretary, isSupervisor, speaksFor } from '../domain/people/rights.ts'
import type { Moved } from '../views/calendar.ts'
import { meetingNoticeCard } from '../views/meeting.ts'
import { whenSaid } from '../views/words.ts'
import { followHandIn } from './hand-in.ts'
import { planPack } from './meeting.ts'
import { tellMoved } from './moved-dates.ts'
import { showPackAgain } from './pack-cards.ts'
import { arrangementOf, type PackTimesKept, recordSeries, type TakeBack } from './record.ts'
import { secretaryNamed } from './secretary.ts'
import { tellPeople } from './tell.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** The series named, or that of the group one is in. */
export async function seriesMeant(turn: Spoken, named: Series | null): Promise<Series> {
  if (named) return named
  const list = await turn.store.meetings.list()
  const here = list.find((one) => turn.place === `g:${one.chat}`)
  if (here) return here
  throw new Declined('E-SAY-1', '还缺：例会名称。', ['例会'])
}

/** Whether the speaker arranges its agenda: its secretary, the office's secretaries, the 督查室. */
export const mayArrange = ({ actor }: Spoken, series: Series): boolean =>
  speaksFor(actor, series.secretary) || isSecretary(actor) || isSupervisor(actor)

/** What a new arrangement of a series says in its history, and to those who have its pack. */
export interface Arranging {
  verb: string
  text: string | null
  /** A meeting was called off: its pack, if it has one, counts no more. */
  calledOff?: boolean
}

/** The series as it is arranged now, and the dates of 周交办 that followed it. */
export interface Arranged {
  series: Series
  moved: Moved[]
}

/** Saves the arrangement with its line of history; packs that were sent follow it, the next one is planned anew. */
export async function arranged(
  turn: Spoken,
  before: Series,
  next: Series,
  { verb, text, calledOff = false }: Arranging,
): Promise<Arranged> {
  const { store, now, calendar } = turn
  const sent = await store.packs.ahead(before.id, now)
  const packs = rearranged(sent, next, calledOff, now, calendar)
  const arrangement = arrangementOf(before)
  const was = sent.filter((one) => packs.some((pack) => pack.at === one.at)).map(timesOf)
  const back = { what: 'arrangement', id: before.id, before: arrangement, packs: was } as const
  const uncounted = packs.filter((one) => one.state === 'off' && one.agenda.number === before.held)
  const counted = { ...next, held: before.held - uncounted.length }
  const after = await recordSeries(turn, counted, { verb, text: text ?? '', back })
  await store.meetings.save(before, after)
  for (const pack of packs) {
    await store.packs.arrange(pack)
    await showPackAgain(turn, pack)
    await tellRearranged(turn, pack, sent.find((one) => one.at === pack.at)!.meets, text ?? '')
  }
  await planPack(turn, after)
  await secretaryNamed(turn, before, after)
  return { series: after, moved: await handInMoves(turn, before, after, verb, true) }
}

/** What is handed in at the meeting follows it, and its people hear of it; gives how many dates have moved. */
async function handInMoves(
  turn: Spoken,
  was: Series,
  is: Series,
  what: string,
  tells: boolean,
): Promise<Moved[]> {
  const { calendar, actor } = turn
  const why = `${is.name}${what}`
  const sittings = (series: Series) => ({ series, calendar })
  const moved = await followHandIn(turn, sittings(was), sittings(is), why, actor.id)
  if (tells) await tellMoved(turn, moved, why, '周交办的交卷时间随会调整')
  return moved
}

/** The office's days have changed: a meeting whose pack has gone out may fall on another day now. */
export async function realignPacks(turn: Turn, series: Series): Promise<void> {
  const { store, now, calendar } = turn
  const sent = await store.packs.ahead(series.id, now)
  for (const pack of rearranged(sent, series, false, now, calendar)) {
    await store.packs.arrange(pack)
    await showPackAgain(turn, pack)
    await tellRearranged(turn, pack, sent.find((one) => one.at === pack.at)!.meets, '放假安排变动')
  }
}

/** 撤销: the arrangement as it was, with its packs. */
export async function arrangedBack(
  turn: Spoken,
  { id, before, packs = [] }: Extract<TakeBack, { what: 'arrangement' }>,
  told: boolean,
): Promise<void> {
  const { store } = turn
  const series = await store.meetings.get(id)
  if (!series) return
  let again = 0
  for (const times of packs) {
    const pack = await store.packs.get(id, times.at)
    if (!pack) continue
    if (pack.state === 'off' && pack.agenda.number === series.held + 1) again += 1
    const restored = { ...pack, ...times }
    await store.packs.arrange(restored)
    await showPackAgain(turn, restored)
  }
  const next = { ...series, ...before, held: series.held + again }
  await store.meetings.save(series, next)
  await planPack(turn, next)
  await handInMoves(turn, series, next, '照原来的安排', told)
  if (told) await tellHeldAgain(turn, next, packs)
  if (told && series.secretary !== next.secretary)
    await tellPeople(
      turn,
      [series.secretary],
      `“${series.name}”的会议秘书仍是${turn.directory.name(next.secretary)}，此前的告知请忽略。`,
    )
}

/** Those who were told of another time hear that the meeting is held as it was announced. */
async function tellHeldAgain(
  turn: Spoken,
  series: Series,
  packs: readonly PackTimesKept[],
): Promise<void> {
  for (const { at, meets } of packs) {
    const pack = await turn.store.packs.get(series.id, at)
    if (!pack) continue
    const told = { series, at: meets, what: '照常召开', why: '', next: meets }
    const body = sendingCard(meetingNoticeCard(told, turn))
    for (const place of pack.places) await turn.post({ kind: 'send', place, body, class: 'notice' })
  }
}

const timesOf = ({ at, meets, state }: Pack): PackTimesKept => ({ at, meets, state })

/** Those who have the pack hear once that its meeting is not held, or when it is held instead. */
async function tellRearranged(turn: Turn, pack: Pack, was: number, why: string): Promise<void> {
  const { store, now, calendar } = turn
  const series = await store.meetings.get(pack.series)
  if (!series) return
  const off = pack.state === 'off'
  const what = off ? '停开' : '改期'
  const next = off ? nextMeeting(series, now, calendar) : pack.meets
  const card = meetingNoticeCard({ series, at: was, what, why, next }, turn)
  for (const place of pack.places)
    await turn.post({
      kind: 'send',
      place,
      body: sendingCard(card),
      class: 'notice',
      key: `${what}:${series.id}:${was}:${next}:${place}`,
    })
}

/** What was done, when it meets next, and whether another meeting is at that time. */
export async function arrangedSaid(turn: Spoken, { series, moved }: Arranged, what: string) {
  const { now, calendar } = turn
  const next = whenSaid(nextMeeting(series, now, calendar), now, calendar)
  const other = clashing(series, await turn.store.meetings.list(), now, calendar)
  const clash = other ? `与“${other.name}”同时，请留意。` : ''
  const [first] = moved
  const handIn = first
    ? `周交办${moved.length}件的交卷时间随之改为 ${whenSaid(first.matter.due, now, calendar)}。`
    : ''
  return { line: `${what}，下次会议 ${next}。${handIn}${clash}10分钟内可说“撤销”。` }
}
