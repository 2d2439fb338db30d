/** Slices: what is written to everybody is written for some twenty people a transaction; a power cut repeats none of them. */

import type { Person } from '../domain/people/person.ts'
import { actingOn } from '../domain/people/rights.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

/** People of one transaction: few enough that nobody who speaks meanwhile has to wait (performance.md 3: 20 ms). */
const SLICE = 20

/** Plans the slices of these people, in the order of their numbers, at that moment, each a turn of its own. */
export async function planSlices(
  { store }: Turn,
  rule: string,
  at: Instant,
  people: readonly Person[],
): Promise<void> {
  const ids = people.map((one) => one.id)
  for (let n = 0; n < ids.length; n += SLICE) {
    const some = ids.slice(n, n + SLICE)
    await store.occurrences.plan({ rule, subject: `${some[0]}-${some.at(-1)}`, at })
  }
}

/** The first and the last person of a slice. */
export function sliceOf(subject: string): [from: number, to: number] {
  const [from = 0, to = 0] = subject.split('-').map(Number)
  return [from, to]
}

/** Everybody who is here today, as he acts, in the order of the slices; of one slice, those in it. */
export function presentIn(
  { directory, today }: Turn,
  [from, to]: readonly [number, number] = [0, Number.POSITIVE_INFINITY],
): Person[] {
  return [...directory.people.values()]
    .filter(({ id, left }) => from <= id && id <= to && !left && !directory.absentOn(id, today))
    .map((one) => actingOn(one, today, directory))
    .sort((a, b) => a.id - b.id)
}
