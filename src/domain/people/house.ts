/** A unit's house: itself and every unit inside it; and the houses a person lives in. */
import type { Directory } from './directory.ts'
import type { Person, Unit } from './person.ts'
import { selvesOf, within } from './rights.ts'

/** The ids of a unit and of all units inside it. */
export function houseOf(unit: Unit, directory: Directory): number[] {
  const ids = new Set([unit.id])
  // Units are few and the tree is shallow: once round for each level.
  for (let before = 0; before < ids.size; ) {
    before = ids.size
    for (const { id, parent } of directory.units.values())
      if (parent !== null && ids.has(parent)) ids.add(id)
  }
  return [...ids]
}

/** The ids of the units whose matters are his to know: those he lives in, heads, or has a seat in. */
export const housesOf = (person: Person, directory: Directory): number[] =>
  [...directory.units.values()].flatMap((unit) =>
    selvesOf(person).some((one) => within(one, unit.id, directory) || unit.head === one.id)
      ? [unit.id]
      : [],
  )
