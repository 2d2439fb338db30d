/** Who is who in a matter: the questions every right is built from (domain.md B.7). */
import type { Day } from '../time/day.ts'
import type { Directory } from './directory.ts'
import type { Person, Unit } from './person.ts'

/** The person as he acts on a day: with those whose place he takes while they are away (F24). */
export function actingOn(person: Person, day: Day, directory: Directory): Person {
  const standsFor = directory.standsInFor(person.id, day)
  return standsFor.length > 0 ? { ...person, standsFor } : person
}

/** Himself, then those whose place he takes. */
export const selvesOf = (person: Person): readonly Person[] => [person, ...(person.standsFor ?? [])]

/** Whether he is that person, or takes his place. */
export const speaksFor = (person: Person, id: number | null | undefined): boolean =>
  selvesOf(person).some((one) => one.id === id)

/** The absent person in whose place he does what only that one may; undefined when he may himself. */
export function inPlaceOf(person: Person, may: (one: Person) => boolean): Person | undefined {
  const { standsFor = [], ...himself } = person
  return may(himself) ? undefined : standsFor.find(may)
}

/** 主要领导 or 分管领导, or in the place of one: may instruct and see everything. */
export const isLeader = (person: Person): boolean =>
  selvesOf(person).some(({ post }) => post === 'principal' || post === 'leader')

export const isSupervisor = (person: Person): boolean => hasRole(person, 'supervisor')
export const isSecretary = (person: Person): boolean => hasRole(person, 'secretary')

/** The keeper's rights are his own: nobody takes them on by standing in. */
export const isAdmin = (person: Person): boolean => person.roles.includes('admin')

/** Whether he keeps the bot: its 管理员, or the 督查室 where nobody is one. */
export const keeps = (person: Person, directory: Directory): boolean =>
  isAdmin(person) || (directory.withRole('admin').length === 0 && isSupervisor(person))

const hasRole = (person: Person, role: Person['roles'][number]): boolean =>
  selvesOf(person).some(({ roles }) => roles.includes(role))

/** 科长 (or leader of a task force): signs, hands out and asks to close for the unit. */
export const heads = (person: Person, unit: Unit | undefined): boolean =>
  unit !== undefined && unit.head !== null && speaksFor(person, unit.head)

/** 联络员 of his own unit: may sign for it. */
export const liaisonOf = (person: Person, unit: Unit | undefined): boolean =>
  unit !== undefined &&
  selvesOf(person).some((one) => one.roles.includes('liaison') && belongs(one, unit))

/** Whether the person's home is in the unit or he holds a seat in it. */
export const belongs = (person: Person, unit: Unit): boolean =>
  person.unit === unit.id || unit.members.includes(person.id)

/** Whether his home lies in the unit or in one inside it: no one reviews the work of his own house. */
export function within(person: Person, unit: number, directory: Directory): boolean {
  for (
    let at: number | null = person.unit;
    at !== null;
    at = directory.units.get(at)?.parent ?? null
  )
    if (at === unit) return true
  return directory.units.get(unit)?.members.includes(person.id) ?? false
}

/** The units a person heads. */
export const unitsHeadedBy = (person: Person, directory: Directory): Unit[] =>
  [...directory.units.values()].filter((unit) => heads(person, unit))

/** The units a leader is in charge of. */
export const unitsInChargeOf = (person: Person, directory: Directory): Unit[] =>
  [...directory.units.values()].filter(
    (unit) => unit.charge !== null && speaksFor(person, unit.charge),
  )

/** Leaders and the 督查室 see every matter. */
export const seesAll = (person: Person): boolean => isLeader(person) || isSupervisor(person)
