/** 日报: the lines, one for each incident, day and unit. */
import type { Brief } from '../domain/returns/brief.ts'
import type { Day } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import type { Tables } from './tables.ts'

type Key = Pick<Brief, 'incident' | 'day' | 'unit'>

/** The line of a unit on a day. */
export async function get(tx: Tx, { incident, day, unit }: Key): Promise<Brief | undefined> {
  const row = await tx
    .selectFrom('briefs')
    .selectAll()
    .where('incident', '=', incident)
    .where('day', '=', day)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row && briefOf(row)
}

/** The lines of an incident from one day to another, both counted. */
export async function between(tx: Tx, incident: number, from: Day, to: Day): Promise<Brief[]> {
  const rows = await tx
    .selectFrom('briefs')
    .selectAll()
    .where('incident', '=', incident)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('unit')
    .execute()
  return rows.map(briefOf)
}

/** A unit's newest line before a day. */
export async function lastBefore(tx: Tx, { incident, day, unit }: Key): Promise<Brief | undefined> {
  const row = await tx
    .selectFrom('briefs')
    .selectAll()
    .where('incident', '=', incident)
    .where('unit', '=', unit)
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && briefOf(row)
}

/** Puts a line in the place of the one that was there; null takes it away. */
export async function put(tx: Tx, key: Key, brief: Brief | null): Promise<void> {
  await tx
    .deleteFrom('briefs')
    .where('incident', '=', key.incident)
    .where('day', '=', key.day)
    .where('unit', '=', key.unit)
    .execute()
  if (brief) await tx.insertInto('briefs').values(rowOf(brief)).execute()
}

const briefOf = ({ person, ...row }: Tables['briefs']): Brief => ({
  ...row,
  same: row.same === 1,
  by: person,
})

const rowOf = ({ by, ...brief }: Brief): Tables['briefs'] => ({
  ...brief,
  same: brief.same ? 1 : 0,
  person: by,
})
