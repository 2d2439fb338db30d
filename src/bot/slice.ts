/** Slices: what is written to everybody is written for some fifty people a transaction; a power cut repeats none of them. */

import type { Person } from '../domain/people/person.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

/** People of one transaction: few enough that nobody who speaks meanwhile has to wait. */
const SLICE = 50

/** Plans the slices of these people at that moment, each a turn of its own. */
export async function planSlices(
  { store }: Turn,
  rule: string,
  at: Instant,
  people: readonly Person[],
): Promise<void> {
  const ids = people.map((one) => one.id).sort((a, b) => a - b)
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

/** Those of these people who are in the slice. */
export function inSlice(
  people: readonly Person[],
  [from, to]: readonly [number, number],
): Person[] {
  return people.filter(({ id }) => from <= id && id <= to).sort((a, b) => a.id - b.id)
}
