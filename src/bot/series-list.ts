/** 例会: every series with its next date, page by page; two at one time are pointed out. */
import { nextMeeting } from '../domain/meeting/series.ts'
import { seriesCard } from '../views/agenda.ts'
import { PAGE, pageWithin } from '../views/list.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** One page, the next meeting first. */
export async function seriesPage(turn: Spoken, asked: number): Promise<Reply> {
  const { store, now, calendar } = turn
  const all = (await store.meetings.list())
    .map((series) => ({ series, next: nextMeeting(series, now, calendar) }))
    .sort((a, b) => a.next - b.next || a.series.id - b.series.id)
  const rows = all.map(({ series, next }) => {
    const same = all.filter((one) => one.next === next && one.series.id !== series.id)
    return { series, next, clash: same.map((one) => one.series.name) }
  })
  const page = pageWithin(asked, rows.length)
  const shown = rows.slice((page - 1) * PAGE, page * PAGE)
  return {
    line: `例会${rows.length}个`,
    card: seriesCard(shown, rows.length, page, turn),
    private: rows.length > 5,
    page: true,
  }
}
