/** Whose a deed is: told in the history when somebody did it in another's place (F24: who acted for whom). */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { heads, isSupervisor, liaisonOf, seesAll, speaksFor } from '../people/rights.ts'
import { type DutyKind, stepsFor } from './duties.ts'
import type { Matter } from './matter.ts'
import { carries } from './report.ts'

type Part = (person: Person, matter: Matter, directory: Directory) => boolean

const head: Part = (person, matter, directory) => heads(person, directory.units.get(matter.lead))

const step =
  (...kinds: DutyKind[]): Part =>
  (person, matter, directory) =>
    stepsFor(person, matter, directory).some((kind) => kinds.includes(kind))

/** Verbs that one person may have a part in and another a different one. */
const parts: Readonly<Record<string, Part>> = {
  签收: (person, matter, directory) =>
    head(person, matter, directory) || liaisonOf(person, directory.units.get(matter.lead)),
  退签: head,
  分办: head,
  报: carries,
  延期: carries,
  办结: (person, matter, directory) =>
    (matter.origin !== 'unit' && head(person, matter, directory)) ||
    ((matter.origin === 'unit' || matter.path?.asks === 'handler') &&
      speaksFor(person, matter.handler)),
  同意: step('extension', 'review'),
  退回: step('extension', 'review'),
  销号: step('close'),
  催办: (person, matter, directory) =>
    isSupervisor(person) ||
    speaksFor(person, matter.assigner) ||
    speaksFor(person, directory.units.get(matter.lead)?.charge),
}

/** Whether a deed was the person's own to do; of other verbs, whether he has any part in the matter. */
export const ownPart = (
  verb: string,
  person: Person,
  matter: Matter,
  directory: Directory,
): boolean => (parts[verb] ?? anyPart)(person, matter, directory)

const anyPart: Part = (person, matter, directory) =>
  seesAll(person) ||
  stepsFor(person, matter, directory).length > 0 ||
  speaksFor(person, matter.assigner) ||
  speaksFor(person, directory.units.get(matter.lead)?.charge)
