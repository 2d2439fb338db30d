/** Who may see a matter: leaders and the 督查室 all; others what their own unit carries or supports, or they themselves asked. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { seesAll, selvesOf, within } from '../people/rights.ts'
import type { Matter } from './matter.ts'
import { supportsIt } from './support.ts'

/** Whether a person, or one whose place he takes, may know of a matter. */
export const canSee = (person: Person, matter: Matter, directory: Directory): boolean =>
  selvesOf(person).some((one) => sees(one, matter, directory))

function sees(person: Person, matter: Matter, directory: Directory): boolean {
  return (
    seesAll(person) ||
    person.id === matter.assigner ||
    person.id === matter.handler ||
    person.id === matter.proposed ||
    person.id === matter.follower ||
    person.id === matter.client?.firstAsked ||
    (matter.series !== null && person.roles.includes('secretary')) ||
    (matter.client !== null && person.roles.includes('counter')) ||
    directory.units.get(matter.lead)?.head === person.id ||
    within(person, matter.lead, directory) ||
    supportsIt(person, matter, directory)
  )
}
