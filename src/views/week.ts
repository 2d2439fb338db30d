/** 一周: how the last week went and what the new one holds, in a sentence and by unit; units are never ranked (R8). */
import { table } from '../card/build.ts'
import type { Table } from '../card/displays.ts'
import { addDays, dayOf } from '../domain/time/day.ts'
import { type Span, totalOf, type Week } from '../domain/week.ts'
import type { Seen } from './seen.ts'

/** `11月23日至29日`, `11月30日至12月6日`; one day is `11月23日`. */
export function spanSaid(from: number, to: number): string {
  const [first, last] = [dayOf(from), addDays(dayOf(to), -1)]
  if (first === last) return monthDay(first)
  const [month, day] = last.split('-').slice(1).map(Number)
  const same = first.slice(0, 7) === last.slice(0, 7)
  return `${monthDay(first)}至${same ? '' : `${month}月`}${day}日`
}

const monthDay = (day: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** `一周督办 11月23日至29日`. */
export const weekTitle = (name: string, { from, to }: Span): string =>
  `${name} ${spanSaid(from, to)}`

/** `上周（11月16日至22日）到期8件，其中未办结1件；销号9件。` */
export function lastWeekSaid({ span, units }: Week): string {
  const { fell, owed, closed } = totalOf(units)
  const when = `上周（${spanSaid(span.since, span.from)}）`
  if (fell + closed === 0) return `${when}没有到期和销号的事项。`
  const due =
    fell === 0
      ? '没有到期的事项'
      : `到期${fell}件，${owed === 0 ? `${fell > 1 ? '均' : ''}已办结或待审核` : `其中未办结${owed}件`}`
  return `${when}${due}；销号${closed}件。`
}

/** A line a unit, in the order of the roster. */
export function unitsTable({ units }: Week, { directory }: Pick<Seen, 'directory'>): Table {
  return table({
    columns: [
      { name: 'unit', label: '科室' },
      { name: 'fell', label: '上周到期', type: 'number' },
      { name: 'owed', label: '其中未办结', type: 'number' },
      { name: 'closed', label: '上周销号', type: 'number' },
      { name: 'due', label: '本周到期', type: 'number' },
      { name: 'overdue', label: '逾期', type: 'number' },
    ],
    rows: units.map(({ unit, ...figures }) => ({ unit: directory.unitName(unit), ...figures })),
  })
}
