/** When a series' pack is made, and who gets it. */
import { nextMeeting, packTimes, type Series } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { nextOpen } from '../domain/time/window.ts'
import { groupPlace, privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

/** The subject of what the clock asks about a series. */
export const subjectOf = ({ id }: Pick<Series, 'id'>): string => `series:${id}`

/** The next pack is planned anew after an arrangement has changed; a meeting that has its pack gets no second one. */
export async function planPack(turn: Turn, series: Series): Promise<void> {
  const { store, now, calendar } = turn
  const subject = subjectOf(series)
  for (const rule of ['agenda-draft', 'agenda'])
    for (const one of await store.occurrences.planned(rule, subject))
      await store.occurrences.cancel(one, '会议时间已调整')
  const next = nextMeeting(series, now, calendar)
  const has = await isAnnounced(turn, series, next)
  const { draft } = packTimes(has ? nextMeeting(series, next, calendar) : next, calendar)
  let at = Math.max(draft, nextOpen(now, calendar))
  // A moment that was had already is not had again: without the next one the meeting would never get a pack.
  while (!(await store.occurrences.plan({ rule: 'agenda-draft', subject, at }))) at += 1
}

/** Whether the pack of that meeting has gone out. */
export const isAnnounced = async ({ store }: Turn, series: Series, at: Instant): Promise<boolean> =>
  (await store.packs.meeting(series.id, at)) !== undefined

/** The pack goes out now, or as soon as messages may: the secretary has given what it waited for. */
export async function sendNow(turn: Turn, series: Series): Promise<void> {
  const { store, now, calendar } = turn
  const at = nextOpen(now, calendar)
  await store.occurrences.plan({ rule: 'agenda', subject: subjectOf(series), at })
}

/** The bound group; without one, the heads of the units concerned, the leader and the secretary, in private. */
export function participants({ directory }: Turn, series: Series): string[] {
  if (series.chat !== null) return [groupPlace(series.chat)]
  const heads = [series.unit, ...series.support].flatMap((id) => {
    const unit = directory.units.get(id ?? 0)
    // 局领导 have no head who would tell the others.
    if (unit?.kind === 'leaders') return directory.membersOf(unit.id).map((one) => one.id)
    return unit?.head ?? []
  })
  const leaders = directory.named(series.leader).map((one) => one.id)
  return [...new Set([...heads, ...leaders, series.secretary])].map((id) => privatePlace(id))
}
