/** The roster (花名册) as the bureau hands it in, compared with who is here. */
import { alike } from './alike.ts'
import type { Person, Unit } from './person.ts'
import type { RosterRow } from './roster-row.ts'

/** Who is here and who has left, with the units. */
export interface Roster {
  people: readonly Person[]
  units: readonly Unit[]
}

/** What a line may change; `back` is somebody who had left. */
export type RosterField =
  | 'name'
  | 'unit'
  | 'title'
  | 'post'
  | 'mobile'
  | 'roles'
  | 'charges'
  | 'back'

export interface RosterChange {
  person: Person
  row: RosterRow
  fields: RosterField[]
}

export interface RosterComparison {
  new: RosterRow[]
  /** Home unit changed, whatever else did. */
  moved: RosterChange[]
  /** Same unit, something else changed. */
  changed: RosterChange[]
  /** Here now, and not in the roster any more. */
  left: Person[]
  same: Person[]
}

/** What a new roster means: every person of `now` who has not left, and every row, is in exactly one list. */
export function compareRoster(now: Roster, next: readonly RosterRow[]): RosterComparison {
  const unitOf = unitFinder(now.units)
  const pairs = alike(now.people, next, unitOf)
  const comparison: RosterComparison = { new: [], moved: [], changed: [], left: [], same: [] }
  const known = new Set<Person>()
  for (const row of next) {
    const person = pairs.get(row)
    if (!person) {
      comparison.new.push(row)
      continue
    }
    known.add(person)
    const fields = differing(person, row, now.units, unitOf)
    if (fields.includes('unit')) comparison.moved.push({ person, row, fields })
    else if (fields.length > 0) comparison.changed.push({ person, row, fields })
    else comparison.same.push(person)
  }
  comparison.left = now.people.filter((person) => !person.left && !known.has(person))
  return comparison
}

/** How many are in each list of a comparison. */
export function countsOf(comparison: RosterComparison): Record<keyof RosterComparison, number> {
  return {
    new: comparison.new.length,
    moved: comparison.moved.length,
    changed: comparison.changed.length,
    left: comparison.left.length,
    same: comparison.same.length,
  }
}

/** Whether more than half of those who are here would leave: a roster that is not whole looks like that. */
export function isMassLeaving({ left, same, changed, moved }: RosterComparison): boolean {
  const here = left.length + same.length + changed.length + moved.length
  return left.length > here / 2
}

/** Whether somebody can enrol, bind and mend after this. */
export function keepsAnAdmin({ same, changed, moved, new: born }: RosterComparison): boolean {
  const stays = [...changed, ...moved].map(({ person, row }) => row.roles ?? person.roles)
  const roles = [...same.map((one) => one.roles), ...stays, ...born.map((row) => row.roles ?? [])]
  return roles.some((these) => these.includes('admin'))
}

/** Finds a unit's id by its name or an alias; undefined for a unit that does not exist yet. */
function unitFinder(units: readonly Unit[]): (name: string) => number | undefined {
  const ids = new Map(
    units.flatMap((unit) => unit.aliases.map((alias) => [alias, unit.id] as const)),
  )
  for (const unit of units) ids.set(unit.name, unit.id)
  return (name) => ids.get(name)
}

const byRoster: ReadonlySet<Unit['kind']> = new Set(['department', 'office'] as const)

function differing(
  person: Person,
  row: RosterRow,
  units: readonly Unit[],
  unitOf: (name: string) => number | undefined,
): RosterField[] {
  // Task forces and the leaders' own unit are not handed out by the roster.
  const inCharge = units
    .filter((unit) => unit.charge === person.id && byRoster.has(unit.kind))
    .map((unit) => unit.id)
  const differs: Record<RosterField, boolean> = {
    back: person.left,
    name: person.name !== row.name,
    unit: person.unit !== unitOf(row.unit),
    title: row.title !== '' && row.title !== person.title,
    post: person.post !== row.post,
    mobile: row.mobile !== null && row.mobile !== person.mobile,
    roles: row.roles !== null && !sameSet(person.roles, row.roles),
    charges:
      row.charges !== null &&
      !sameSet(
        inCharge,
        row.charges.map((name) => unitOf(name) ?? name),
      ),
  }
  return (Object.keys(differs) as RosterField[]).filter((field) => differs[field])
}

function sameSet(one: readonly unknown[], other: readonly unknown[]): boolean {
  const [left, right] = [new Set(one), new Set(other)]
  return left.size === right.size && [...left].every((member) => right.has(member))
}
