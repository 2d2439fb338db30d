/** 议定事项: the lines of a meeting's minutes, each with its own number, until they are matters or dropped. */
import type { Resolution, ResolutionKey } from '../domain/meeting/resolution.ts'
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { Overtaken } from './overtaken.ts'
import type { Tables } from './tables.ts'

type Row = Tables['resolutions']

/** Keeps a new one; returns it with its id. */
export async function add(tx: Tx, resolution: Omit<Resolution, 'id' | 'rev'>): Promise<Resolution> {
  const kept = { ...resolution, id: await next(tx, 'resolution'), rev: 0 }
  await tx.insertInto('resolutions').values(rowOf(kept)).execute()
  return kept
}

/** All of a meeting, by their numbers, dropped ones too. */
export async function of(tx: Tx, { series, meeting }: ResolutionKey): Promise<Resolution[]> {
  const rows = await tx
    .selectFrom('resolutions')
    .selectAll()
    .where('series', '=', series)
    .where('meeting', '=', meeting)
    .orderBy('item')
    .execute()
  return rows.map(resolutionOf)
}

/** The meeting whose drafts came in last: among all, of a series, or those a person brought. */
export async function newest(
  tx: Tx,
  among: { series?: number; person?: number },
): Promise<ResolutionKey | undefined> {
  let query = tx
    .selectFrom('resolutions')
    .select(['series', 'meeting'])
    .where('state', '=', 'draft')
  if (among.series !== undefined) query = query.where('series', '=', among.series)
  if (among.person !== undefined) query = query.where('person', '=', among.person)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
}

/** The highest meeting of a series that has minutes, and when its newest line came in. */
export async function highest(
  tx: Tx,
  series: number,
): Promise<{ meeting: number; at: Instant } | undefined> {
  return tx
    .selectFrom('resolutions')
    .select(['meeting', 'at'])
    .where('series', '=', series)
    .orderBy('meeting', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Saves it over the version that was read: of two confirmations only one is the first. */
export async function save(tx: Tx, before: Resolution, after: Resolution): Promise<Resolution> {
  const saved = { ...after, rev: before.rev + 1 }
  const result = await tx
    .updateTable('resolutions')
    .set(rowOf(saved))
    .where('id', '=', before.id)
    .where('rev', '=', before.rev)
    .executeTakeFirst()
  if (Number(result.numUpdatedRows) !== 1) throw new Overtaken(`resolution ${before.id}`)
  return saved
}

/** Puts these back as they were, whatever they are now; of those added since, what is no matter yet goes. */
export async function restore(
  tx: Tx,
  before: readonly Resolution[],
  added: readonly number[],
): Promise<void> {
  for (const one of before) {
    const { id, rev: _, ...was } = rowOf(one)
    await tx
      .updateTable('resolutions')
      .set((eb) => ({ ...was, rev: eb('rev', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  if (added.length === 0) return
  await tx
    .deleteFrom('resolutions')
    .where('id', 'in', [...added])
    .where('state', '!=', 'registered')
    .execute()
}

/** Forgets what nobody confirmed in time. */
export async function forget(tx: Tx, before: Instant): Promise<void> {
  await tx
    .deleteFrom('resolutions')
    .where('state', 'in', ['draft', 'dropped'])
    .where('at', '<', before)
    .execute()
}

const rowOf = ({
  id,
  series,
  meeting,
  item,
  state,
  matter,
  person,
  at,
  rev,
  ...body
}: Resolution): Row => ({
  ...{ id, series, meeting, item, state, matter, person, at, rev },
  body: JSON.stringify(body),
})

const resolutionOf = ({ body, state, ...row }: Row): Resolution => ({
  ...JSON.parse(body),
  ...row,
  state: state as Resolution['state'],
})
