/** Dates that moved by themselves, with the office's days or a meeting's, are told to those they concern. */
import { dutiesOf } from '../domain/matter/duties.ts'
import { type Moved, recountedCard, recountedLine } from '../views/calendar.ts'
import { privatePlace } from './place.ts'
import { sendingCard, type Turn } from './turn.ts'

/** One message a person, however many of his matters moved; gives how many were told. */
export async function tellMoved(
  turn: Turn,
  moved: Moved[],
  why: string,
  how?: string,
): Promise<number> {
  const lists = new Map<number, Moved[]>()
  for (const one of moved) {
    const head = turn.directory.units.get(one.matter.lead)?.head
    const waits = dutiesOf(one.matter, turn.directory).map((duty) => duty.person)
    const people = new Set([...waits, one.matter.handler, head, one.matter.assigner])
    for (const id of people)
      if (typeof id === 'number') lists.set(id, [...(lists.get(id) ?? []), one])
  }
  for (const [person, list] of lists)
    await turn.post({
      kind: 'send',
      place: privatePlace(person),
      body: {
        ...sendingCard(recountedCard(list, why, turn, how)),
        line: recountedLine(list, why, turn),
      },
      class: 'notice',
    })
  return lists.size
}
