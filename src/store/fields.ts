/** What a unit's field has to tell of a span of time: what moved in it, how a week went. */
import { sql } from 'kysely'
import type { Matter } from '../domain/matter/matter.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { MOST_COUNTED } from './ledger.ts'
import { matterOf } from './matter-row.ts'

/**
 * Matters of a unit (of the whole bureau without one) that changed since a moment, closed ones too: how many, up to
 * MOST_COUNTED, and the first of them, newest first.
 */
export async function moved(
  tx: Tx,
  unit: number | undefined,
  since: Instant,
  limit: number,
): Promise<{ count: number; first: Matter[] }> {
  let query = tx.selectFrom('matters').where('changed', '>=', since)
  if (unit !== undefined) query = query.where('lead', '=', unit)
  const rows = await query
    .selectAll()
    // Both the same way: an import changes thousands in one moment, and the index is walked, not sorted.
    .orderBy('changed', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const first = rows.map(matterOf)
  if (first.length < limit) return { count: first.length, first }
  const row = await tx
    .selectFrom(
      query
        .select('id')
        .limit(MOST_COUNTED + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { count: Number(row.n), first }
}

/** Of a unit's matters: how many fell due in a span `[from, to)`, how many of these are still owed, how many were struck off in it. */
export async function came(
  tx: Tx,
  unit: number,
  from: Instant,
  to: Instant,
): Promise<{ fell: number; owed: number; closed: number }> {
  const dated = await tx
    .selectFrom('matters')
    .select((eb) => [
      eb.fn.countAll<number>().as('fell'),
      eb.fn.sum<number>(sql`case when open = 1 and handed is null then 1 else 0 end`).as('owed'),
    ])
    .where('lead', '=', unit)
    .where('open', 'in', [0, 1])
    .where('due', '>=', from)
    .where('due', '<', to)
    .where('status', 'not in', ['withdrawn', 'merged'])
    .executeTakeFirstOrThrow()
  const struck = await tx
    .selectFrom('matters')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('lead', '=', unit)
    .where('closed', '>=', from)
    .where('closed', '<', to)
    .where('status', 'in', ['closed_out', 'archived'])
    .executeTakeFirstOrThrow()
  return { fell: Number(dated.fell), owed: Number(dated.owed ?? 0), closed: Number(struck.n) }
}
