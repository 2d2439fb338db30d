/** 职责明细: the words each person answers for. */
import type { Remit } from '../domain/people/remit.ts'
import type { Tx } from './engine.ts'

/** Every word with the person who answers for it; those who left answer for nothing. */
export async function all(tx: Tx): Promise<Remit[]> {
  return tx
    .selectFrom('remits')
    .innerJoin('people', 'people.id', 'remits.person')
    .select(['remits.person', 'remits.word'])
    .where('people.left', '=', 0)
    .orderBy('remits.person')
    .orderBy('remits.word')
    .execute()
}

/** The words of one person. */
export async function of(tx: Tx, person: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('remits')
    .select('word')
    .where('person', '=', person)
    .orderBy('word')
    .execute()
  return rows.map((row) => row.word)
}

/** Replaces the words of a person. */
export async function set(tx: Tx, person: number, words: readonly string[]): Promise<void> {
  await tx.deleteFrom('remits').where('person', '=', person).execute()
  if (words.length === 0) return
  const rows = [...new Set(words)].map((word) => ({ person, word }))
  await tx.insertInto('remits').values(rows).execute()
}
