/** 请假代办: who is away from when to when, and who does meanwhile what would be his (domain.md capability F24). */
import type { Day } from '../time/day.ts'
import type { Person, Unit } from './person.ts'

export interface Absence {
  id: number
  person: number
  /** First day away. */
  from: Day
  /** Last day away. */
  to: Day
  /** The person he named; null leaves it to the rule. */
  standIn: number | null
}

/** Who is away on a day, and who acts for whom. */
export interface Absences {
  absences: readonly Absence[]
  /** The absence of a person on a day; of several that overlap the one that was told last. */
  absentOn(person: number, day: Day): Absence | undefined
  /**
   * The person who acts for somebody on a day: himself while he is here, else his stand-in; where none was named or
   * that one is away too, the next by rule: his unit's head, its deputy, the leader in charge. Himself where nobody is.
   */
  actsFor(person: number, day: Day): number
  /** Those for whom a person acts on a day, besides himself. */
  standsInFor(person: number, day: Day): Person[]
}

/** The absences of these persons, asked by day. */
export function absencesOf(
  people: ReadonlyMap<number, Person>,
  units: ReadonlyMap<number, Unit>,
  absences: readonly Absence[],
): Absences {
  const own = new Map<number, Absence[]>()
  for (const one of absences) own.set(one.person, [...(own.get(one.person) ?? []), one])

  const absentOn = (person: number, day: Day) =>
    own.get(person)?.findLast((one) => one.from <= day && day <= one.to)

  const here = (id: number | null, day: Day): id is number =>
    id !== null && people.get(id)?.left === false && !absentOn(id, day)

  const actsFor = (person: number, day: Day): number => {
    const asked = new Set<number>()
    for (let at = person; !asked.has(at); ) {
      asked.add(at)
      const away = absentOn(at, day)
      if (!away && at !== person) return at
      if (!away) return person
      const named = away.standIn
      if (named === null || asked.has(named) || people.get(named)?.left !== false) break
      at = named
    }
    return byRule(person).find((id) => id !== person && here(id, day)) ?? person
  }

  const byRule = (person: number): (number | null)[] => {
    const unit = units.get(people.get(person)?.unit ?? 0)
    const deputies = [...people.values()].flatMap((one) =>
      one.unit === unit?.id && one.post === 'deputy' ? [one.id] : [],
    )
    return [unit?.head ?? null, ...deputies, unit?.charge ?? null]
  }

  const byDay = new Map<Day, Map<number, Person[]>>()
  const standIns = (day: Day): Map<number, Person[]> => {
    const known = byDay.get(day)
    if (known) return known
    const found = new Map<number, Person[]>()
    for (const id of own.keys()) {
      const person = people.get(id)
      const other = actsFor(id, day)
      if (person && !person.left && other !== id)
        found.set(other, [...(found.get(other) ?? []), person])
    }
    byDay.clear()
    byDay.set(day, found)
    return found
  }

  return {
    absences,
    absentOn,
    actsFor,
    standsInFor: (person, day) => standIns(day).get(person) ?? [],
  }
}
