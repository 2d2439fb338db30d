/** 请假代办: who is away from when to when; what is taken back or over stays in its row. */
import type { Absence } from '../domain/people/absence.ts'
import type { Day } from '../domain/time/day.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { changed } from './office-version.ts'

/** Every absence that still counts, in the order they were told. */
export async function open(tx: Tx): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('absences')
    .select(['id', 'person', 'first_day', 'last_day', 'stand_in'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    from: row.first_day,
    to: row.last_day,
    standIn: row.stand_in,
  }))
}

/** Keeps a new absence; returns its number. */
export async function add(tx: Tx, absence: Omit<Absence, 'id'>): Promise<number> {
  const id = await next(tx, 'absence')
  await tx
    .insertInto('absences')
    .values({
      id,
      person: absence.person,
      first_day: absence.from,
      last_day: absence.to,
      stand_in: absence.standIn,
      state: 'open',
    })
    .execute()
  await changed(tx)
  return id
}

/** Puts an absence as given: a day earlier back, another stand-in, or counting again after it was taken back. */
export async function save(tx: Tx, absence: Absence): Promise<void> {
  await tx
    .updateTable('absences')
    .set({
      first_day: absence.from,
      last_day: absence.to,
      stand_in: absence.standIn,
      state: 'open',
    })
    .where('id', '=', absence.id)
    .execute()
  await changed(tx)
}

/** An absence that is taken back counts no more. */
export async function cancel(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('absences').set({ state: 'cancelled' }).where('id', '=', id).execute()
  await changed(tx)
}

/** Absences that ended before a day are read no more; nobody is away differently by it. */
export async function passed(tx: Tx, day: Day): Promise<void> {
  await tx
    .updateTable('absences')
    .set({ state: 'over' })
    .where('state', '=', 'open')
    .where('last_day', '<', day)
    .execute()
}
