/** The dates of 周交办 follow the meeting they are handed in at: a line of history each, one notice a person. */

import { pageTime } from '../domain/matter/batch.ts'
import { handInAfter, type Sittings } from '../domain/matter/hand-in.ts'
import { RECOUNT } from '../domain/matter/recount.ts'
import { dateSaid } from '../domain/time/date-said.ts'
import type { Moved } from '../views/calendar.ts'
import { settle } from './settle.ts'
import type { Turn } from './turn.ts'

/** Moves what was to be handed in at a meeting that is held otherwise now; gives what has moved, nobody is told yet. */
export async function followHandIn(
  turn: Turn,
  was: Sittings,
  is: Sittings,
  why: string,
  actor: number | null,
): Promise<Moved[]> {
  const { store, now } = turn
  const moved: Moved[] = []
  for (const { id } of await store.batches.openOf(is.series.id)) {
    // Only what was read by number in this turn can be settled.
    const matter = await store.matters.get(id)
    const due = matter && handInAfter(matter, was, is, now)
    if (!matter || due === undefined) continue
    const text = `${why}：${dateSaid(matter.due)} 改为 ${dateSaid(due)}`
    const after = { ...matter, due, changed: now }
    const settled = await settle(turn, { matter: after, verb: RECOUNT, text, notices: [] }, actor)
    moved.push({ matter: settled, was: matter.due })
  }
  await planPages(turn, moved, is)
  return moved
}

/** The page of a batch goes out on the morning of its meeting, whenever that is now. */
async function planPages({ store, now }: Turn, moved: Moved[], { calendar }: Sittings) {
  const pages = new Map(
    moved.map(({ matter, was }) => [matter.batch ?? '', { was, due: matter.due }]),
  )
  for (const [batch, { was, due }] of pages) {
    const subject = `batch:${batch}`
    for (const one of await store.occurrences.planned('weekly', subject))
      if (one.at === pageTime(was, calendar)) await store.occurrences.cancel(one, '会议时间已调整')
    const at = pageTime(due, calendar)
    if (at > now) await store.occurrences.plan({ rule: 'weekly', subject, at })
  }
}
