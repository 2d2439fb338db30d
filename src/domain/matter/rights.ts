/** Whether somebody may do what the table of transitions allows at this moment: the one door to every step. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { speaksFor } from '../people/rights.ts'
import type { Matter, Status } from './matter.ts'
import { playerSaid, playersOf } from './players.ts'
import { type Event, move, transitions } from './transitions.ts'

/** Whether a person, or one whose place he takes, plays a part that may do this, whatever the state. */
export function entitled(
  person: Person,
  matter: Matter,
  event: Event,
  directory: Directory,
): boolean {
  return transitions[event].who.some((player) =>
    playersOf(player, matter, directory).some((id) => speaksFor(person, id)),
  )
}

/** Whether a person may do this now. */
export function mayDo(person: Person, matter: Matter, event: Event, directory: Directory): boolean {
  return (
    transitions[event].from.includes(matter.status) && entitled(person, matter, event, directory)
  )
}

/**
 * The status that a step leads to. Declines where the table has no such row, naming the next step; and him whose
 * step it is not, naming whose it is.
 */
export function step(matter: Matter, by: Person, event: Event, directory: Directory): Status {
  const status = move(matter, event, directory)
  if (entitled(by, matter, event, directory)) return status
  const { word } = transitions[event]
  throw new Declined(
    'E-RIGHT-2',
    `${matter.id}号请由${whoseStep(matter, event, directory)}${word}。`,
  )
}

/** Who may do this, as the middle of a sentence. */
export function whoseStep(matter: Matter, event: Event, directory: Directory): string {
  const said = transitions[event].who
    .map((player) => playerSaid(player, matter, directory))
    .filter((one) => one !== '')
  const all = [...new Set(said)]
  const last = all.pop() ?? '督查室'
  return all.length > 0 ? `${all.join('、')}或${last}` : last
}
