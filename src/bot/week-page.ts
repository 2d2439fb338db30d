/** The page of a week as one person may see it: the batch before it with its results, then its own. */
import { batchAfter, concernedBy, handInOf } from '../domain/matter/batch.ts'
import { canSee } from '../domain/matter/sight.ts'
import type { Person } from '../domain/people/person.ts'
import { isLeader, isSupervisor } from '../domain/people/rights.ts'
import type { WeekShown } from '../views/weekly.ts'
import type { Turn } from './turn.ts'

/** Last week's results and this week's matters, as far as the reader may know of them. */
export async function weekPage(
  { store, directory }: Turn,
  name: string,
  reader: Person,
): Promise<{ last: WeekShown; now: WeekShown }> {
  const shown = async (batch: string) => ({
    name: batch,
    matters: handInOf(await store.batches.of(batch)).all.filter((one) =>
      canSee(reader, one, directory),
    ),
  })
  return { last: await shown(batchAfter(name, -1)), now: await shown(name) }
}

/** Leaders, the 督查室, and everybody whom one of the two batches concerns, unless away. */
export async function readersOf(
  { store, directory, today }: Turn,
  name: string,
): Promise<Person[]> {
  const matters = [
    ...handInOf(await store.batches.of(batchAfter(name, -1))).all,
    ...handInOf(await store.batches.of(name)).all,
  ]
  const concerned = concernedBy(matters, directory)
  return [...directory.people.values()].filter(
    (one) =>
      !one.left &&
      !directory.absentOn(one.id, today) &&
      (concerned.has(one.id) || isLeader(one) || isSupervisor(one)),
  )
}
