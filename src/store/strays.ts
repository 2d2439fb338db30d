/** 未送达: letters that went astray, and what their keeper decided. */
import type { Stray } from '../domain/remind/stray.ts'
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { type Letter, letterOf, type State } from './letter.ts'
import type { Tables } from './tables.ts'

/** How a letter stands in the outbox: what a keeper's word about it changes. */
export interface Standing {
  state: State
  reason: string | null
  attempts: number
  spent: number
  firstTry: Instant | null
  nextTry: Instant
  done: Instant | null
}

/** Keeps one under the next number. */
export async function add(tx: Tx, stray: Omit<Stray, 'id'>): Promise<Stray> {
  const born = { ...stray, id: await next(tx, 'stray') }
  await tx.insertInto('strays').values(born).execute()
  return born
}

/** The one of that number. */
export async function get(tx: Tx, id: number): Promise<Stray | undefined> {
  const row = await tx.selectFrom('strays').selectAll().where('id', '=', id).executeTakeFirst()
  return row && strayOf(row)
}

/** Saves what was decided, or taken back. */
export async function save(tx: Tx, stray: Stray): Promise<void> {
  await tx.updateTable('strays').set(stray).where('id', '=', stray.id).execute()
}

/** Those of a place from a moment until another, oldest first. */
export async function at(tx: Tx, place: string, from: Instant, until: Instant): Promise<Stray[]> {
  const rows = await tx
    .selectFrom('strays')
    .selectAll()
    .where('place', '=', place)
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('id')
    .execute()
  return rows.map(strayOf)
}

/** Those that wait for a word, oldest first: undecided, and the letter still stands so. */
export async function open(tx: Tx, limit: number): Promise<{ strays: Stray[]; count: number }> {
  const waiting = tx
    .selectFrom('strays')
    .innerJoin('outbox', 'outbox.key', 'strays.letter')
    .where('strays.verdict', 'is', null)
    .where('outbox.state', 'in', ['unknown', 'dead'])
  const rows = await waiting.selectAll('strays').orderBy('strays.id').limit(limit).execute()
  const { n } = await waiting
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { strays: rows.map(strayOf), count: Number(n) }
}

/** Letters astray that have no number yet: from a restored ledger, or from before they had one; not those that went out in plain words instead. */
export async function unnumbered(tx: Tx, limit: number): Promise<(Letter & Standing)[]> {
  const rows = await tx
    .selectFrom('outbox')
    .selectAll()
    .where('state', 'in', ['unknown', 'dead'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('strays').select('strays.id').whereRef('strays.letter', '=', 'outbox.key'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as plain')
            .select('plain.key')
            .whereRef('plain.key', '=', (eb) => eb('outbox.key', '||', eb.val('~plain'))),
        ),
      ),
    )
    .orderBy('created')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...letterOf(row), ...standingOf(row) }))
}

/** How a letter stands. */
export async function standing(tx: Tx, key: string): Promise<Standing | undefined> {
  const row = await tx.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst()
  return row && standingOf(row)
}

/** Gives a letter another standing; false when it does not stand as one thought any more, and then nothing is written. */
export async function restand(
  tx: Tx,
  key: string,
  from: Pick<Standing, 'state' | 'attempts'>,
  to: Standing,
): Promise<boolean> {
  const { firstTry, nextTry, ...same } = to
  const result = await tx
    .updateTable('outbox')
    .set({ ...same, first_try: firstTry, next_try: nextTry })
    .where('key', '=', key)
    .where('state', '=', from.state)
    .where('attempts', '=', from.attempts)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

const standingOf = (row: Tables['outbox']): Standing => ({
  state: row.state as State,
  reason: row.reason,
  attempts: row.attempts,
  spent: row.spent,
  firstTry: row.first_try,
  nextTry: row.next_try,
  done: row.done,
})

const strayOf = (row: Tables['strays']): Stray => ({
  ...row,
  state: row.state as Stray['state'],
  verdict: row.verdict as Stray['verdict'],
})
