/** When a series' pack is made, and who gets it. */
import { nextMeeting, packTimes, type Series } from '../domain/meeting/series.ts'
import { nextOpen } from '../domain/time/window.ts'
import { groupPlace, privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

/** The next pack is planned anew after an arrangement has changed; a meeting that has its pack gets no second one. */
export async function planPack(turn: Turn, before: Series | undefined, series: Series) {
  const { store, now, calendar } = turn
  const subject = `series:${series.id}`
  const next = nextMeeting(series, now, calendar)
  const had = before && nextMeeting(before, now, calendar)
  const has = had === next && (await isAnnounced(turn, before ?? series, next))
  for (const rule of ['agenda-draft', 'agenda'])
    for (const one of await store.occurrences.planned(rule, subject))
      await store.occurrences.cancel(one, '会议时间已调整')
  const { draft } = packTimes(has ? nextMeeting(series, next, calendar) : next, calendar)
  const at = Math.max(draft, nextOpen(now, calendar))
  await store.occurrences.plan({ rule: 'agenda-draft', subject, at })
}

/** Whether the pack of the next meeting has gone out: the following one's is what is planned. */
export async function isAnnounced(turn: Turn, series: Series, at: number): Promise<boolean> {
  const { store, calendar } = turn
  const drafts = await store.occurrences.planned('agenda-draft', `series:${series.id}`)
  const following = packTimes(nextMeeting(series, at, calendar), calendar).draft
  return drafts.some((one) => one.at >= following)
}

/** The bound group; without one, the heads of the units concerned, the leader and the secretary, in private. */
export function participants({ directory }: Turn, series: Series): string[] {
  if (series.chat !== null) return [groupPlace(series.chat)]
  const units = [series.unit, ...series.support]
  const heads = units.map((id) => (id === null ? null : directory.units.get(id)?.head))
  const leaders = directory.named(series.leader).map((one) => one.id)
  const people = [...heads, ...leaders, series.secretary].filter((id) => typeof id === 'number')
  return [...new Set(people)].map((id) => privatePlace(id))
}
