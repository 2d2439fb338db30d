/** What a field of units has to tell, asked of the store once for all who share it in one turn: digest, 今日待办, 待办 and 台账 count alike. */
import type { Part } from '../domain/digest.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { compareUrgency, yellowBefore } from '../domain/matter/urgency.ts'
import type { Person } from '../domain/people/person.ts'
import { isSupervisor, selvesOf, unitsHeadedBy, unitsInChargeOf } from '../domain/people/rights.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import { previousWorkday } from '../domain/time/workdays.ts'
import { isQuiet, type Span, type UnitWeek, weekOf } from '../domain/week.ts'
import type { Wanted } from '../store/ledger.ts'
import type { Turn } from './turn.ts'

/** Units by number; the whole bureau is asked as one. */
export type Units = readonly number[] | 'all'

/** overdue: red. near: yellow. today, rest, week: still owed and due today, later this week, or either. moved: changed since yesterday's page. */
export type Which = Dated | 'moved'

type Dated = 'overdue' | 'near' | 'today' | 'rest' | 'week'

export interface Fields {
  /** A part of what these units have, the most pressing first; of what moved the newest. */
  part(units: Units, which: Which): Promise<Part>
  /** How each came through the last week and what the new one holds; those with nothing are left out. */
  weeks(units: Units): Promise<UnitWeek[]>
}

/** The fields as they stand in this turn; `room` is how many of a part are named. */
export function fieldsIn(turn: Turn, room: number): Fields {
  const { store } = turn
  const known = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const asked = (known.get(key) as Promise<T> | undefined) ?? ask()
    known.set(key, asked)
    return asked
  }
  const wantedOf = (unit: number | undefined, which: Dated): Wanted => ({
    ...(unit === undefined ? {} : { leads: [unit] }),
    ...spanOf(turn, which),
  })
  const countOf = (unit: number | undefined, which: Dated): Promise<number> =>
    once(`${unit} ${which} count`, () => store.ledger.count(wantedOf(unit, which)))
  const partOf = (unit: number | undefined, which: Which): Promise<Part> =>
    once(`${unit} ${which}`, async () => {
      if (which === 'moved') return store.fields.moved(unit, since(turn), room)
      const count = await countOf(unit, which)
      const wanted = wantedOf(unit, which)
      return { count, first: count > 0 ? await store.ledger.page(wanted, { limit: room }) : [] }
    })
  const weekIn = (unit: number, span: Span): Promise<UnitWeek> =>
    once(`${unit} came`, async () => ({
      unit,
      ...(await store.fields.came(unit, span.since, span.from)),
      due: await countOf(unit, 'week'),
      overdue: await countOf(unit, 'overdue'),
    }))
  return {
    async part(units, which) {
      if (units === 'all') return partOf(undefined, which)
      const parts: Part[] = []
      for (const unit of units) parts.push(await partOf(unit, which))
      return together(parts, which === 'moved' ? newest : compareUrgency, room)
    },
    async weeks(units) {
      const span = weekOf(turn.today, turn.calendar)
      const weeks: UnitWeek[] = []
      for (const unit of units === 'all' ? turn.directory.units.keys() : units)
        weeks.push(await weekIn(unit, span))
      return weeks.filter((one) => !isQuiet(one))
    },
  }
}

/** The principal's and the 督查室's field is the whole bureau; a leader's what he is in charge of; a head's his unit. */
export function fieldOf(person: Person, { directory }: Turn): Units {
  if (isSupervisor(person) || selvesOf(person).some((one) => one.post === 'principal')) return 'all'
  const units = [...unitsInChargeOf(person, directory), ...unitsHeadedBy(person, directory)]
  return [...new Set(units.map((unit) => unit.id))]
}

function spanOf(turn: Turn, which: Dated): Wanted {
  const { now, today, calendar } = turn
  const light = { now, yellowBefore: yellowBefore(now, calendar) }
  const tonight = instantAt(addDays(today, 1), '0:00')
  switch (which) {
    case 'overdue':
      return { light: { is: 'red', ...light } }
    case 'near':
      return { light: { is: 'yellow', ...light } }
    case 'today':
      return { owes: [instantAt(today, '0:00'), tonight] }
    case 'rest':
      return { owes: [tonight, weekOf(today, calendar).to] }
    case 'week':
      return { owes: [now, weekOf(today, calendar).to] }
  }
}

/** Since the page of the working day before. */
const since = ({ today, calendar }: Turn) => instantAt(previousWorkday(today, calendar), '8:20')

const newest = (a: Matter, b: Matter): number => b.changed - a.changed || b.id - a.id

function together(
  parts: readonly Part[],
  order: (a: Matter, b: Matter) => number,
  room: number,
): Part {
  const count = parts.reduce((all, one) => all + one.count, 0)
  const first = parts.flatMap((one) => one.first).sort(order)
  return { count, first: first.slice(0, room) }
}
