/** The leaders' pages of 8:20 counted again: what waits from the sentences said until then, what is late or near from the rows. */
import { personOf } from '../sample/people.ts'
import { units } from '../sample/units.ts'
import { at, clockOf, type Day, dayOf, isWorkday, plusDays, weekday } from './almanac.ts'
import { type Fate, leaders } from './fate.ts'
import type { Ledger } from './ledger.ts'
import { type Dated, dated } from './pack-recount.ts'
import { waitsFor } from './pending-recount.ts'

/** What was found of the pages so far. */
export interface Pages {
  counted: number
  /** What stood on them, by heading. */
  items: Record<string, number>
  differing: string[]
}

/** Nothing counted yet. */
export const noPages = (): Pages => ({ counted: 0, items: {}, differing: [] })

/** The moment at which the pages of a day are sent. */
export const pageMoment = (day: Day): number => at(day, '8:20')

interface Row extends Dated {
  unit: string
}

/** Holds the pages of a day against what was said; asked at the moment they are sent. */
export async function countPages(
  pages: Pages,
  fates: readonly Fate[],
  ledger: Ledger,
  now: number,
): Promise<void> {
  const day = dayOf(now)
  const letters = await ledger.rows<{ key: string; body: string; who: string }>(
    `select o.key, o.body, p.open_id as who from outbox o join people p
     on o.place = 'p:' || p.id where o.key like 'digest:%:${day}'`,
  )
  const rows = await ledger.rows<Row>(
    `select m.status, m.due, m.closing, m.sides, u.name as unit
     from matters m join units u on u.id = m.lead where m.open = 1 and m.status <> 'draft'`,
  )
  const waits = fates.map((fate) => waitsFor(fate, now))
  for (const key of leaders) {
    const letter = letters.find(({ who }) => who === personOf(key).openId)
    const expected = countedFor(key, waits, rows, now)
    const found = letter ? headingsIn(letter.body) : {}
    pages.counted += letter ? 1 : 0
    for (const [heading, should] of Object.entries(expected)) {
      const is = found[heading] ?? 0
      pages.items[heading] = (pages.items[heading] ?? 0) + is
      if (is !== should)
        pages.differing.push(
          `page of ${key} ${day} ${clockOf(now)}: ${heading} ${is}, ${should} expected`,
        )
    }
  }
}

/** What a leader's page has to count, by its heading. */
function countedFor(key: string, waits: readonly string[][], rows: readonly Row[], now: number) {
  const all = personOf(key).post === 'principal'
  const field = units.filter((unit) => all || unit.charge === key || unit.head === key)
  const names = new Set(field.map((unit) => unit.name))
  const own = rows
    .filter(({ unit }) => names.has(unit))
    .map((row) => ({ ...dated(row, now), rests: row.status === 'suspended' }))
  const waiting = waits.filter((people) => people.includes(key)).length
  const of = (light: string) => own.filter((row) => row.light === light).length
  const overdue = { 待您处理: waiting, 已逾期: of('red') }
  if (!opensWeek(dayOf(now))) return { ...overdue, 三个工作日内到期: of('yellow') }
  const sunday = at(plusDays(dayOf(now), 8 - (weekday(dayOf(now)) || 7)), '0:00')
  // What rests comes up again on its day, and is not owed on it.
  const owed = own.filter(
    ({ handed, rests, next }) => !handed && !rests && next >= now && next < sunday,
  )
  return { ...overdue, 本周到期: owed.length }
}

/** The first working day from Monday to Sunday. */
function opensWeek(day: Day): boolean {
  const monday = plusDays(day, 1 - (weekday(day) || 7))
  for (let one = monday; one < day; one = plusDays(one, 1)) if (isWorkday(one)) return false
  return true
}

/** The numbers behind the headings of a page: 已逾期（3，其中1件见上）. */
function headingsIn(body: string): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [, heading = '', number] of body.matchAll(
    /"(待您处理|已逾期|三个工作日内到期|本周到期)（(\d+)[，）]/g,
  ))
    found[heading] = Number(number)
  return found
}
