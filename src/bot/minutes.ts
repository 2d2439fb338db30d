/** 纪要: what was pasted is kept as drafts, line by line; drafts become matters by a human's word only (F7). */
import { Declined } from '../domain/declined.ts'
import { type MinutesRead, readMinutes } from '../domain/meeting/minutes.ts'
import {
  DRAFT_DAYS,
  expired,
  highestNumber,
  meetingName,
  type Resolution,
  type ResolutionKey,
  refuseNotKeeper,
} from '../domain/meeting/resolution.ts'
import { heldBefore, nextMeeting, type Series } from '../domain/meeting/series.ts'
import { isAnnounced } from './meeting.ts'
import { record } from './record.ts'
import type { Items } from './slots/minutes.ts'
import type { Spoken } from './turn.ts'

/** The meeting that was held last: its number is the one that minutes are of. */
export async function lastHeld(turn: Spoken, series: Series): Promise<number> {
  const next = nextMeeting(series, turn.now, turn.calendar)
  const ahead = (await isAnnounced(turn, series, next)) ? 1 : 0
  return Math.max(1, heldBefore(series, next, turn.calendar) - ahead)
}

/** The last meeting by number and the next, where the number given lies beyond it or is none; else nothing. */
export async function numberDoubted(
  turn: Spoken,
  series: Series,
  meeting: number,
): Promise<{ last: number } | undefined> {
  const held = await lastHeld(turn, series)
  const known = await turn.store.resolutions.highest(series.id)
  const highest = highestNumber(series, held, known, turn.now, turn.calendar)
  if (meeting >= 1 && (highest === undefined || meeting <= highest)) return undefined
  return { last: highest === undefined ? held : highest - 1 }
}

export interface KeptMinutes extends MinutesRead {
  fresh: Resolution[]
  /** Lines that this meeting has already, as drafts or as matters. */
  known: Resolution[]
}

/** Keeps the drafts of pasted minutes; a line that the meeting has already is not kept twice. */
export async function keepMinutes(
  turn: Spoken,
  series: Series,
  meeting: number,
  text: string,
): Promise<KeptMinutes> {
  const { store, actor, at, directory, calendar } = turn
  refuseNotKeeper(actor, series, directory)
  const read = readMinutes(text, { directory, calendar, now: at })
  if (read.drafts.length === 0)
    throw new Declined('E-MINUTES-1', '没有看出要交办的事，请把议定事项一行一条粘贴在后面。', [
      `纪要 ${series.name} 由金融科牵头，12月5日前拿出方案`,
    ])
  const key = { series: series.id, meeting }
  const before = await store.resolutions.of(key)
  const kept: KeptMinutes = { ...read, fresh: [], known: [] }
  let item = Math.max(0, ...before.map((one) => one.item))
  const changed: Resolution[] = []
  for (const draft of read.drafts) {
    const same = [...before, ...kept.fresh].find((one) => plain(one.words) === plain(draft.words))
    if (same && same.state !== 'dropped' && !expired(same, turn.now)) kept.known.push(same)
    else if (same) {
      changed.push(same)
      kept.fresh.push(
        await store.resolutions.save(same, {
          ...same,
          ...draft,
          state: 'draft',
          person: actor.id,
          at,
        }),
      )
    } else {
      item += 1
      const born = {
        ...draft,
        ...key,
        item,
        state: 'draft' as const,
        matter: null,
        person: actor.id,
      }
      kept.fresh.push(await store.resolutions.add({ ...born, at: turn.now }))
    }
  }
  const ids = kept.fresh.flatMap(({ id }) => (changed.some((one) => one.id === id) ? [] : [id]))
  const said = `${meetingName(series, meeting)}，${kept.fresh.length}条`
  const back = { what: 'resolutions', before: changed, added: ids } as const
  await record(turn, { verb: '纪要', text: said, back })
  return kept
}

/** Two lines that differ in marks and spaces only are one. */
const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')

/** The drafts meant: those of the meeting named, else of the newest minutes the speaker brought or keeps. */
export async function minutesMeant(
  turn: Spoken,
  named: { series: Series | null; nth: number | null } | null,
): Promise<{ series: Series; meeting: number }> {
  const { store, actor, directory } = turn
  const key = await keyMeant(turn, named)
  const series = key && (await store.meetings.get(key.series))
  if (!key || !series)
    throw new Declined(
      'E-MINUTES-6',
      `没有待确认的纪要草稿（草稿保留${DRAFT_DAYS}天），请先粘贴纪要。`,
      ['纪要 服务企业周例会 由金融科牵头，12月5日前拿出方案'],
    )
  refuseNotKeeper(actor, series, directory)
  return { series, meeting: key.meeting }
}

async function keyMeant(
  turn: Spoken,
  named: { series: Series | null; nth: number | null } | null,
): Promise<ResolutionKey | undefined> {
  const { store, actor } = turn
  const series = named?.series?.id
  if (series !== undefined && named?.nth) return { series, meeting: named.nth }
  if (series !== undefined) return store.resolutions.newest({ series })
  const own = await store.resolutions.newest({ person: actor.id })
  if (own) return { ...own, meeting: named?.nth ?? own.meeting }
  for (const one of await store.meetings.list()) {
    if (one.secretary !== actor.id) continue
    const key = await store.resolutions.newest({ series: one.id })
    if (key) return key
  }
  return undefined
}

/** The items named, each as it is kept. Declines a number that the meeting has not. */
export async function itemsMeant(turn: Spoken, { meeting: named, numbers }: Items) {
  const { series, meeting } = await minutesMeant(turn, named)
  const all = await turn.store.resolutions.of({ series: series.id, meeting })
  const those = numbers.map((number) => {
    const found = all.find((one) => one.item === number)
    if (found) return found
    const name = meetingName(series, meeting)
    throw new Declined('E-MINUTES-6', `${name}没有第${number}条，共${all.length}条。`, [
      `纪要 ${name}`,
    ])
  })
  return { series, meeting, those, all }
}
