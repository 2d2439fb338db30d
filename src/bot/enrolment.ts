/** A roster takes effect: units, persons, heads, who is in charge; and every open matter's duties after it. */
import { dutiesOf } from '../domain/matter/duties.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person, Unit } from '../domain/people/person.ts'
import { compareRoster, type RosterComparison } from '../domain/people/roster.ts'
import type { RosterRow } from '../domain/people/roster-row.ts'
import type { Bound } from '../store/store.ts'

/** The unit of the leaders themselves. */
const LEADERS = '局领导'

/** What a roster would change, nothing changed yet. */
export function comparedWith(directory: Directory, rows: RosterRow[]): RosterComparison {
  const now = { people: [...directory.people.values()], units: [...directory.units.values()] }
  return compareRoster(now, rows)
}

/** Takes the roster over as a whole. */
export async function applyRoster(
  store: Bound,
  before: Directory,
  rows: RosterRow[],
): Promise<void> {
  const unitIds = await unitsFor(store, before, rows)
  const comparison = comparedWith(before, rows)
  for (const row of comparison.new) await store.people.addPerson(personOf(row, unitIds))
  for (const { person, row } of [...comparison.moved, ...comparison.changed])
    await store.people.savePerson(personOf(row, unitIds, person))
  for (const person of comparison.left) await store.people.savePerson({ ...person, left: true })
  await nameHeads(store, rows)
  await noteRemits(store, rows)
  await refreshDuties(store, before)
}

/** Everybody's duties anew, after heads, roles or who is in charge have changed. */
export async function refreshDuties(store: Bound, before: Directory): Promise<void> {
  const directory = await store.people.directory()
  for (let offset = 0; ; offset += 500) {
    const matters = await store.matters.find({ limit: 500, offset })
    for (const matter of matters)
      await store.pending.set(matter.id, dutiesOf(matter, before), dutiesOf(matter, directory))
    if (matters.length < 500) return
  }
}

/** What each line says a person answers for; where the roster has no such column, all stays as it was. */
async function noteRemits(store: Bound, rows: RosterRow[]): Promise<void> {
  const directory = await store.people.directory()
  for (const row of rows) {
    if (row.remits === null) continue
    const home = directory.unitNamed(row.unit)
    const person = directory.named(row.name).find((one) => one.unit === home?.id)
    if (person) await store.remits.set(person.id, row.remits)
  }
}

async function unitsFor(
  store: Bound,
  directory: Directory,
  rows: RosterRow[],
): Promise<(name: string) => number> {
  const ids = new Map<string, number>()
  for (const { unit: name } of rows) {
    if (ids.has(name)) continue
    const known = directory.unitNamed(name)
    const born: Omit<Unit, 'id'> = {
      name,
      aliases: [],
      kind: name === LEADERS ? 'leaders' : 'department',
      parent: null,
      head: null,
      charge: null,
      members: [],
      ends: null,
    }
    ids.set(name, known?.id ?? (await store.people.addUnit(born)))
  }
  return (name) => ids.get(name) ?? 0
}

function personOf(row: RosterRow, unitIds: (name: string) => number, was?: Person): Person {
  return {
    id: was?.id ?? 0,
    name: row.name,
    unit: unitIds(row.unit),
    title: row.title || (was?.title ?? ''),
    post: row.post,
    roles: row.roles ?? was?.roles ?? [],
    openId: was?.openId ?? null,
    unionId: was?.unionId ?? null,
    mobile: row.mobile ?? was?.mobile ?? null,
    left: false,
  }
}

/** The 科长 named in the roster head their units; leaders are in charge of what their line says. */
async function nameHeads(store: Bound, rows: RosterRow[]): Promise<void> {
  const directory = await store.people.directory()
  const units = new Map([...directory.units.values()].map((unit) => [unit.id, { ...unit }]))
  for (const row of rows) {
    const home = directory.unitNamed(row.unit)
    const person = directory.named(row.name).find((one) => one.unit === home?.id)
    if (!person || !home) continue
    if (row.post === 'head' || row.post === 'principal') units.get(home.id)!.head = person.id
    for (const name of row.charges ?? []) {
      const unit = directory.unitNamed(name)
      if (unit) units.get(unit.id)!.charge = person.id
    }
  }
  for (const unit of units.values()) {
    const was = directory.units.get(unit.id)
    if (was?.head !== unit.head || was?.charge !== unit.charge) await store.people.saveUnit(unit)
  }
}
