/** 新到事项 counted again when the window has closed: each day's card holds the work that still waits, and says so when none does. */
import { people, personOf } from '../sample/people.ts'
import type { Street } from '../sandbox/street.ts'
import { at, type Day, dayOf } from './almanac.ts'
import { gatheredFor, type KeptBack } from './kept-recount.ts'
import type { Ledger } from './ledger.ts'
import type { Facts } from './page-facts.ts'
import type { Pages } from './page-recount.ts'
import { shownIn } from './shown-page.ts'

/** The moment at which a day's cards are looked at. */
export const gatheredMoment = (day: Day): number => at(day, '17:59')

/** Holds everybody's card of the day against what was kept back for him. */
export async function countGathered(
  cards: Pages,
  kept: readonly KeptBack[],
  facts: Facts,
  { ledger, street }: { ledger: Ledger; street: Pick<Street, 'card'> },
): Promise<void> {
  const { day } = facts
  const letters = await ledger.rows<{ state: string; message: string | null; who: string }>(
    `select o.state, o.message, p.open_id as who from outbox o join people p on o.place = 'p:' || p.id
     where o.key >= 'gathered:' and o.key < 'gathered;' and o.key like '%:${day}'`,
  )
  for (const { key } of people) {
    const { openId } = personOf(key)
    const letter = letters.find(({ who }) => who === openId)
    const due = gatheredFor(key, kept, facts)
    const differs = (how: string) => cards.differing.push(`新到事项 of ${key} ${day}: ${how}`)
    if (letter?.state !== 'sent') {
      // What was said to be on it waits on no card, or on one taken back.
      const lost = due.filter((one) => one.gathered && dayOf(one.at) === day)
      if (lost.length > 0) differs(`${letter?.state ?? 'no card'} for ${lost.length}`)
      cards.silent += 1
      continue
    }
    cards.counted += 1
    cards.items.新到事项 = (cards.items.新到事项 ?? 0) + due.length
    const { title } = shownIn(street.card(letter.message ?? '') ?? {})
    const expected = due.length > 0 ? `新到事项（${due.length}件）` : '新到事项均已办理'
    if (title !== expected) differs(`${title}, ${expected} expected`)
  }
}
