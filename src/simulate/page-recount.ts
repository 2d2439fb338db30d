/** The morning's pages held against what they have to be: everybody's who is due one, and nobody else's. */
import { people, personOf } from '../sample/people.ts'
import type { Street } from '../sandbox/street.ts'
import { clockOf } from './almanac.ts'
import type { Ledger } from './ledger.ts'
import type { Facts } from './page-facts.ts'
import { type DuePart, partsDiffer, shownIn } from './shown-page.ts'
import { weekDiffers, weekOf } from './week-recount.ts'

/** What was found of the pages so far. */
export interface Pages {
  counted: number
  /** People who had nothing, and got none. */
  silent: number
  /** What stood on them, by heading. */
  items: Record<string, number>
  differing: string[]
}

/** Nothing counted yet. */
export const noPages = (): Pages => ({ counted: 0, silent: 0, items: {}, differing: [] })

/** A page that somebody has to get. */
export interface DuePage {
  /** How its title begins. */
  title: string
  parts: readonly DuePart[]
  /** The units whose week it tells, by name, on the first working day; `always`: though nothing happened. */
  week?: { units: readonly string[]; always: boolean }
}

/** Holds the pages of one kind that were written in this moment against those due, by person's key. */
export async function countPages(
  pages: Pages,
  kind: 'digest' | 'morning',
  due: ReadonlyMap<string, DuePage>,
  facts: Facts,
  { ledger, street }: { ledger: Ledger; street: Pick<Street, 'card'> },
): Promise<void> {
  const { day, now } = facts
  const letters = await ledger.rows<{ state: string; message: string | null; who: string }>(
    `select o.state, o.message, p.open_id as who from outbox o join people p on o.place = 'p:' || p.id
     where o.key >= '${kind}:' and o.key < '${kind};' and o.key like '%:${day}'`,
  )
  for (const { key } of people) {
    const page = due.get(key)
    const own = letters.filter(({ who }) => who === personOf(key).openId)
    const differs = (how: string) =>
      pages.differing.push(`${kind} of ${key} ${day} ${clockOf(now)}: ${how}`)
    if (!page) pages.silent += 1
    if (own.length !== (page ? 1 : 0)) {
      differs(
        `${own.length} pages${page ? ` for ${JSON.stringify(page.parts)}` : ', none expected'}`,
      )
      continue
    }
    const [letter] = own
    if (!page || !letter) continue
    pages.counted += 1
    if (letter.state !== 'sent') differs(`is ${letter.state}`)
    const shown = shownIn(street.card(letter.message ?? '') ?? {})
    for (const { heading, count } of shown.parts)
      pages.items[heading] = (pages.items[heading] ?? 0) + count
    if (!shown.title.startsWith(page.title)) differs(`${shown.title}, ${page.title} expected`)
    for (const how of partsDiffer(shown, page.parts)) differs(how)
    const { units = [], always = false } = page.week ?? {}
    const week = page.week ? weekOf(units, facts) : []
    for (const how of weekDiffers(shown, week, always)) differs(how)
  }
}
