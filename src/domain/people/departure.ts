/** 离任: who takes over what somebody leaves behind, so that nothing is without an owner (capability F24). */
import type { Day } from '../time/day.ts'
import type { Directory } from './directory.ts'
import type { Unit } from './person.ts'

/**
 * Who inherits what he carried for a unit: the stand-in he named for a leave not yet over, else the unit's head, its
 * deputy, the leader in charge; null where there is nobody.
 */
export function heirOf(
  person: number,
  unit: number,
  directory: Directory,
  today: Day,
): number | null {
  const named = directory.absences.findLast((one) => one.person === person && one.to >= today)
  const led = directory.units.get(unit)
  const heirs = [
    named?.standIn,
    led?.head,
    ...deputiesOf(unit, directory),
    led?.charge,
    principalIn(directory),
  ]
  return heirs.find((id) => id != null && id !== person && isHere(id, directory)) ?? null
}

/** The units whose head or leader in charge has left, as they are led until somebody else is named. */
export function vacancies(directory: Directory): Unit[] {
  const gone = (id: number | null) => id !== null && !isHere(id, directory)
  return [...directory.units.values()].flatMap((unit) => {
    if (!gone(unit.head) && !gone(unit.charge)) return []
    const charge = gone(unit.charge) ? principalIn(directory) : unit.charge
    const deputy = deputiesOf(unit.id, directory)[0] ?? charge
    return [{ ...unit, charge, head: gone(unit.head) ? deputy : unit.head }]
  })
}

const isHere = (id: number, { people }: Directory): boolean => people.get(id)?.left === false

const deputiesOf = (unit: number, { people }: Directory): number[] =>
  [...people.values()].flatMap((one) =>
    one.unit === unit && one.post === 'deputy' && !one.left ? [one.id] : [],
  )

const principalIn = ({ people }: Directory): number | null =>
  [...people.values()].find((one) => one.post === 'principal' && !one.left)?.id ?? null
