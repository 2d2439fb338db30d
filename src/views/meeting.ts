/** A meeting that was called off, as those who would have come read it. */
import { card, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'
import type { Series } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** One card: which meeting, why, and when it meets next. */
export function meetingNoticeCard(
  told: { series: Series; at: Instant; what: string; why: string; next: Instant },
  { now, calendar }: Seen,
): Card {
  const { series, at, what, why, next } = told
  const lines = [
    `原定时间：${whenSaid(at, now, calendar)}`,
    ...(why ? [`原因：${why}`] : []),
    `下次会议：${whenSaid(next, now, calendar)}`,
  ]
  return card({
    title: `${series.name} 本次${what}`,
    color: 'grey',
    summary: `${series.name}本次${what}`,
    elements: [text(lines.join('\n'))],
  })
}
