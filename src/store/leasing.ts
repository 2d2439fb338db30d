/** Leases of letters: taken by a deliverer, prolonged, ended; every completing write is fenced by the lease's epoch. */
import { sql } from 'kysely'
import type { Instant } from '../domain/time/day.ts'
import { isPostgres, type Tx } from './engine.ts'
import { type Leased, leasedOf, type State } from './letter.ts'
import { prepared } from './prepared.ts'

/**
 * Leases the oldest due letters for `lease` milliseconds, at most `limit`; an expired lease is taken over with a new
 * epoch. What is due goes by `now`, the lease by the clock that all processes share. Papers only where they are asked for:
 * who takes one up is busy for a while.
 */
export async function claim(
  tx: Tx,
  owner: string,
  now: Instant,
  lease: number,
  limit: number,
  among: Among = 'letters',
): Promise<Leased[]> {
  const shared = sharedClock(tx, now)
  // Two walks along the index of what is due: asked as one question, every waiting letter would be sorted.
  const { lost, ready } = due[among]
  const { rows: left } = await lost(tx, { now, limit })
  const { rows: fresh } = await ready(tx, { now, limit: limit - left.length })
  const keys = [...left, ...fresh]
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

/** Whether one is due. */
export async function isDue(tx: Tx, now: Instant, among: Among): Promise<boolean> {
  const { lost, ready } = due[among]
  for (const walk of [ready, lost])
    if ((await walk(tx, { now, limit: 1 })).rows.length > 0) return true
  return false
}

/** What a deliverer takes up: all letters but papers, of these the answers only, or papers. */
export type Among = 'letters' | 'answers' | 'papers'

/** How a lease that has run out and a letter that is due are found. */
const walksAmong = (among: Among) => ({
  lost: prepared<{ now: Instant; limit: number }, { key: string }>((tx, { now, limit }) =>
    lockable(tx, among)
      .where('state', '=', 'leased')
      .where('lease_end', '<=', sharedClock(tx, now))
      .orderBy('next_try')
      .limit(limit),
  ),
  ready: prepared<{ now: Instant; limit: number }, { key: string }>((tx, { now, limit }) =>
    lockable(tx, among)
      .where('state', '=', 'ready')
      .where('next_try', '<=', now)
      .orderBy('next_try')
      .orderBy('created')
      .orderBy('n')
      .limit(limit),
  ),
})
const due = {
  letters: walksAmong('letters'),
  answers: walksAmong('answers'),
  papers: walksAmong('papers'),
}

/** The letters' keys, locked where other processes look for them too. */
const lockable = (tx: Tx, among: Among) =>
  tx
    .selectFrom('outbox')
    .select('key')
    .where('kind', among === 'papers' ? '=' : '!=', sql.lit('paper'))
    // A partial index (025, 028) is used only where its very words stand in the question.
    .$if(among === 'answers', (query) => query.where(sql<boolean>`class = 'answer'`))
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

interface Ending extends Pick<Leased, 'key' | 'epoch'> {
  state: State
  reason: string | null
  /** These stay as they were where nothing is given. */
  message: string | null
  nextTry: Instant | null
  done: Instant | null
  untried: number
}

const ending = prepared((tx, end: Ending) =>
  tx
    .updateTable('outbox')
    .set((eb) => ({
      state: end.state,
      owner: null,
      lease_end: null,
      reason: end.reason,
      message: eb.fn.coalesce(eb.val(end.message), 'message'),
      next_try: eb.fn.coalesce(eb.val(end.nextTry), 'next_try'),
      done: eb.fn.coalesce(eb.val(end.done), 'done'),
      attempts: eb('attempts', '-', end.untried),
    }))
    .where('key', '=', end.key)
    .where('epoch', '=', end.epoch)
    .where('state', '=', 'leased'),
)

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
  const { state, reason = null, message = null, nextTry = null, done = null } = end
  const untried = end.untried ? 1 : 0
  const { changes } = await ending(tx, {
    ...letter,
    state,
    reason,
    message,
    nextTry,
    done,
    untried,
  })
  return changes === 1
}
