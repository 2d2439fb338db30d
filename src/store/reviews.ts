/** 月讲评: one row a month, and the objections to it. */
import type { Objection, Review } from '../domain/review/review.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import type { Tables } from './tables.ts'

/** The review of a month, `2026-10`. */
export async function get(tx: Tx, month: string): Promise<Review | undefined> {
  const row = await tx
    .selectFrom('reviews')
    .selectAll()
    .where('month', '=', month)
    .executeTakeFirst()
  return row && JSON.parse(row.body)
}

/** Keeps a review as given. */
export async function keep(tx: Tx, review: Review): Promise<void> {
  const { month, state, at } = review
  const row = { state, at, body: JSON.stringify(review) }
  await tx
    .insertInto('reviews')
    .values({ month, ...row })
    .onConflict((oc) => oc.column('month').doUpdateSet(row))
    .execute()
}

/** A review that had not been there before. */
export async function drop(tx: Tx, month: string): Promise<void> {
  await tx.deleteFrom('reviews').where('month', '=', month).execute()
}

/** Keeps an objection; returns its number. */
export async function object(
  tx: Tx,
  objection: Pick<Objection, 'month' | 'person' | 'text' | 'at'>,
): Promise<number> {
  const id = await next(tx, 'objection')
  const rest = { state: 'open', answer: '', answered_by: null, answered: null }
  await tx
    .insertInto('objections')
    .values({ id, ...objection, ...rest })
    .execute()
  return id
}

/** The objections to a month's review in the order made; those taken back are none. */
export async function objections(tx: Tx, month: string): Promise<Objection[]> {
  const rows = await tx
    .selectFrom('objections')
    .selectAll()
    .where('month', '=', month)
    .where('state', '<>', 'withdrawn')
    .orderBy('id')
    .execute()
  return rows.map(objectionOf)
}

/** The objection of that number. */
export async function objection(tx: Tx, id: number): Promise<Objection | undefined> {
  const row = await tx.selectFrom('objections').selectAll().where('id', '=', id).executeTakeFirst()
  return row && objectionOf(row)
}

/** Saves what has become of an objection. */
export async function settle(tx: Tx, one: Objection): Promise<void> {
  const { id, state, answer, answeredBy, answered } = one
  await tx
    .updateTable('objections')
    .set({ state, answer, answered_by: answeredBy, answered })
    .where('id', '=', id)
    .execute()
}

const objectionOf = ({ answered_by, ...row }: Tables['objections']): Objection => ({
  ...row,
  state: row.state as Objection['state'],
  answeredBy: answered_by,
})
