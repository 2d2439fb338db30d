/** Meeting series and the topics queued for them. */
import type { Series, Topic } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
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
  topic: { series: number; text: string; person: number; at: Instant },
): Promise<Topic> {
  const id = await next(tx, 'topic')
  const row = { id, ...topic, state: 'queued' as const, carried: 0 }
  await tx.insertInto('topics').values(row).execute()
  return row
}

/** Topics waiting for the next meeting of a series, in the order asked. */
export async function topics(tx: Tx, series: number): Promise<Topic[]> {
  const rows = await tx
    .selectFrom('topics')
    .selectAll()
    .where('series', '=', series)
    .where('state', '=', 'queued')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as Topic['state'] }))
}

/** Topics that a pack went out with stay in the queue, carried over once more, until somebody takes them off. */
export async function carryTopics(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('topics')
    .set((eb) => ({ carried: eb('carried', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

/** Changes what has become of a topic. */
export async function markTopic(tx: Tx, id: number, state: Topic['state']): Promise<void> {
  await tx.updateTable('topics').set({ state }).where('id', '=', id).execute()
}

const seriesOf = ({ rest_day, ...row }: Tables['series']): Series => ({
  ...row,
  kind: row.kind as Series['kind'],
  rule: JSON.parse(row.rule),
  support: JSON.parse(row.support),
  restDay: rest_day as Series['restDay'],
  study: row.study === 1,
  off: JSON.parse(row.off),
  extra: JSON.parse(row.extra),
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
  ended: series.ended ? 1 : 0,
})
