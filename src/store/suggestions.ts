/** 意见: what people think of the bot and its demands; anonymous when they wish. */
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'

/** Keeps one; returns its number. */
export async function add(
  tx: Tx,
  suggestion: { person: number | null; text: string; at: Instant },
): Promise<number> {
  const id = await next(tx, 'suggestion')
  await tx
    .insertInto('suggestions')
    .values({ id, ...suggestion, state: 'open' })
    .execute()
  return id
}

/** Takes one back. */
export async function withdraw(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('suggestions').set({ state: 'withdrawn' }).where('id', '=', id).execute()
}
