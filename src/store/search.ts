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

/** The same when its words have changed: what it no longer says is forgotten. */
export async function reindex(
  tx: Tx,
  matter: number,
  before: string,
  after: string,
): Promise<void> {
  const now = new Set(gramsOf(after))
  const gone = gramsOf(before).filter((gram) => !now.has(gram))
  if (gone.length > 0)
    await tx.deleteFrom('grams').where('matter', '=', matter).where('gram', 'in', gone).execute()
  await index(tx, matter, after)
}

/** A pair that more matters hold than this is common, however many more there are. */
const COMMON = 500

/** Matters that hold all the words' pairs, newest first; the caller checks the words themselves. */
export async function find(tx: Tx, words: string, limit = 50): Promise<number[]> {
  const grams = gramsOf(words)
  if (grams.length === 0) return []
  // Walked along the rarest pair, newest first, looking for the others: never over all that hold any of them.
  const held = await Promise.all(grams.map(async (gram) => ({ gram, n: await holding(tx, gram) })))
  const [rarest, ...others] = held.sort((a, b) => a.n - b.n).map(({ gram }) => gram)
  let query = tx.selectFrom('grams').select('matter').where('gram', '=', rarest!)
  for (const gram of others)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('grams as other')
          .select('other.matter')
          .where('other.gram', '=', gram)
          .whereRef('other.matter', '=', 'grams.matter'),
      ),
    )
  const rows = await query.orderBy('matter', 'desc').limit(limit).execute()
  return rows.map((row) => row.matter)
}

async function holding(tx: Tx, gram: string): Promise<number> {
  const row = await tx
    .selectFrom(
      tx.selectFrom('grams').select('matter').where('gram', '=', gram).limit(COMMON).as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
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
