/** What was read and waits for a person's word before it counts. */
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'

/** Keeps a draft; returns its number. */
export async function add(
  tx: Tx,
  draft: { kind: string; person: number; body: unknown; at: Instant },
): Promise<number> {
  const id = await next(tx, 'draft')
  const { kind, person, at } = draft
  const body = JSON.stringify(draft.body)
  await tx.insertInto('drafts').values({ id, kind, person, body, at, state: 'open' }).execute()
  return id
}

/** Takes a draft, so that confirming twice does nothing twice; nothing when it is not open. */
export async function take(tx: Tx, id: number, kind: string): Promise<unknown> {
  const row = await tx
    .updateTable('drafts')
    .set({ state: 'taken' })
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .returning('body')
    .executeTakeFirst()
  return row && JSON.parse(row.body)
}
