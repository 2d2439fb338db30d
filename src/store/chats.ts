/** Groups the bot is in, and which unit or meeting each one belongs to. */
import type { Tx } from './engine.ts'

export interface Group {
  id: string
  name: string
  unit: number | null
  series: number | null
  /** Dissolved, or the bot was taken out. */
  gone: boolean
}

/** The group of that chat id. */
export async function get(tx: Tx, id: string): Promise<Group | undefined> {
  const row = await tx.selectFrom('chats').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, gone: row.gone === 1 }
}

/** The groups that belong to a unit. */
export async function ofUnit(tx: Tx, unit: number): Promise<Group[]> {
  const rows = await tx
    .selectFrom('chats')
    .selectAll()
    .where('unit', '=', unit)
    .where('gone', '=', 0)
    .execute()
  return rows.map((row) => ({ ...row, gone: false }))
}

/** The groups that belong to any unit at all. */
export async function ofUnits(tx: Tx): Promise<Group[]> {
  const rows = await tx
    .selectFrom('chats')
    .selectAll()
    .where('unit', 'is not', null)
    .where('gone', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, gone: false }))
}

/** Keeps a group as given. */
export async function save(tx: Tx, group: Group): Promise<void> {
  const { id, name, unit, series } = group
  const row = { name, unit, series, gone: group.gone ? 1 : 0 }
  await tx
    .insertInto('chats')
    .values({ id, ...row })
    .onConflict((oc) => oc.column('id').doUpdateSet(row))
    .execute()
}
