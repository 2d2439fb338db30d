/** Who is who in a matter: the questions every right is built from (domain.md B.7). */
import type { Directory } from './directory.ts'
import type { Person, Unit } from './person.ts'

/** 主要领导 or 分管领导: may instruct and see everything. */
export const isLeader = (person: Person): boolean =>
  person.post === 'principal' || person.post === 'leader'

export const isSupervisor = (person: Person): boolean => person.roles.includes('supervisor')
export const isSecretary = (person: Person): boolean => person.roles.includes('secretary')
export const isAdmin = (person: Person): boolean => person.roles.includes('admin')

/** 科长 (or leader of a task force): signs, hands out and asks to close for the unit. */
export const heads = (person: Person, unit: Unit | undefined): boolean => unit?.head === person.id

/** 联络员 of his own unit: may sign for it. */
export const liaisonOf = (person: Person, unit: Unit | undefined): boolean =>
  unit !== undefined && person.roles.includes('liaison') && belongs(person, unit)

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
  [...directory.units.values()].filter((unit) => unit.head === person.id)

/** The units a leader is in charge of. */
export const unitsInChargeOf = (person: Person, directory: Directory): Unit[] =>
  [...directory.units.values()].filter((unit) => unit.charge === person.id)

/** Leaders and the 督查室 see every matter. */
export const seesAll = (person: Person): boolean => isLeader(person) || isSupervisor(person)
