/** Who owes a month's plan, who writes it, and who gathers it (Q42: 每个科室报综合科). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import { heads, liaisonOf, seesAll, selvesOf } from '../people/rights.ts'

/** Departments and offices; task forces report at their own meetings, leaders owe nobody a plan. */
export const planning = (directory: Directory): Unit[] =>
  [...directory.units.values()].filter(
    (unit) => unit.kind === 'department' || unit.kind === 'office',
  )

/** Who is asked for a unit's plan: its liaison and its head, one message each. */
export function plannersOf(unit: Unit, directory: Directory): number[] {
  const liaisons = directory.membersOf(unit.id).filter((one) => one.roles.includes('liaison'))
  const head = unit.head === null ? [] : [unit.head]
  return [...new Set([...head, ...liaisons.map((one) => one.id)])].filter(
    (id) => directory.people.get(id)?.left === false,
  )
}

/** The office that gathers the plans: 综合科, else 办公室, else the 督查室. */
export function gatheringOffice(directory: Directory): Unit | undefined {
  const supervisor = directory.withRole('supervisor')[0]
  return (
    directory.unitNamed('综合科') ??
    directory.unitNamed('办公室') ??
    (supervisor && directory.units.get(supervisor.unit))
  )
}

/** Whether he is of the office that gathers: the only one that sees who is missing. */
export function gathers(person: Person, directory: Directory): boolean {
  const office = gatheringOffice(directory)
  return (
    office !== undefined &&
    selvesOf(person).some((one) => one.unit === office.id || office.head === one.id)
  )
}

/** The unit whose plan he means: the one named, else the one he heads or is liaison of, else his own. */
export function unitMeant(person: Person, named: Unit | null, directory: Directory): Unit {
  const owing = planning(directory)
  if (named) {
    if (owing.some((unit) => unit.id === named.id)) return named
    throw new Declined('E-PLAN-5', `${named.name}不报次月计划。`, ['次月计划'])
  }
  const own = owing.filter((unit) => writes(person, unit))
  const home = owing.find((unit) => unit.id === person.unit)
  const meant = own.find((unit) => unit.id === person.unit) ?? own[0] ?? home
  if (meant) return meant
  throw new Declined('E-PLAN-5', '您所在的单位不报次月计划；看各科室的请说“次月计划 汇总”。', [
    '次月计划 汇总',
  ])
}

/** Whether the plan is his to write and confirm. */
export const writes = (person: Person, unit: Unit): boolean =>
  heads(person, unit) || liaisonOf(person, unit)

/** Whether he may look at it. */
export const reads = (person: Person, unit: Unit, directory: Directory): boolean =>
  writes(person, unit) ||
  seesAll(person) ||
  gathers(person, directory) ||
  selvesOf(person).some((one) => one.unit === unit.id)
