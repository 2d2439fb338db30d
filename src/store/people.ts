/** The roster: read whole into a Directory, since a bureau is small; its version says when to read again. */
import { type Directory, directoryOf } from '../domain/people/directory.ts'
import type { Person, Post, Role, Unit } from '../domain/people/person.ts'
import { open as openAbsences } from './absences.ts'
import { next } from './counters.ts'
import type { Tx } from './engine.ts'
import { changed } from './office-version.ts'
import { prepared } from './prepared.ts'

const readingVersion = prepared((tx) => tx.selectFrom('office').select('version'))

/** Grows with every change of persons or units. */
export async function version(tx: Tx): Promise<number> {
  const { rows } = await readingVersion(tx, {})
  return rows[0]?.version ?? 0
}

/** The one tenant this deployment serves; null until the first event told it. */
export async function tenant(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom('office').select('tenant').executeTakeFirstOrThrow()
  return row.tenant
}

/** Fixes the tenant this deployment serves. */
export async function serve(tx: Tx, tenant: string): Promise<void> {
  await tx.updateTable('office').set({ tenant }).execute()
}

/** Every person and unit, and who is away when. */
export async function directory(tx: Tx): Promise<Directory> {
  const people = await tx.selectFrom('people').selectAll().orderBy('id').execute()
  const units = await tx.selectFrom('units').selectAll().orderBy('id').execute()
  const seats = await tx.selectFrom('seats').selectAll().execute()
  return directoryOf(
    people.map((row) => ({
      id: row.id,
      name: row.name,
      unit: row.unit,
      title: row.title,
      post: row.post as Post,
      roles: JSON.parse(row.roles) as Role[],
      openId: row.open_id,
      unionId: row.union_id,
      mobile: row.mobile,
      left: row.left === 1,
    })),
    units.map((row) => ({
      id: row.id,
      name: row.name,
      aliases: JSON.parse(row.aliases) as string[],
      kind: row.kind as Unit['kind'],
      parent: row.parent,
      head: row.head,
      charge: row.charge,
      members: seats.filter((seat) => seat.unit === row.id).map((seat) => seat.person),
      ends: row.ends,
    })),
    await openAbsences(tx),
  )
}

/** Adds a person; returns his id. */
export async function addPerson(tx: Tx, person: Omit<Person, 'id'>): Promise<number> {
  const id = await next(tx, 'person')
  await tx
    .insertInto('people')
    .values({ id, ...personRow(person) })
    .execute()
  await changed(tx)
  return id
}

/** Replaces what is known of a person. */
export async function savePerson(tx: Tx, person: Person): Promise<void> {
  await tx.updateTable('people').set(personRow(person)).where('id', '=', person.id).execute()
  await changed(tx)
}

/** Adds a unit with its seats; returns its id. */
export async function addUnit(tx: Tx, unit: Omit<Unit, 'id'>): Promise<number> {
  const id = await next(tx, 'unit')
  await tx
    .insertInto('units')
    .values({ id, ...unitRow(unit) })
    .execute()
  await seat(tx, id, unit.members)
  await changed(tx)
  return id
}

/** Replaces what is known of a unit, its seats too. */
export async function saveUnit(tx: Tx, unit: Unit): Promise<void> {
  await tx.updateTable('units').set(unitRow(unit)).where('id', '=', unit.id).execute()
  await tx.deleteFrom('seats').where('unit', '=', unit.id).execute()
  await seat(tx, unit.id, unit.members)
  await changed(tx)
}

/** Takes back a unit that was added by mistake; nothing may refer to it. */
export async function dropUnit(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('seats').where('unit', '=', id).execute()
  await tx.deleteFrom('units').where('id', '=', id).execute()
  await changed(tx)
}

/** Where the office's own history stands: its length and the hash of its newest line. */
export async function chain(tx: Tx): Promise<{ rev: number; head: string }> {
  return tx.selectFrom('office').select(['rev', 'head']).executeTakeFirstOrThrow()
}

/** Moves the office's own history on by one line. */
export async function chained(tx: Tx, rev: number, head: string): Promise<void> {
  await tx.updateTable('office').set({ rev, head }).execute()
}

async function seat(tx: Tx, unit: number, people: number[]): Promise<void> {
  if (people.length === 0) return
  const seats = people.map((person) => ({ unit, person }))
  await tx.insertInto('seats').values(seats).execute()
}

function personRow(person: Omit<Person, 'id'>) {
  return {
    name: person.name,
    unit: person.unit,
    title: person.title,
    post: person.post,
    roles: JSON.stringify(person.roles),
    open_id: person.openId,
    union_id: person.unionId,
    mobile: person.mobile,
    left: person.left ? 1 : 0,
  }
}

function unitRow(unit: Omit<Unit, 'id'>) {
  return {
    name: unit.name,
    aliases: JSON.stringify(unit.aliases),
    kind: unit.kind,
    parent: unit.parent,
    head: unit.head,
    charge: unit.charge,
    ends: unit.ends,
  }
}
