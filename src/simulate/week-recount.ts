/** How each unit came through the last week, and what the new one holds, counted again from the rows (language.md 4). */
import { at, isWorkday, plusDays } from './almanac.ts'
import { units } from './fate.ts'
import { type Facts, monday, owedUntil } from './page-facts.ts'
import type { ShownPage } from './shown-page.ts'

/** A row of the table: the unit; fell due last week, of that still owed, struck off last week, due this week, overdue. */
type Row = readonly [unit: string, ...figures: number[]]

/** What a weekly page has to say of these units, in the order of the roster; units without anything are left out. */
export function weekOf(names: readonly string[], facts: Facts): Row[] {
  const { all, now, sunday, day } = facts
  const from = at(monday(day), '0:00')
  let since = plusDays(monday(day), -1)
  while (!isWorkday(since)) since = plusDays(since, -1)
  const begun = at(monday(since), '0:00')
  return units
    .filter(({ name }) => names.includes(name))
    .map(({ name }): Row => {
      const own = all.filter(({ unit }) => unit === name)
      const fell = own.filter(
        ({ due, status }) =>
          begun <= due && due < from && status !== 'withdrawn' && status !== 'merged',
      )
      const closed = own.filter(
        (one) =>
          one.status === 'closed_out' && begun <= (one.closed ?? 0) && (one.closed ?? 0) < from,
      )
      const open = own.filter((one) => one.open === 1)
      return [
        name,
        fell.length,
        fell.filter((one) => one.open === 1 && !one.handed).length,
        closed.length,
        owedUntil(open, now, sunday).length,
        open.filter(({ light }) => light === 'red').length,
      ]
    })
    .filter(([, fell = 0, , closed = 0, due = 0, overdue = 0]) => fell + closed + due + overdue > 0)
}

/** Where a page's sentence about the last week, or its table, differs; `always`: the sentence stands there though nothing happened. */
export function weekDiffers(page: ShownPage, rows: readonly Row[], always: boolean): string[] {
  const sum = (n: number) => rows.reduce((all, row) => all + Number(row[n] ?? 0), 0)
  const expected = always || rows.length > 0 ? `${sum(1)} ${sum(2)} ${sum(3)}` : 'none'
  const said = page.lastWeek
  const figure = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0)
  const is =
    said === ''
      ? 'none'
      : `${figure(/到期(\d+)件/)} ${figure(/未办结(\d+)件/)} ${figure(/销号(\d+)件/)}`
  const table = rows.length > 1 ? rows : []
  return [
    ...(is === expected ? [] : [`last week ${is}, ${expected} expected`]),
    ...(JSON.stringify(page.units) === JSON.stringify(table)
      ? []
      : [`units ${JSON.stringify(page.units)}, ${JSON.stringify(table)} expected`]),
  ]
}
