/** A person's day of messages: how many he got, and what waits for his next page. */
import { sql } from 'kysely'
import type { Instant } from '../domain/time/day.ts'
import { textsIn } from './among.ts'
import type { Tx } from './engine.ts'
import { type Letter, letterOf, type State } from './letter.ts'
import { prepared } from './prepared.ts'

/** The letters that count; spelled as in the index, which would not be used otherwise. */
const counted = (tx: Tx) =>
  tx.selectFrom('outbox').where(sql<boolean>`class in ('notice', 'scheduled')`)

/** How many messages that he did not cause a place gets in a span `[from, to)`: sent, and about to be. */
export async function spent(tx: Tx, place: string, from: Instant, to: Instant): Promise<number> {
  const row = await counted(tx)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('place', '=', place)
    .where('next_try', '>=', from)
    .where('next_try', '<', to)
    .where('state', 'not in', ['cancelled', 'folded'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Keeps a letter back for the person's next page; it lies in the outbox like any other, with the reason. */
export async function fold(tx: Tx, letter: Letter, reason: string, now: Instant): Promise<void> {
  const { body, nextTry, ...same } = letter
  await tx
    .insertInto('outbox')
    .values({
      ...same,
      body: JSON.stringify(body),
      state: 'folded',
      created: now,
      next_try: nextTry,
      attempts: 0,
      spent: 0,
      epoch: 0,
      reason,
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
}

// Spelled as in its index, likewise; nothing but what counts is ever kept back.
const keptBack = prepared((tx, { places }: { places: string }) =>
  tx
    .selectFrom('outbox')
    .selectAll()
    .where(sql<boolean>`state = 'folded'`)
    .where('place', 'in', textsIn(tx, places))
    .orderBy('place')
    .orderBy('created')
    .orderBy('n'),
)

/** What is kept back for a place, oldest first. */
export async function folded(tx: Tx, place: string): Promise<(Letter & { reason: string })[]> {
  return (await foldedIn(tx, [place])).get(place) ?? []
}

/** The same for many places at once; a place without anything is left out. */
export async function foldedIn(
  tx: Tx,
  places: readonly string[],
): Promise<Map<string, (Letter & { reason: string })[]>> {
  const { rows } = await keptBack(tx, { places: JSON.stringify(places) })
  const found = new Map<string, (Letter & { reason: string })[]>()
  for (const row of rows) {
    const letter = { ...letterOf(row), reason: row.reason ?? '' }
    const there = found.get(row.place)
    if (there) there.push(letter)
    else found.set(row.place, [letter])
  }
  return found
}

/** The newest messages of a place that its person did not cause, or that were kept back, newest first. */
export async function newest(
  tx: Tx,
  place: string,
  limit: number,
): Promise<(Letter & { state: State; reason: string | null })[]> {
  const rows = await counted(tx)
    .selectAll()
    .where('place', '=', place)
    .orderBy('next_try', 'desc')
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...letterOf(row), state: row.state as State, reason: row.reason }))
}

/** The places for which something is kept back. */
export async function waiting(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select('place')
    .distinct()
    .where('state', '=', 'folded')
    .orderBy('place')
    .execute()
  return rows.map((row) => row.place)
}

const keptAbout = prepared((tx, { matter }: { matter: number }) =>
  tx
    .selectFrom('outbox')
    .select('place')
    .where('matter', '=', matter)
    .where('state', '=', 'folded'),
)

/** The places for which a word about a matter is kept back. */
export async function about(tx: Tx, matter: number): Promise<string[]> {
  const { rows } = await keptAbout(tx, { matter })
  return rows.map((row) => row.place)
}

/** What was kept back is on the page now, or needs to be said no more; why stays with the letter. */
export async function told(tx: Tx, key: string, reason: string, now: Instant): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', reason, done: now })
    .where('key', '=', key)
    .where('state', '=', 'folded')
    .execute()
}
