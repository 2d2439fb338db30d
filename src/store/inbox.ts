/** What was already heard: one row a key, written in the same transaction as its effect. */
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

const taking = prepared((tx, { key, at }: { key: string; at: Instant }) =>
  tx
    .insertInto('inbox')
    .values({ key, at, outcome: 'acted' })
    .onConflict((oc) => oc.column('key').doNothing()),
)

/** Takes a key; false when it was taken before, so that a second delivery does nothing. */
export async function take(tx: Tx, key: string, at: Instant): Promise<boolean> {
  const { changes } = await taking(tx, { key, at })
  return changes > 0
}

/** Notes what became of it. */
export async function note(tx: Tx, key: string, outcome: string): Promise<void> {
  await tx.updateTable('inbox').set({ outcome }).where('key', '=', key).execute()
}

/** When the platform last pushed something here: what a person said, or another of its events. */
export async function lastPush(tx: Tx): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom('inbox')
    .select((eb) => eb.fn.max<number | null>('at').as('at'))
    .where((eb) => eb.or([eb('key', 'like', 'msg:%'), eb('key', 'like', 'evt:%')]))
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Forgets keys older than the given moment; returns how many. */
export async function forget(tx: Tx, before: Instant): Promise<number> {
  const row = await tx.deleteFrom('inbox').where('at', '<', before).executeTakeFirst()
  return Number(row.numDeletedRows)
}
