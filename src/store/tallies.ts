/** How many matters each unit has open: kept in the turn's transaction, so that no list counts them one by one. */
import { isOpen, type Matter } from '../domain/matter/matter.ts'
import type { Tx } from './engine.ts'

/** Keeps the counts when a matter is born, closes, opens again or goes to another unit. */
export async function tally(tx: Tx, before: Matter | undefined, after: Matter): Promise<void> {
  const was = before && isOpen(before) ? before.lead : undefined
  const is = isOpen(after) ? after.lead : undefined
  if (was === is) return
  if (was !== undefined) await add(tx, was, -1)
  if (is !== undefined) await add(tx, is, 1)
}

async function add(tx: Tx, unit: number, n: number): Promise<void> {
  await tx
    .insertInto('tallies')
    .values({ unit, open: n })
    .onConflict((oc) =>
      oc.column('unit').doUpdateSet((eb) => ({ open: eb('tallies.open', '+', n) })),
    )
    .execute()
}

/** How many matters these units have open; of all units where none are named. */
export async function openOf(tx: Tx, units?: readonly number[]): Promise<number> {
  if (units?.length === 0) return 0
  let query = tx.selectFrom('tallies').select((eb) => eb.fn.sum<number>('open').as('n'))
  if (units) query = query.where('unit', 'in', units)
  const row = await query.executeTakeFirst()
  return Number(row?.n ?? 0)
}
