/** 台账: matters by what one asks for, in one order of urgency (domain/matter/urgency.ts), page by page. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Light } from '../domain/matter/light.ts'
import type { Matter, Status } from '../domain/matter/matter.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { matterOf } from './matter-row.ts'
import type { Tables } from './tables.ts'
import { openOf } from './tallies.ts'

/** What a list is narrowed to; what is not given does not matter. */
export interface Wanted {
  /** Open ones unless told otherwise; `both` for all, the open ones first. */
  open?: boolean | 'both'
  leads?: readonly number[]
  /** These too, besides those of the units or of the person. */
  also?: readonly number[]
  /** A step of it waits for one of these persons. */
  waitsFor?: readonly number[]
  sources?: readonly string[]
  /** On a profile of that name, or one of these. */
  kind?: { profile: string; ids: readonly number[] }
  statuses?: readonly Status[]
  light?: { is: Light; now: Instant; yellowBefore: Instant }
  nextBefore?: Instant
  /** Still owed by those who carry it, its next date within a span, `[from, to)`. */
  owes?: readonly [from: Instant, to: Instant]
  /** Due, assigned or closed within a span, `[from, to)`. */
  moved?: readonly [from: Instant, to: Instant]
  /** Of these only, as found by words. */
  ids?: readonly number[]
}

/** More are not counted one by one; the list says 以上. */
export const MOST_COUNTED = 1000

/** A page of the list, the most pressing first; closed ones behind, the latest date first. */
export async function page(tx: Tx, wanted: Wanted, { limit, offset = 0 }: Page): Promise<Matter[]> {
  if (wanted.open !== 'both') return pageOf(tx, wanted, { limit, offset })
  const open = { ...wanted, open: true }
  const first = await pageOf(tx, open, { limit, offset })
  if (first.length === limit) return first
  const before = first.length > 0 || offset === 0 ? offset + first.length : await count(tx, open)
  const rest = { limit: limit - first.length, offset: Math.max(0, offset - before) }
  return [...first, ...(await pageOf(tx, { ...wanted, open: false }, rest))]
}

interface Page {
  limit: number
  offset?: number
}

async function pageOf(tx: Tx, wanted: Wanted, { limit, offset = 0 }: Page): Promise<Matter[]> {
  if (isNothing(wanted)) return []
  const rows = await inOrder(tx, wanted).limit(limit).offset(offset).execute()
  return rows.map(matterOf)
}

/**
 * The whole list in the order of its pages, `limit` matters at a time: each part begins behind the last of the one
 * before, however far the list has come. Whole only where nothing moves meanwhile, as in a survey.
 */
export async function* walk(tx: Tx, wanted: Wanted, limit: number): AsyncGenerator<Matter[]> {
  if (isNothing(wanted)) return
  const { open = true } = wanted
  for (const half of open === 'both' ? [true, false] : [open]) {
    let last: Tables['matters'] | undefined
    do {
      const rows = await inOrder(tx, { ...wanted, open: half }, last)
        .limit(limit)
        .execute()
      yield rows.map(matterOf)
      last = rows.length === limit ? rows.at(-1) : undefined
    } while (last)
  }
}

const notUrgent = sql<number>`(case when urgent is null then 1 else 0 end)`

/** The list in its order; only what comes behind a row, where one is given. */
function inOrder(tx: Tx, wanted: Wanted, last?: Tables['matters']) {
  const closed = wanted.open === false
  const query = narrowed(tx, wanted)
    .selectAll()
    .orderBy('next', closed ? 'desc' : 'asc')
    .orderBy(notUrgent)
    .orderBy('id')
  if (!last) return query
  const { next, urgent, id } = last
  const same = sql<boolean>`(${notUrgent}, id) > (${urgent === null ? 1 : 0}, ${id})`
  return (
    query
      // Said alone first: an index is entered there, and walked no way from its beginning.
      .where(columnIn(wanted)('next'), closed ? '<=' : '>=', next)
      .where((eb) =>
        eb.or([eb('next', closed ? '<' : '>', next), eb.and([eb('next', '=', next), same])]),
      )
  )
}

/** How many the list holds; exact up to MOST_COUNTED, and for all open matters of units always. */
export async function count(tx: Tx, wanted: Wanted): Promise<number> {
  if (isNothing(wanted)) return 0
  const { open = true, leads, ...rest } = wanted
  if (open === true && Object.keys(rest).length === 0) return openOf(tx, leads)
  const row = await tx
    .selectFrom(
      narrowed(tx, wanted)
        .select('id')
        .limit(MOST_COUNTED + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

const isNothing = ({ leads, also = [], ids }: Wanted): boolean =>
  (leads?.length === 0 && also.length === 0) || ids?.length === 0

/** A person's duties and found words are few: the unary plus keeps both engines from walking all open matters for them. */
const columnIn =
  ({ waitsFor, ids }: Wanted) =>
  (name: 'open' | 'lead' | 'next') =>
    waitsFor !== undefined || ids !== undefined
      ? sql<number>`+${sql.ref(name)}`
      : sql.ref<number>(name)

function narrowed(tx: Tx, wanted: Wanted) {
  const { open = true, leads, also, waitsFor, sources, kind, statuses, light } = wanted
  let query = tx.selectFrom('matters')
  const column = columnIn(wanted)
  if (open !== 'both') query = query.where(column('open'), '=', open ? 1 : 0)
  if (wanted.ids) query = query.where('id', 'in', wanted.ids)
  if (waitsFor !== undefined)
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('duties').select('duties.matter').where('duties.person', 'in', waitsFor),
    )
  if (leads && !also?.length) query = query.where(column('lead'), 'in', leads)
  if (also?.length)
    query = query.where((eb) =>
      eb.or([...(leads?.length ? [eb('lead', 'in', leads)] : []), eb('id', 'in', also)]),
    )
  if (sources) query = query.where('source', 'in', sources)
  if (kind)
    query = query.where((eb) =>
      eb.or([
        eb('profile', 'like', `%${kind.profile}%`),
        ...(kind.ids.length > 0 ? [eb('id', 'in', kind.ids)] : []),
      ]),
    )
  if (statuses) query = query.where('status', 'in', statuses)
  if (wanted.nextBefore !== undefined) query = query.where(column('next'), '<', wanted.nextBefore)
  if (wanted.owes) {
    const [from, to] = wanted.owes
    query = query
      .where('handed', 'is', null)
      .where(column('next'), '>=', from)
      .where(column('next'), '<', to)
      .where('status', '!=', 'suspended')
  }
  if (light) query = query.where((eb) => shines(eb, light, column('next')))
  if (wanted.moved) {
    const [from, to] = wanted.moved
    query = query.where((eb) =>
      eb.or(
        (['created', 'due', 'closed'] as const).map((at) =>
          eb.and([eb(at, '>=', from), eb(at, '<', to)]),
        ),
      ),
    )
  }
  return query
}

/** As `lightOf` computes it, from the columns. */
function shines(
  eb: ExpressionBuilder<Tables, 'matters'>,
  { is, now, yellowBefore }: NonNullable<Wanted['light']>,
  next: ReturnType<typeof sql.ref<number>>,
) {
  const waits = eb('handed', 'is', null)
  switch (is) {
    case 'red':
      // Whatever is red has its next date behind it: said first, so that the index is walked no further.
      return eb.and([eb(next, '<', now), eb.or([waits, eb('handed', '>', eb.ref('next'))])])
    case 'yellow':
      return eb.and([waits, eb(next, '>=', now), eb(next, '<', yellowBefore)])
    case 'green':
      return eb.or([
        eb.and([waits, eb(next, '>=', Math.max(now, yellowBefore))]),
        eb('handed', '<=', eb.ref('next')),
      ])
  }
}

/** Numbers of what a person carries, was named for or gave, open and closed, the newest first. */
export async function idsOf(tx: Tx, person: number, limit: number): Promise<number[]> {
  const ids = await Promise.all(
    (['handler', 'proposed', 'assigner'] as const).map((who) =>
      tx
        .selectFrom('matters')
        .select('id')
        .where(who, '=', person)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    ),
  )
  const all = new Set(ids.flat().map((row) => row.id))
  return [...all].sort((a, b) => b - a).slice(0, limit)
}
