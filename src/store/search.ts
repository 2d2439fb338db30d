/** Search by words: every two neighbouring characters of a matter's text, the same on both engines. */
import type { Tx } from './engine.ts'

/** Indexes a matter's words. */
export async function index(tx: Tx, matter: number, text: string): Promise<void> {
  const grams = gramsOf(text)
  if (grams.length === 0) return
  await tx
    .insertInto('grams')
    .values(grams.map((gram) => ({ gram, matter })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Matters that hold all the words' pairs, newest first; the caller checks the words themselves. */
export async function find(tx: Tx, words: string, limit = 50): Promise<number[]> {
  const grams = gramsOf(words)
  if (grams.length === 0) return []
  const rows = await tx
    .selectFrom('grams')
    .select('matter')
    .where('gram', 'in', grams)
    .groupBy('matter')
    .having((eb) => eb.fn.countAll(), '=', grams.length)
    .orderBy('matter', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.matter)
}

/** The distinct pairs of a text, spaces and punctuation cutting it. */
function gramsOf(text: string): string[] {
  const grams = new Set<string>()
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    const letters = [...word]
    for (let i = 0; i + 1 < letters.length; i++) grams.add(`${letters[i]}${letters[i + 1]}`)
  }
  return [...grams]
}
