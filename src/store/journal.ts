/** The history: append-only lines, each chained to the one before by a hash. */
import type { Instant } from '../domain/time/day.ts'
import { hashOf, sha256 } from './chain.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

export { type Broken, verify } from './verification.ts'

export interface Line {
  object: string
  seq: number
  at: Instant
  actor: number | null
  verb: string
  text: string
  /** Where it came from: sentence, card, menu, reaction, clock, keeper. */
  way: string
  turn: string
  /** Old and new values of the fields that changed. */
  change: { before: Record<string, unknown> | null; after: Record<string, unknown> }
}

const appending = prepared((tx, line: Tables['journal']) =>
  tx.insertInto('journal').values({
    object: line.object,
    seq: line.seq,
    at: line.at,
    actor: line.actor,
    verb: line.verb,
    text: line.text,
    way: line.way,
    turn: line.turn,
    change: line.change,
    prev: line.prev,
    hash: line.hash,
  }),
)

/** Appends a line after `prev` (the hash of the line before, empty for the first); returns its own hash. */
export async function append(tx: Tx, line: Line, prev: string): Promise<string> {
  const row = { ...line, change: JSON.stringify(line.change), prev }
  const hash = hashOf(row)
  await appending(tx, { ...row, hash })
  return hash
}

/** The lines of an object as they are kept, oldest first: what a chain is followed over. */
export async function kept(tx: Tx, object: string): Promise<Tables['journal'][]> {
  return tx.selectFrom('journal').selectAll().where('object', '=', object).orderBy('seq').execute()
}

/** The lines of an object, oldest first. */
export async function of(tx: Tx, object: string): Promise<Line[]> {
  const rows = await kept(tx, object)
  return rows.map((row) => ({ ...row, change: JSON.parse(row.change) }))
}

/** A person's newest turn since a moment, newest line first; empty when he did nothing. */
export async function lastTurn(tx: Tx, actor: number, since: Instant): Promise<Line[]> {
  const last = await tx
    .selectFrom('journal')
    .select('turn')
    .where('actor', '=', actor)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return []
  const rows = await tx
    .selectFrom('journal')
    .selectAll()
    .where('actor', '=', actor)
    .where('at', '>=', since)
    .where('turn', '=', last.turn)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, change: JSON.parse(row.change) }))
}

/** When the newest line of any history was written. */
export async function lastAt(tx: Tx): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom('journal')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Seals a day: the heads of all chains that grew since the last seal, hashed, so that a cut tail is found. */
export async function checkpoint(tx: Tx, day: string, at: Instant): Promise<void> {
  const previous = await tx
    .selectFrom('checkpoints')
    .select(['hash', 'at'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  const grown = await tx
    .selectFrom('journal')
    .select(['object', (eb) => eb.fn.max('seq').as('seq')])
    .where('at', '>', previous?.at ?? 0)
    .groupBy('object')
    .orderBy('object')
    .execute()
  const heads: [string, number, string][] = []
  for (const { object, seq } of grown) {
    const line = await tx
      .selectFrom('journal')
      .select('hash')
      .where('object', '=', object)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    heads.push([object, seq, line.hash])
  }
  const text = JSON.stringify(heads)
  const hash = sha256(`${previous?.hash ?? ''}\n${day}\n${text}`)
  await tx
    .insertInto('checkpoints')
    .values({ day, at, heads: text, hash })
    .onConflict((oc) => oc.column('day').doNothing())
    .execute()
}
