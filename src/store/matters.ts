/** Matters: found by number, saved only over the version one has seen. */
import type { Matter, NewMatter } from '../domain/matter/matter.ts'
import type { Refusal } from '../domain/matter/sides.ts'
import { slipsOf } from '../domain/matter/slip.ts'
import type { Instant } from '../domain/time/day.ts'
import { numbersIn } from './among.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { matterOf, rowOf } from './matter-row.ts'
import { Overtaken } from './overtaken.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'
import { tally } from './tallies.ts'

type Row = Tables['matters']

const getting = prepared((tx, { id }: { id: number }) =>
  tx.selectFrom('matters').selectAll().where('id', '=', id),
)

/** The matter of that number. */
export async function get(tx: Tx, id: number): Promise<Matter | undefined> {
  const { rows } = await getting(tx, { id })
  return rows[0] && matterOf(rows[0])
}

/** The matter of that formal number, `2026-交办-012`. */
export async function byFormal(tx: Tx, formal: string): Promise<Matter | undefined> {
  const row = await tx
    .selectFrom('matters')
    .selectAll()
    .where('formal', '=', formal)
    .executeTakeFirst()
  return row && matterOf(row)
}

const listing = prepared((tx, { ids }: { ids: string }) =>
  tx.selectFrom('matters').selectAll().where('id', 'in', numbersIn(tx, ids)),
)

/** These matters, in the order of the numbers given. */
export async function list(tx: Tx, ids: readonly number[]): Promise<Matter[]> {
  if (ids.length === 0) return []
  const { rows } = await listing(tx, { ids: JSON.stringify(ids) })
  const found = new Map(rows.map((row) => [row.id, matterOf(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Those of these matters that are open and whose next date is over, the longest first. */
export async function overdue(tx: Tx, ids: number[], now: Instant): Promise<Matter[]> {
  const rows = await tx
    .selectFrom('matters')
    .selectAll()
    .where('id', 'in', ids)
    .where('open', '=', 1)
    .where('next', '<', now)
    .orderBy('next')
    .orderBy('id')
    .execute()
  return rows.map(matterOf)
}

/** Up to three numbers that were probably meant by one that does not exist: one slip away, else the newest. */
export async function near(tx: Tx, id: number): Promise<number[]> {
  const slips = await tx.selectFrom('matters').select('id').where('id', 'in', slipsOf(id)).execute()
  const newest = await tx
    .selectFrom('matters')
    .select('id')
    .orderBy('id', 'desc')
    .limit(3)
    .execute()
  const closest = slips.map((row) => row.id).sort((a, b) => Math.abs(a - id) - Math.abs(b - id))
  return [...new Set([...closest, ...newest.map((row) => row.id)])].slice(0, 3)
}

/** Gives a new matter its number and formal number, without saving it. */
export async function number(tx: Tx, matter: NewMatter, year: string): Promise<Matter> {
  const id = await next(tx, 'matter')
  // What a week hands out is counted within its batch: 2022-周37-004.
  const row = matter.batch ?? `${year}-${matter.source}`
  const serial = await next(tx, `formal:${row}`)
  const formal = `${row}-${String(serial).padStart(3, '0')}`
  return { ...matter, id, formal, rev: 0, head: '' }
}

/** Saves a matter that is new. */
export async function insert(tx: Tx, matter: Matter): Promise<void> {
  await tx.insertInto('matters').values(rowOf(matter)).execute()
  await tally(tx, undefined, matter)
}

/** Saves the fields that differ over the version that was read; throws Overtaken when another turn was first. */
export async function save(tx: Tx, before: Matter, after: Matter): Promise<void> {
  const old = rowOf(before)
  const row = rowOf(after)
  const names = Object.keys(row) as (keyof Row)[]
  const differing = names.filter((name) => old[name] !== row[name])
  const { changes } = await saving(differing)(tx, { ...row, seen: before.rev })
  if (changes !== 1) throw new Overtaken(`matter ${before.id}`)
  await tally(tx, before, after)
}

type Saving = ReturnType<typeof prepared<Row & { seen: number }>>

const savings = new Map<string, Saving>()

/** The update of just these columns; a verb always writes the same few. */
function saving(names: (keyof Row)[]): Saving {
  const key = names.join()
  const known = savings.get(key)
  if (known) return known
  const made: Saving = prepared((tx, row) =>
    tx
      .updateTable('matters')
      .set(Object.fromEntries(names.map((name) => [name, row[name]])))
      .where('id', '=', row.id)
      .where('rev', '=', row.seen),
  )
  savings.set(key, made)
  return made
}

export interface Filter {
  leads?: number[]
  handler?: number
  assigner?: number
  /** Its next date, a step's or its own, lies before this moment. */
  nextBefore?: Instant
  nextFrom?: Instant
  changedSince?: Instant
  open?: boolean
  /** Only those whose date rests on a guess. */
  provisional?: boolean
  limit?: number
  offset?: number
}

/** Open matters (unless told otherwise) by due date. */
export async function find(tx: Tx, filter: Filter): Promise<Matter[]> {
  if (filter.leads?.length === 0) return []
  const rows = await filtered(tx, filter)
    .selectAll()
    .orderBy('due')
    .orderBy('id')
    .limit(filter.limit ?? 100)
    .offset(filter.offset ?? 0)
    .execute()
  return rows.map(matterOf)
}

/** How many matters such a list would hold without its limit. */
export async function count(tx: Tx, filter: Filter): Promise<number> {
  if (filter.leads?.length === 0) return 0
  const row = await filtered(tx, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

function filtered(tx: Tx, filter: Filter) {
  let query = tx.selectFrom('matters').where('open', '=', filter.open === false ? 0 : 1)
  if (filter.leads) query = query.where('lead', 'in', filter.leads)
  if (filter.handler !== undefined) query = query.where('handler', '=', filter.handler)
  if (filter.assigner !== undefined) query = query.where('assigner', '=', filter.assigner)
  if (filter.nextFrom !== undefined) query = query.where('next', '>=', filter.nextFrom)
  if (filter.nextBefore !== undefined) query = query.where('next', '<', filter.nextBefore)
  if (filter.provisional) query = query.where('provisional', '=', 1)
  if (filter.changedSince !== undefined) query = query.where('changed', '>=', filter.changedSince)
  return query
}

/** Matters whose no ended like this, changed since a moment, closed ones too, oldest first. */
export async function refused(
  tx: Tx,
  outcome: Refusal['outcome'],
  since: Instant,
): Promise<Matter[]> {
  const rows = await tx
    .selectFrom('matters')
    .selectAll()
    .where('refusal', '=', outcome)
    .where('changed', '>=', since)
    .orderBy('changed')
    .orderBy('id')
    .execute()
  return rows.map(matterOf)
}

/** Matters of these units that changed since a moment, closed ones too, newest first. */
export async function moved(tx: Tx, leads: number[], since: Instant): Promise<Matter[]> {
  if (leads.length === 0) return []
  const rows = await tx
    .selectFrom('matters')
    .selectAll()
    .where('changed', '>=', since)
    .where('lead', 'in', leads)
    .orderBy('changed', 'desc')
    .limit(50)
    .execute()
  return rows.map(matterOf)
}
