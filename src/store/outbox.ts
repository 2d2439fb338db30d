/** What goes out: written in the transaction of the change, leased by a deliverer, fenced by an epoch. */
import { sql } from 'kysely'
import type { Instant } from '../domain/time/day.ts'
import { isPostgres, type Tx } from './engine.ts'
import { type Leased, type Letter, leasedOf, letterOf, type State } from './letter.ts'
import { prepared } from './prepared.ts'

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

/**
 * Leases the oldest due letters for `lease` milliseconds, at most `limit`; an expired lease is taken over with a new
 * epoch. What is due goes by `now`, the lease by the clock that all processes share. `only` answers, where asked.
 */
export async function claim(
  tx: Tx,
  owner: string,
  now: Instant,
  lease: number,
  limit: number,
  only?: 'answer',
): Promise<Leased[]> {
  const shared = sharedClock(tx, now)
  // Two walks along the index of what is due: asked as one question, every waiting letter would be sorted.
  const lost = await lockable(tx, only)
    .where('state', '=', 'leased')
    .where('lease_end', '<=', shared)
    .orderBy('next_try')
    .limit(limit)
    .execute()
  const ready = await lockable(tx, only)
    .where('state', '=', 'ready')
    .where('next_try', '<=', now)
    .orderBy('next_try')
    .orderBy('created')
    .orderBy('n')
    .limit(limit - lost.length)
    .execute()
  const keys = [...lost, ...ready]
  if (keys.length === 0) return []
  const rows = await tx
    .updateTable('outbox')
    .set((eb) => ({
      state: 'leased',
      owner,
      lease_end: sql<number>`${shared} + ${sql.lit(lease)}`,
      epoch: eb('epoch', '+', 1),
      attempts: eb('attempts', '+', 1),
      first_try: eb.fn.coalesce('first_try', eb.val(now)),
    }))
    .where(
      'key',
      'in',
      keys.map((row) => row.key),
    )
    .returningAll()
    .execute()
  return rows
    .map(leasedOf)
    .sort((a, b) => a.nextTry - b.nextTry || a.created - b.created || a.n - b.n)
}

/** The letters' keys, locked where other processes look for them too. */
const lockable = (tx: Tx, only?: 'answer') =>
  tx
    .selectFrom('outbox')
    .select('key')
    // A partial index (025) is used only where its very words stand in the question.
    .$if(only !== undefined, (query) => query.where(sql<boolean>`class = 'answer'`))
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())

/** Leases are kept by the database's own clock where processes on several machines share it. */
const sharedClock = (tx: Tx, now: Instant) =>
  isPostgres(tx)
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`${now}`

/** Gives up all leases of a process that has ended, at its next start; an SQLite file has no other process. */
export async function recover(tx: Tx, owner: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'ready', owner: null, lease_end: null })
    .where('state', '=', 'leased')
    .$if(isPostgres(tx), (query) => query.where('owner', '=', owner))
    .execute()
}

/** Prolongs a lease by `lease` milliseconds from now; false when somebody else took it over meanwhile. */
export async function renew(
  tx: Tx,
  letter: Pick<Leased, 'key' | 'epoch'>,
  now: Instant,
  lease: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ lease_end: sql<number>`${sharedClock(tx, now)} + ${sql.lit(lease)}` })
    .where('key', '=', letter.key)
    .where('epoch', '=', letter.epoch)
    .where('state', '=', 'leased')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Ends a lease; false when somebody else took it over meanwhile, and then nothing is written. */
export async function finish(
  tx: Tx,
  letter: Pick<Leased, 'key' | 'epoch'>,
  end: {
    state: State
    nextTry?: Instant
    message?: string | null
    reason?: string | null
    done?: Instant
    /** Leased and put back without a try. */
    untried?: boolean
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set((eb) => ({
      state: end.state,
      owner: null,
      lease_end: null,
      reason: end.reason ?? null,
      ...(end.nextTry === undefined ? {} : { next_try: end.nextTry }),
      ...(end.message === undefined ? {} : { message: end.message }),
      ...(end.done === undefined ? {} : { done: end.done }),
      ...(end.untried ? { attempts: eb('attempts', '-', 1) } : {}),
    }))
    .where('key', '=', letter.key)
    .where('epoch', '=', letter.epoch)
    .where('state', '=', 'leased')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

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

/** When the next letter may be tried. */
export async function nextAt(tx: Tx): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select('next_try')
    .where('state', '=', 'ready')
    .orderBy('next_try')
    .limit(1)
    .executeTakeFirst()
  return row?.next_try
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
    .select((eb) => eb.fn.sum<number | null>('attempts').as('calls'))
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
