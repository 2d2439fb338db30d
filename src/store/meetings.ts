/** Meeting series, the topics queued for them, and the matters of their field. */
import type { Matter } from '../domain/matter/matter.ts'
import { nothingPrepared } from '../domain/meeting/preparation.ts'
import type { Series, Topic } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { matterOf } from './matter-row.ts'
import { Overtaken } from './overtaken.ts'
import type { Tables } from './tables.ts'

/** All series that still meet, by name. */
export async function list(tx: Tx): Promise<Series[]> {
  const rows = await tx
    .selectFrom('series')
    .selectAll()
    .where('ended', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map(seriesOf)
}

/** The series of that id, ended ones too. */
export async function get(tx: Tx, id: number): Promise<Series | undefined> {
  const row = await tx.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst()
  return row && seriesOf(row)
}

/** The number a new series will have. */
export const nextId = (tx: Tx): Promise<number> => next(tx, 'series')

/** Adds a series. */
export async function add(tx: Tx, series: Series): Promise<void> {
  await tx.insertInto('series').values(rowOf(series)).execute()
}

/** Saves a series over the version that was read. */
export async function save(tx: Tx, before: Series, after: Series): Promise<void> {
  const result = await tx
    .updateTable('series')
    .set(rowOf(after))
    .where('id', '=', before.id)
    .where('rev', '=', before.rev)
    .executeTakeFirst()
  if (Number(result.numUpdatedRows) !== 1) throw new Overtaken(`series ${before.id}`)
}

/** Queues a topic; returns it. */
export async function addTopic(
  tx: Tx,
  {
    matter = null,
    ...topic
  }: { series: number; text: string; person: number; at: Instant; matter?: number | null },
): Promise<Topic> {
  const id = await next(tx, 'topic')
  const row = { id, ...topic, matter, state: 'queued' as const, carried: 0, reason: null }
  await tx.insertInto('topics').values(row).execute()
  return row
}

/** Topics waiting for the next meeting of a series, in the order asked. */
export async function topics(tx: Tx, series: number): Promise<Topic[]> {
  const rows = await tx
    .selectFrom('topics')
    .selectAll()
    .where('series', '=', series)
    .where('state', 'in', ['queued', 'accepted'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(topicOf)
}

/** These topics, whatever has become of them. */
export async function topicsNamed(tx: Tx, ids: number[]): Promise<Topic[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('topics').selectAll().where('id', 'in', ids).execute()
  return rows.map(topicOf)
}

/** Open matters carried by these units or put under the series. */
export const openOfField = (tx: Tx, units: number[], series: number): Promise<Matter[]> =>
  ofField(tx, units, series, (query) => query.where('open', '=', 1))

/** Matters of these units or of the series that were closed and have changed since a moment. */
export const closedOfField = (
  tx: Tx,
  units: number[],
  series: number,
  since: Instant,
): Promise<Matter[]> =>
  // What was closed has changed then, and by its change it is found along an index.
  ofField(tx, units, series, (query) =>
    query.where('open', '=', 0).where('changed', '>=', since).where('closed', '>=', since),
  )

/** Asked in two questions, each along its index: one with an `or` would walk the whole ledger. */
async function ofField(
  tx: Tx,
  units: number[],
  series: number,
  narrowed: (query: ReturnType<typeof ledger>) => ReturnType<typeof ledger>,
): Promise<Matter[]> {
  const put = await narrowed(ledger(tx).where('series', '=', series)).execute()
  const carried =
    units.length === 0 ? [] : await narrowed(ledger(tx).where('lead', 'in', units)).execute()
  const rows = new Map([...put, ...carried].map((row) => [row.id, row]))
  return [...rows.values()].map(matterOf)
}

const ledger = (tx: Tx) => tx.selectFrom('matters').selectAll()

/** Topics that a pack went out with stay in the queue, carried over once more, until somebody takes them off. */
export async function carryTopics(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('topics')
    .set((eb) => ({ carried: eb('carried', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

/** Saves what the secretary has said of a topic. */
export async function saveTopic(tx: Tx, { id, state, reason }: Topic): Promise<void> {
  await tx.updateTable('topics').set({ state, reason }).where('id', '=', id).execute()
}

/** Changes what has become of a topic. */
export async function markTopic(tx: Tx, id: number, state: Topic['state']): Promise<void> {
  await tx.updateTable('topics').set({ state }).where('id', '=', id).execute()
}

const topicOf = (row: Tables['topics']): Topic => ({ ...row, state: row.state as Topic['state'] })

const seriesOf = ({ rest_day, ...row }: Tables['series']): Series => ({
  ...row,
  kind: row.kind as Series['kind'],
  rule: JSON.parse(row.rule),
  support: JSON.parse(row.support),
  restDay: rest_day as Series['restDay'],
  study: row.study === 1,
  off: JSON.parse(row.off),
  extra: JSON.parse(row.extra),
  prepared: { ...nothingPrepared, ...JSON.parse(row.prepared) },
  ended: row.ended === 1,
})

const rowOf = ({ restDay, ...series }: Series): Tables['series'] => ({
  ...series,
  rule: JSON.stringify(series.rule),
  support: JSON.stringify(series.support),
  rest_day: restDay,
  study: series.study ? 1 : 0,
  off: JSON.stringify(series.off),
  extra: JSON.stringify(series.extra),
  prepared: JSON.stringify(series.prepared),
  ended: series.ended ? 1 : 0,
})
