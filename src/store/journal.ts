/** The history: append-only lines, each chained to the one before by a hash. */
import { hash } from 'node:crypto'
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

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

/** The lines of an object, oldest first. */
export async function of(tx: Tx, object: string): Promise<Line[]> {
  const rows = await tx
    .selectFrom('journal')
    .selectAll()
    .where('object', '=', object)
    .orderBy('seq')
    .execute()
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

/** One finding of a verification: which object, and what is wrong with its history. */
export interface Broken {
  object: string
  what: string
}

/** Follows every chain from its first line to the head on the object's row, and every checkpoint. */
export async function verify(
  tx: Tx,
): Promise<{ objects: number; lines: number; broken: Broken[] }> {
  const broken: Broken[] = []
  const heads = new Map((await headsOf(tx)).map(([object, seq, hash]) => [object, { seq, hash }]))
  const objects = heads.size
  let lines = 0
  let at = { object: '', seq: 0, hash: '' }
  const finish = () => {
    if (!at.object) return
    const head = heads.get(at.object)
    if (!head) broken.push({ object: at.object, what: '有历史而没有本体' })
    else if (head.hash !== at.hash || head.seq !== at.seq)
      broken.push({ object: at.object, what: '历史的末尾与本体不符' })
    heads.delete(at.object)
  }
  const rows = await tx.selectFrom('journal').selectAll().orderBy('object').orderBy('seq').execute()
  for (const row of rows) {
    if (row.object !== at.object) {
      finish()
      at = { object: row.object, seq: 0, hash: '' }
    }
    lines += 1
    if (row.seq !== at.seq + 1) broken.push({ object: row.object, what: `第${at.seq + 1}行缺失` })
    else if (row.prev !== at.hash)
      broken.push({ object: row.object, what: `第${row.seq}行与前一行不衔接` })
    if (hashOf(row) !== row.hash) broken.push({ object: row.object, what: `第${row.seq}行被改动` })
    at = { object: row.object, seq: row.seq, hash: row.hash }
  }
  finish()
  for (const [object, head] of heads)
    if (head.seq > 0) broken.push({ object, what: '历史全部缺失' })
  broken.push(...(await brokenCheckpoints(tx)))
  return { objects, lines, broken }
}

async function brokenCheckpoints(tx: Tx): Promise<Broken[]> {
  const broken: Broken[] = []
  const rows = await tx.selectFrom('checkpoints').selectAll().orderBy('day').execute()
  let previous = ''
  for (const row of rows) {
    const object = `checkpoint:${row.day}`
    if (row.hash !== sha256(`${previous}\n${row.day}\n${row.heads}`))
      broken.push({ object, what: '每日封存被改动' })
    previous = row.hash
    for (const [name, seq, hash] of JSON.parse(row.heads) as [string, number, string][]) {
      const line = await tx
        .selectFrom('journal')
        .select('hash')
        .where('object', '=', name)
        .where('seq', '=', seq)
        .executeTakeFirst()
      if (line?.hash !== hash) broken.push({ object: name, what: `与${row.day}的封存不符` })
    }
  }
  return broken
}

/** Every chain's name, length and head, as the objects' own rows hold them. */
async function headsOf(tx: Tx): Promise<[string, number, string][]> {
  const matters = await tx
    .selectFrom('matters')
    .select(['id', 'rev', 'head'])
    .orderBy('id')
    .execute()
  const series = await tx.selectFrom('series').select(['id', 'rev', 'head']).orderBy('id').execute()
  const office = await tx.selectFrom('office').select(['rev', 'head']).executeTakeFirst()
  return [
    ...matters.map((row): [string, number, string] => [`matter:${row.id}`, row.rev, row.head]),
    ...series.map((row): [string, number, string] => [`series:${row.id}`, row.rev, row.head]),
    ...(office && office.rev > 0
      ? [['office', office.rev, office.head] as [string, number, string]]
      : []),
  ]
}

function hashOf(row: {
  object: string
  seq: number
  at: number
  actor: number | null
  verb: string
  text: string
  way: string
  turn: string
  change: string
  prev: string
}): string {
  const { object, seq, at, actor, verb, text, way, turn, change, prev } = row
  return sha256(JSON.stringify([prev, object, seq, at, actor, verb, text, way, turn, change]))
}

const sha256 = (text: string): string => hash('sha256', text, 'hex')
