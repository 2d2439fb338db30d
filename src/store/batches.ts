/** 周交办: the matters of a week's batch. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Tx } from './engine.ts'
import { matterOf } from './matter-row.ts'

/** Every matter of a batch by its number, withdrawn and merged ones too. */
export async function of(tx: Tx, batch: string): Promise<Matter[]> {
  const rows = await tx
    .selectFrom('matters')
    .selectAll()
    .where('batch', '=', batch)
    .orderBy('id')
    .execute()
  return rows.map(matterOf)
}

/** The open matters of every batch that is handed in at a meeting of this series. */
export async function openOf(tx: Tx, series: number): Promise<Matter[]> {
  const rows = await tx
    .selectFrom('matters')
    .selectAll()
    .where('series', '=', series)
    .where('open', '=', 1)
    .where('batch', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(matterOf)
}

/** The newest matter that was handed out with a week; what its meeting was, the next one's is. */
export async function newest(tx: Tx): Promise<Matter | undefined> {
  const row = await tx
    .selectFrom('matters')
    .selectAll()
    .where('batch', 'is not', null)
    .orderBy('batch', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && matterOf(row)
}
