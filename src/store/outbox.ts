import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { type Letter, letterOf, type State } from './letter.ts'
import { prepared } from './prepared.ts'

export { type Among, claim, finish, isDue, recover, renew } from './leasing.ts'
export type { Class, Leased, Letter, State } from './letter.ts'
export { put, putAll } from './posting.ts'

const untried = prepared((tx, { matter }: { matter: number }) =>
  tx
    .selectFrom('outbox')
    .selectAll()
    .where('matter', '=', matter)
    .where('state', '=', 'ready')
    .where('attempts', '=', 0),
)

/** The letter of that key. */
export async function get(
  tx: Tx,
  key: string,
): Promise<(Letter & { state: State; attempts: number; message: string | null }) | undefined> {
  const row = await tx.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst()
  if (!row) return undefined
  const { state, attempts, message } = row
  return { ...letterOf(row), state: state as State, attempts, message }
}

/** Letters of a matter that have not been tried yet. */
export async function waiting(tx: Tx, matter: number): Promise<Letter[]> {
  const { rows } = await untried(tx, { matter })
  return rows.map(letterOf)
}

/** Gives a letter that was not tried yet a newer content. */
export async function revise(tx: Tx, key: string, body: unknown, rev: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ body: JSON.stringify(body), rev })
    .where('key', '=', key)
    .where('attempts', '=', 0)
    .execute()
}

/** Letters a turn wrote, and how often each was tried. */
export async function ofTurn(
  tx: Tx,
  turn: string,
): Promise<(Letter & { state: State; attempts: number })[]> {
  const rows = await tx.selectFrom('outbox').selectAll().where('turn', '=', turn).execute()
  return rows.map((row) => ({
    ...letterOf(row),
    state: row.state as State,
    attempts: row.attempts,
  }))
}

/** Takes back a letter that is still waiting or kept back; recorded with the reason. */
export async function cancel(tx: Tx, key: string, reason: string, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', reason, done: now })
    .where('key', '=', key)
    .where('state', 'in', ['ready', 'folded'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Whatever waits is held as unknown with the reason, since it may have gone out in another life; returns how many. */
export async function hold(tx: Tx, reason: string, now: Instant): Promise<number> {
  const row = await tx
    .updateTable('outbox')
    .set({ state: 'unknown', reason, owner: null, lease_end: null, done: now })
    .where('state', 'in', ['ready', 'leased', 'folded'])
    .executeTakeFirst()
  return Number(row.numUpdatedRows)
}

const soonest = prepared<object, { next_try: Instant }>((tx) =>
  tx
    .selectFrom('outbox')
    .select('next_try')
    .where('state', '=', 'ready')
    .orderBy('next_try')
    .limit(1),
)

/** When the next letter may be tried. */
export async function nextAt(tx: Tx): Promise<Instant | undefined> {
  const { rows } = await soonest(tx, {})
  return rows[0]?.next_try
}

/** Forgets letters that ended before a moment, whatever their end; returns how many. */
export async function forget(tx: Tx, before: Instant): Promise<number> {
  const row = await tx.deleteFrom('outbox').where('done', '<', before).executeTakeFirst()
  return Number(row.numDeletedRows)
}

/** How many letters are in each state, for health and metrics. */
export async function counts(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]))
}

/** How often the platform was called for letters written since a moment, and when the oldest that waits may go. */
export async function strain(
  tx: Tx,
  since: Instant,
): Promise<{ calls: number; oldest: Instant | undefined }> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.sum<number | null>(eb('attempts', '+', eb.ref('spent'))).as('calls'))
    .where('created', '>=', since)
    .executeTakeFirst()
  return { calls: Number(row?.calls ?? 0), oldest: await nextAt(tx) }
}

/** Letters that need a person's eye: unknown or dead, newest first. */
export async function troubled(
  tx: Tx,
  limit = 20,
): Promise<(Letter & { reason: string | null })[]> {
  const rows = await tx
    .selectFrom('outbox')
    .selectAll()
    .where('state', 'in', ['unknown', 'dead'])
    .orderBy('created', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...letterOf(row), reason: row.reason }))
}

/** Leaves no trace of a letter: for answers to those who wished to stay unnamed. */
export async function erase(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('outbox').where('key', '=', key).execute()
}
