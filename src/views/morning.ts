/** 今日待办: one card in the morning for one who gets no leader's page; 本周待办 on the week's first working day. */
import { button, buttons, card, hr, note, tappable, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { PAGE_LINES, type Part, roomFor } from '../domain/digest.ts'
import { stepsFor } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Week } from '../domain/week.ts'
import { type Kept, keptLines, TAPPED, tapsOf } from './gathered.ts'
import { counted, matterLine } from './list.ts'
import type { Seen } from './seen.ts'
import { lastWeekSaid, unitsTable, weekTitle } from './week.ts'
import { daySaid } from './words.ts'

interface Shown {
  kept: readonly Kept[]
  today: Part
  coming: Part
  overdue: Part
  week: Week | null
}

/** What falls due today, in the week what is overdue and what comes, then what was kept back; at most twelve lines. */
export function morningCard(
  page: Shown & { weekly: Week['span'] | null; burden?: string; outlook?: string },
  seen: Seen,
): Card {
  const { week, weekly } = page
  const { kept, parts, room } = laidOut(page)
  const titles = ['今天到期', '已逾期', '本周内到期']
  const lists = parts.map(({ count, first }, n) =>
    part(titles[n] ?? '', count, first.slice(0, room[n] ?? 0), n === 0, seen),
  )
  const messages =
    kept.length > 0 ? [note(`并入的消息（${kept.length}）`), ...keptLines(kept, seen, room[3])] : []
  const units = week && week.units.length > 1 ? [unitsTable(week, seen)] : []
  const head = week && week.units.length > 0 ? [text(lastWeekSaid(week))] : []
  const blocks = [head, ...lists, messages, units].filter((one) => one.length > 0)
  const hidden = parts.reduce((all, one, n) => all + one.count - (room[n] ?? 0), 0)
  const more =
    hidden > 0 ? [note(`另有${counted(hidden)}，请说“待办 ${weekly ? '本周' : '今天'}”查看。`)] : []
  const day = daySaid(dayOf(seen.now), dayOf(seen.now))
  return card({
    title: weekly ? weekTitle('本周待办', weekly) : `今日待办 ${day}`,
    color: page.overdue.count > 0 ? 'orange' : 'blue',
    summary: summaryOf({ ...page, kept }, weekly !== null),
    elements: [
      ...blocks.flatMap((one, n) => (n === 0 ? one : [hr(), ...one])),
      ...more,
      ...(page.outlook ? [note(page.outlook)] : []),
      ...(page.burden ? [note(page.burden)] : []),
      buttons([button({ text: '我的待办', say: '待办' })]),
    ],
  })
}

/** The ids of what is listed as due today or overdue: its reminder of the day need not come besides. */
export function remindedToday(page: Shown): number[] {
  const { parts, room } = laidOut(page)
  const [today = [], overdue = []] = parts.map(({ first }, n) => first.slice(0, room[n] ?? 0))
  return [...today, ...overdue].map((one) => one.id)
}

/** What finds room on the page; the work that is listed by its date is not listed once more as a message. */
function laidOut({ today, overdue, coming, kept }: Shown) {
  const parts = [today, overdue, coming]
  const listed = new Set(parts.flatMap(({ first }) => first.map(({ id }) => id)))
  const told = kept.filter((one) => one.weight !== 'work' || !listed.has(one.matter?.id ?? 0))
  return {
    kept: told,
    parts,
    room: roomFor([...parts.map((one) => one.count), told.length], PAGE_LINES),
  }
}

function summaryOf({ today, coming, overdue, kept }: Shown, weekly: boolean): string {
  const counts = [
    ['今天到期', `${today.count}件`],
    ['逾期', `${overdue.count}件`],
    ['本周内到期', `${coming.count}件`],
    ['并入的消息', `${kept.length}条`],
  ].flatMap(([name, count]) => (/^0/.test(count ?? '0') ? [] : [`${name}${count}`]))
  return `${weekly ? '本周待办' : '今日待办'}：${counts.join('，')}`
}

/** A line a matter, each a tap to look closer; what is due today has the reader's own steps under it. */
function part(
  title: string,
  count: number,
  matters: readonly Matter[],
  pressing: boolean,
  seen: Seen,
): Element[] {
  if (count === 0) return []
  const lines = matters.flatMap((matter, n): Element[] => {
    const say = `查 ${matter.id}`
    if (pressing && n < TAPPED && isHisToDo(matter, seen))
      return [text(matterLine(matter, seen)), buttons(tapsOf({ matter, say }, seen))]
    return [tappable(say, [text(matterLine(matter, seen))], `查看${matter.id}号`)]
  })
  return [note(`${title}（${count}）`), ...lines]
}

const isHisToDo = (matter: Matter, { viewer, directory }: Seen): boolean =>
  viewer !== undefined && stepsFor(viewer, matter, directory).length > 0
