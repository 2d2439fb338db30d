/** What waits for the people of a slice by its next date, asked of the store for all of them at once: as 待办 lists it. */
import { nothing, type Part } from '../domain/digest.ts'
import { comparePressure } from '../domain/matter/urgency.ts'
import type { Person } from '../domain/people/person.ts'
import { selvesOf } from '../domain/people/rights.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import { weekOf } from '../domain/week.ts'
import { MOST_COUNTED } from '../store/ledger.ts'
import type { Dated } from '../store/pending.ts'
import type { Turn } from './turn.ts'

/** Still to do and due today, later this week; red. */
export interface OwnParts {
  today: Part
  rest: Part
  overdue: Part
}

/** Nothing waits for him. */
export const noOwnParts: OwnParts = { today: nothing, rest: nothing, overdue: nothing }

/** The parts of each of these persons, as he acts today; `weekly` asks for the week and what is overdue besides today. */
export async function ownPartsOf(
  turn: Turn,
  people: readonly Person[],
  weekly: boolean,
  room: number,
): Promise<ReadonlyMap<number, OwnParts>> {
  const spans = spansOf(turn, weekly)
  const selves = [...new Set(people.flatMap(idsOf))]
  const waiting = byPerson(await turn.store.pending.datedOf(selves, [spans.from, spans.to]))
  const lists = people.flatMap((person) => {
    const found = idsOf(person).flatMap((id) => waiting.get(id) ?? [])
    return found.length > 0 ? [[person.id, listsOf(found, spans)] as const] : []
  })
  const shown = lists.flatMap(([, { today, rest, overdue }]) =>
    [today, rest, overdue].flatMap((list) => list.slice(0, room)),
  )
  const ids = [...new Set(shown.map((one) => one.id))]
  const matters = new Map((await turn.store.matters.list(ids)).map((one) => [one.id, one]))
  const part = (list: Dated[]): Part => ({
    count: Math.min(list.length, MOST_COUNTED + 1),
    first: list.slice(0, room).flatMap((one) => matters.get(one.id) ?? []),
  })
  return new Map(
    lists.map(([person, { today, rest, overdue }]) => [
      person,
      { today: part(today), rest: part(rest), overdue: part(overdue) },
    ]),
  )
}

type Spans = ReturnType<typeof spansOf>

function spansOf({ now, today, calendar }: Turn, weekly: boolean) {
  const morning = instantAt(today, '0:00')
  const tonight = instantAt(addDays(today, 1), '0:00')
  return weekly
    ? { from: 0, morning, now, tonight, to: weekOf(today, calendar).to }
    : { from: morning, morning, now, tonight, to: tonight }
}

/** As the list of matters narrows them (store/ledger.ts): `owes` within a span, and red. */
function listsOf(found: readonly Dated[], { morning, now, tonight, to }: Spans) {
  // In his own place and in another's a matter may wait for him twice.
  const all = [...new Map(found.map((one) => [one.id, one])).values()].sort(comparePressure)
  const owes = (from: number, until: number) =>
    all.filter(
      ({ handed, status, next }) =>
        handed === null && status !== 'suspended' && from <= next && next < until,
    )
  const red = all.filter(({ handed, next }) => next < now && (handed === null || handed > next))
  return { today: owes(morning, tonight), rest: owes(tonight, to), overdue: red }
}

const idsOf = (person: Person): number[] => selvesOf(person).map((one) => one.id)

function byPerson(waiting: readonly Dated[]): Map<number, Dated[]> {
  const found = new Map<number, Dated[]>()
  for (const one of waiting) {
    const his = found.get(one.person)
    if (his) his.push(one)
    else found.set(one.person, [one])
  }
  return found
}
