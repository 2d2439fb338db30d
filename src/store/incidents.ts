/** 日报事件: what is watched, under way and ended. */
import type { Incident } from '../domain/returns/incident.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { Overtaken } from './overtaken.ts'
import type { Tables } from './tables.ts'

/** Ended ones that are still found by their name. */
const REMEMBERED = 20

/** Adds one; gives it with its number. */
export async function add(tx: Tx, incident: Omit<Incident, 'id'>): Promise<Incident> {
  const born = { ...incident, id: await next(tx, 'incident'), rev: 1 }
  await tx.insertInto('incidents').values(rowOf(born)).execute()
  return born
}

/** The incident of that number. */
export async function get(tx: Tx, id: number): Promise<Incident | undefined> {
  const row = await tx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
  return row && incidentOf(row)
}

/** Those under way, oldest first. */
export async function open(tx: Tx): Promise<Incident[]> {
  const rows = await tx
    .selectFrom('incidents')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(incidentOf)
}

/** Those that ended, newest first. */
export async function ended(tx: Tx): Promise<Incident[]> {
  const rows = await tx
    .selectFrom('incidents')
    .selectAll()
    .where('state', '=', 'ended')
    .orderBy('id', 'desc')
    .limit(REMEMBERED)
    .execute()
  return rows.map(incidentOf)
}

/** Saves it over the version that was read. */
export async function save(tx: Tx, incident: Incident): Promise<Incident> {
  const after = { ...incident, rev: incident.rev + 1 }
  const saved = await tx
    .updateTable('incidents')
    .set(rowOf(after))
    .where('id', '=', incident.id)
    .where('rev', '=', incident.rev)
    .executeTakeFirst()
  if (Number(saved.numUpdatedRows) !== 1) throw new Overtaken(`incident ${incident.id}`)
  return after
}

const incidentOf = (row: Tables['incidents']): Incident => ({
  id: row.id,
  name: row.name,
  units: JSON.parse(row.units),
  first: row.first_day,
  last: row.last_day,
  restDays: row.rest_days === 1,
  by: row.person,
  at: row.at,
  state: row.state as Incident['state'],
  rev: row.rev,
})

const rowOf = (one: Incident): Tables['incidents'] => ({
  id: one.id,
  name: one.name,
  units: JSON.stringify(one.units),
  first_day: one.first,
  last_day: one.last,
  rest_days: one.restDays ? 1 : 0,
  person: one.by,
  at: one.at,
  state: one.state,
  rev: one.rev,
})
