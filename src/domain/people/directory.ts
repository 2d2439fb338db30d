/** The bureau at a moment: every person and unit, found by id, by platform id, or by the name people say. */
import { type Absence, type Absences, absencesOf } from './absence.ts'
import type { Person, Unit } from './person.ts'

export interface Directory extends Absences {
  people: ReadonlyMap<number, Person>
  units: ReadonlyMap<number, Unit>
  /** The person behind a platform id, unless he has left. */
  byOpenId(openId: string): Person | undefined
  /** All persons of that exact name who have not left. */
  named(name: string): Person[]
  /** The unit of that name or alias. */
  unitNamed(name: string): Unit | undefined
  /** The longest unit name or alias at the start of a text. */
  unitAt(text: string): { unit: Unit; length: number } | undefined
  /** The longest person's name at the start of a text; several when homonyms. */
  personAt(text: string): { people: Person[]; length: number } | undefined
  /** A person's name; 「已离任」 stays out of it. */
  name(id: number | null): string
  unitName(id: number | null): string
  withRole(role: Person['roles'][number]): readonly Person[]
  /** Leaders of the bureau who have not left, the 主要领导 among them. */
  leaders: readonly Person[]
  /** 主要领导 who have not left. */
  principals: readonly Person[]
  /** Members of a unit: home unit, or a seat in a task force. */
  membersOf(unit: number): Person[]
}

/** The directory of these persons and units, with who is away when. */
export function directoryOf(
  people: Person[],
  units: Unit[],
  absences: readonly Absence[] = [],
): Directory {
  const here = people.filter((person) => !person.left)
  const byId = new Map(people.map((person) => [person.id, person]))
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const byOpenId = new Map(here.flatMap((p) => (p.openId ? [[p.openId, p] as const] : [])))
  const byName = groupByName(here)
  const unitByName = new Map<string, Unit>()
  for (const unit of units) for (const alias of unit.aliases) unitByName.set(alias, unit)
  for (const unit of units) unitByName.set(unit.name, unit)
  // Asked for several times in every turn, of a roster that seldom changes.
  const byRole = new Map<string, Person[]>()
  for (const person of here)
    for (const role of new Set(person.roles))
      byRole.set(role, [...(byRole.get(role) ?? []), person])
  const longestUnit = longest(unitByName.keys())
  const longestName = longest(byName.keys())

  return {
    ...absencesOf(byId, unitById, absences),
    people: byId,
    units: unitById,
    byOpenId: (openId) => byOpenId.get(openId),
    named: (name) => byName.get(name) ?? [],
    unitNamed: (name) => unitByName.get(name),
    unitAt: (text) => {
      const hit = prefixIn(unitByName, text, longestUnit)
      return hit && { unit: hit.value, length: hit.length }
    },
    personAt: (text) => {
      const hit = prefixIn(byName, text, longestName)
      return hit && { people: hit.value, length: hit.length }
    },
    name: (id) => (id === null ? '' : (byId.get(id)?.name ?? '')),
    unitName: (id) => (id === null ? '' : (unitById.get(id)?.name ?? '')),
    withRole: (role) => byRole.get(role) ?? [],
    leaders: here.filter(({ post }) => post === 'principal' || post === 'leader'),
    principals: here.filter(({ post }) => post === 'principal'),
    membersOf: (unit) => {
      const seats = new Set(unitById.get(unit)?.members ?? [])
      return here.filter((person) => person.unit === unit || seats.has(person.id))
    },
  }
}

function groupByName(people: Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const group = groups.get(person.name)
    if (group) group.push(person)
    else groups.set(person.name, [person])
  }
  return groups
}

function longest(names: Iterable<string>): number {
  let length = 0
  for (const name of names) length = Math.max(length, name.length)
  return length
}

function prefixIn<T>(table: ReadonlyMap<string, T>, text: string, max: number) {
  for (let length = Math.min(max, text.length); length > 0; length--) {
    const value = table.get(text.slice(0, length))
    if (value !== undefined) return { value, length }
  }
  return undefined
}
