/** The drafts of a meeting as a card, a page at a time, or one by itself. */
import { basisOf, meetingName, nextAfter, type Resolution } from '../domain/meeting/resolution.ts'
import type { Series } from '../domain/meeting/series.ts'
import { PAGE } from '../views/list.ts'
import { type MinutesPage, minutesCard } from '../views/minutes.ts'
import { draftCard } from '../views/minutes-draft.ts'
import { twinsOf } from './minutes-register.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** One draft, with what can be done about it. */
export async function shown(
  turn: Spoken,
  series: Series,
  draft: Resolution,
  line = basisOf(series, draft),
): Promise<Reply> {
  const twin = (await twinsOf(turn, [draft])).get(draft.id)
  const next = nextAfter(series, turn.now, turn.calendar)
  const card = draftCard({ series, draft, twin, next, line }, turn)
  return { line, card, private: true, page: true }
}

/** All of them, the page asked for; what just happened on top. */
export async function listed(
  turn: Spoken,
  { series, meeting }: { series: Series; meeting: number },
  page: number,
  lines: string[] = [],
  left: NonNullable<MinutesPage['left']> = [],
): Promise<Reply> {
  const all = await turn.store.resolutions.of({ series: series.id, meeting })
  const twins = await twinsOf(
    turn,
    all.filter((one) => one.state === 'draft'),
  )
  const next = nextAfter(series, turn.now, turn.calendar)
  const card = minutesCard({ series, meeting, all, twins, next, page, lines, left }, turn)
  const line = lines.join('\n') || `${meetingName(series, meeting)}议定事项${all.length}条`
  return { line, card, private: true, page: true }
}

/** The page of the list on which they stand. */
export const pageOf = (those: readonly Resolution[]): number =>
  Math.ceil(Math.min(...those.map((one) => one.item)) / PAGE)
