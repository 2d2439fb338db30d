/** 每人每日条数 counted again from what was seen: every message in a private chat that is no answer to what was just said. */
import { dayOf } from './almanac.ts'
import { uuidOf, type Witness } from './witness.ts'

/** Messages that a person may get in a day; nobody in the year sets another number (domain.md R8, issue TIME). */
const BUDGET = 3

/** The keys of the messages that nobody had just asked for, by person and day: `p:7 2022-03-04`. */
export function disturbances(witness: Witness): Map<string, string[]> {
  const letters = new Map([...witness.letters.values()].map((one) => [uuidOf(one.key), one]))
  const found = new Map<string, Set<string>>()
  for (const { uuid, at } of witness.effects()) {
    const letter = uuid === undefined ? undefined : letters.get(uuid)
    if (!letter || letter.class === 'answer' || !letter.place.startsWith('p:')) continue
    const day = `${letter.place} ${dayOf(at)}`
    found.set(day, (found.get(day) ?? new Set()).add(letter.key))
  }
  return new Map([...found].map(([day, keys]) => [day, [...keys]]))
}

/** Whoever got more in a day than he may; a card that explains a downtime comes on top of it, and so does 特急. */
export function beyondBudget(witness: Witness): string[] {
  return [...disturbances(witness)].flatMap(([day, keys]) => {
    const counted = keys.filter((key) => {
      const letter = witness.letters.get(key)
      return !key.startsWith('down:') && !(letter && witness.hastens(letter))
    })
    return counted.length > BUDGET ? [`beyond the budget: ${day} ${counted.join(' ')}`] : []
  })
}
