/** Which line of a roster is which person: names repeat, mobiles and units tell them apart. */
import type { Person } from './person.ts'
import type { RosterRow } from './roster-row.ts'

type Likeness = (one: Person | RosterRow) => string | null

/**
 * The person behind each row, where there is one. The strongest likeness goes first: name and mobile; name and
 * unit; the name alone, unless both carry a mobile (then they are two people); mobile and unit, when a name was
 * corrected. Who has left comes back only by name and mobile, since a namesake may have been hired.
 */
export function alike(
  people: readonly Person[],
  rows: readonly RosterRow[],
  unitOf: (name: string) => number | undefined,
): Map<RosterRow, Person> {
  const pairs = new Map<RosterRow, Person>()
  const taken = new Set<Person>()
  const here = people.filter((person) => !person.left)

  const pairUp = (
    who: readonly Person[],
    likeness: Likeness,
    fits: (person: Person, row: RosterRow) => boolean = () => true,
  ) => {
    const free = grouped(
      who.filter((person) => !taken.has(person)),
      likeness,
    )
    const open = grouped(
      rows.filter((row) => !pairs.has(row)),
      likeness,
    )
    for (const [word, [row, ...others]] of open) {
      const [person, ...namesakes] = free.get(word) ?? []
      // Where several are equally alike nobody is guessed at.
      if (!row || !person || others.length > 0 || namesakes.length > 0 || !fits(person, row))
        continue
      pairs.set(row, person)
      taken.add(person)
    }
  }

  const home = ({ unit }: Person | RosterRow) =>
    typeof unit === 'number' ? unit : (unitOf(unit) ?? unit)
  const nameAndMobile: Likeness = (one) => one.mobile && `${one.name} ${one.mobile}`

  pairUp(here, nameAndMobile)
  pairUp(here, (one) => `${one.name} ${home(one)}`)
  pairUp(
    here,
    (one) => one.name,
    (person, row) => !person.mobile || !row.mobile,
  )
  pairUp(here, (one) => one.mobile && `${one.mobile} ${home(one)}`)
  pairUp(people, nameAndMobile)
  return pairs
}

function grouped<T extends Person | RosterRow>(all: readonly T[], likeness: Likeness) {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const word = likeness(one)
    if (word === null) continue
    const group = groups.get(word)
    if (group) group.push(one)
    else groups.set(word, [one])
  }
  return groups
}
