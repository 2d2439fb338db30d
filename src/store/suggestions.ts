/** 意见: what people think of the bot and its demands, and what the office answered; anonymous when they wish. */
import type { Suggestion } from '../domain/returns/suggestion.ts'
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import type { Tables } from './tables.ts'

/** Answered ones that a list still shows. */
const REMEMBERED = 20

/** The number a new one will have. */
export const nextId = (tx: Tx): Promise<number> => next(tx, 'suggestion')

/** Keeps one. */
export async function add(tx: Tx, suggestion: Suggestion): Promise<void> {
  await tx.insertInto('suggestions').values(rowOf(suggestion)).execute()
}

/** The one of that number, unless it was taken back. */
export async function get(tx: Tx, id: number): Promise<Suggestion | undefined> {
  const row = await tx
    .selectFrom('suggestions')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst()
  return row && suggestionOf(row)
}

/** Anonymous ones that the office was not told of yet. */
export async function fresh(tx: Tx): Promise<Suggestion[]> {
  const rows = await tx
    .selectFrom('suggestions')
    .selectAll()
    .where('state', '=', 'fresh')
    .orderBy('id')
    .execute()
  return rows.map(suggestionOf)
}

/** An office's list: those that wait for an answer, then the newest that have one. */
export async function of(tx: Tx, office: number): Promise<Suggestion[]> {
  const rows = tx.selectFrom('suggestions').selectAll().where('office', '=', office)
  const waiting = await rows.where('state', '=', 'open').orderBy('id').execute()
  const answered = await rows
    .where('state', '=', 'answered')
    .orderBy('id', 'desc')
    .limit(REMEMBERED)
    .execute()
  return [...waiting, ...answered].map(suggestionOf)
}

/** Saves one that changed. */
export async function save(tx: Tx, suggestion: Suggestion): Promise<void> {
  await tx
    .updateTable('suggestions')
    .set(rowOf(suggestion))
    .where('id', '=', suggestion.id)
    .execute()
}

/** Takes one back. */
export async function withdraw(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('suggestions').set({ state: 'withdrawn' }).where('id', '=', id).execute()
}

const suggestionOf = ({ answered_by, answered_at, ...row }: Tables['suggestions']): Suggestion => ({
  ...row,
  state: row.state as Suggestion['state'],
  answeredBy: answered_by,
  answeredAt: answered_at as Instant | null,
})

const rowOf = ({ answeredBy, answeredAt, ...one }: Suggestion): Tables['suggestions'] => ({
  ...one,
  answered_by: answeredBy,
  answered_at: answeredAt,
})
