/** 感谢、案例、更正: kept by the person they are about and by kind; taken back they are out of sight, not gone. */
import type { NewPraise, Praise } from '../domain/matter/praise.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import type { Tables } from './tables.ts'

/** Keeps one; returns its number. */
export async function add(tx: Tx, praise: NewPraise): Promise<number> {
  const id = await next(tx, 'praise')
  await tx
    .insertInto('praises')
    .values({ id, ...praise, state: 'open' })
    .execute()
  return id
}

/** Takes one back. */
export async function withdraw(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('praises').set({ state: 'withdrawn' }).where('id', '=', id).execute()
}

/** Thanks to a person and his own notes, newest first. */
export async function about(tx: Tx, person: number, limit = 100): Promise<Praise[]> {
  const rows = await standing(tx)
    .where('to', '=', person)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(praiseOf)
}

/** Recommended cases, newest first. */
export async function cases(tx: Tx, limit = 100): Promise<Praise[]> {
  const rows = await standing(tx)
    .where('kind', '=', 'case')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(praiseOf)
}

const standing = (tx: Tx) => tx.selectFrom('praises').selectAll().where('state', '=', 'open')

function praiseOf({ state: _, ...row }: Tables['praises']): Praise {
  return { ...row, kind: row.kind as Praise['kind'] }
}
