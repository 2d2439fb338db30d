/** How a change of a meeting's arrangement is kept, told and answered. */
import { Declined } from '../domain/declined.ts'
import { clashing, nextMeeting, type Series } from '../domain/meeting/series.ts'
import { meetingNoticeCard } from '../views/meeting.ts'
import { whenSaid } from '../views/words.ts'
import { participants, planPack } from './meeting.ts'
import { arrangementOf, recordSeries } from './record.ts'
import { type Spoken, sendingCard } from './turn.ts'

/** The series named, or that of the group one is in. */
export async function seriesMeant(turn: Spoken, named: Series | null): Promise<Series> {
  if (named) return named
  const list = await turn.store.meetings.list()
  const here = list.find((one) => turn.place === `g:${one.chat}`)
  if (here) return here
  throw new Declined('E-SAY-1', '还缺：例会名称。', ['例会'])
}

/** The id of the only person of a name. */
export function onlyNamed(turn: Spoken, name: string): number {
  const [one, ...more] = turn.directory.named(name)
  if (one && more.length === 0) return one.id
  throw new Declined('E-PERSON-4', `名册中没有唯一的“${name}”，请写科室加姓名。`)
}

/** Saves the arrangement with its line of history; the next pack is planned anew. */
export async function arranged(
  turn: Spoken,
  before: Series,
  next: Series,
  verb: string,
  text: string | null,
): Promise<Series> {
  const back = { what: 'arrangement', id: before.id, before: arrangementOf(before) } as const
  const after = await recordSeries(turn, next, { verb, text: text ?? '', back })
  await turn.store.meetings.save(before, after)
  await planPack(turn, before, after)
  return after
}

/** The participants hear once that a meeting they have a pack for is not held. */
export async function tellCalledOff(
  turn: Spoken,
  series: Series,
  at: number,
  what: string,
  why: string,
) {
  const next = nextMeeting(series, turn.now, turn.calendar)
  for (const place of participants(turn, series))
    await turn.post({
      kind: 'send',
      place,
      body: sendingCard(meetingNoticeCard({ series, at, what, why, next }, turn)),
      class: 'notice',
      key: `${what}:${series.id}:${at}:${place}`,
    })
}

/** What was done, when it meets next, and whether another meeting is at that time. */
export async function arrangedSaid(turn: Spoken, series: Series, what: string) {
  const { now, calendar } = turn
  const next = whenSaid(nextMeeting(series, now, calendar), now, calendar)
  const other = clashing(series, await turn.store.meetings.list(), now, calendar)
  const clash = other ? `与“${other.name}”同时，请留意。` : ''
  return { line: `${what}，下次会议 ${next}。${clash}10分钟内可说“撤销”。` }
}
