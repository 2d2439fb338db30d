/** The facts of 今日待办: what falls due for one who gets no leader's page, and what was kept back from him. */
import { nothing, type Part } from '../domain/digest.ts'
import { compareUrgency } from '../domain/matter/urgency.ts'
import type { Person } from '../domain/people/person.ts'
import { isSupervisor, selvesOf, unitsHeadedBy } from '../domain/people/rights.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import { opensWeek, type Week, weekOf } from '../domain/week.ts'
import type { Kept } from '../views/gathered.ts'
import type { Fields, Units } from './gather-field.ts'
import { onPage } from './gathered.ts'
import { privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

export interface Morning {
  kept: readonly Kept[]
  /** Due today: in his units, and of what waits for him. */
  today: Part
  /** Due in the rest of the week, and overdue: on the week's first working day only. */
  coming: Part
  overdue: Part
  /** How his units came through the last week; nothing for one who heads none. */
  week: Week | null
}

/** Those of a slice who can have something on their page: with a step due, something kept back, or a unit. */
export async function readersIn(
  turn: Turn,
  people: readonly Person[],
  slice: readonly [number, number],
): Promise<Person[]> {
  const { store, directory, today, calendar } = turn
  const from = opensWeek(today, calendar) ? 0 : instantAt(today, '0:00')
  const to = opensWeek(today, calendar)
    ? weekOf(today, calendar).to
    : instantAt(addDays(today, 1), '0:00')
  const busy = new Set(await store.pending.busyBetween(slice, [from, to]))
  const kept = new Set(await store.allowance.waiting())
  return people.filter(
    (one) =>
      busy.has(one.id) ||
      kept.has(privatePlace(one.id)) ||
      one.standsFor !== undefined ||
      isSupervisor(one) ||
      unitsHeadedBy(one, directory).length > 0,
  )
}

/** The page of one person, as he acts today. Told late, it keeps to what was kept back: the late reminders speak for themselves. */
export async function gatherMorning(turn: Turn, person: Person, fields: Fields): Promise<Morning> {
  const weekly = opensWeek(turn.today, turn.calendar)
  const units = watchedBy(person, turn)
  const kept = await onPage(turn, privatePlace(person.id))
  const part = async (which: 'today' | 'rest' | 'overdue'): Promise<Part> => {
    const own = turn.late ? nothing : await fields.own(idsOf(person), which)
    const theirs = await fields.part(units, which)
    if (theirs.count === 0 || own.count === 0) return theirs.count === 0 ? own : theirs
    // What waits for him in his own units is among theirs.
    const others = own.first.filter((one) => units !== 'all' && !units.includes(one.lead))
    const first = [...theirs.first, ...others].sort(compareUrgency)
    return { count: theirs.count + others.length, first }
  }
  const week = weekly && units.length > 0 ? await fields.weeks(units) : undefined
  return {
    kept,
    today: await part('today'),
    coming: weekly ? await part('rest') : nothing,
    overdue: weekly ? await part('overdue') : nothing,
    week: week ? { span: weekOf(turn.today, turn.calendar), units: week } : null,
  }
}

const idsOf = (person: Person): number[] => selvesOf(person).map((one) => one.id)

/** The units whose dates are his to watch: those he heads; for the 督查室, once a week, all. */
function watchedBy(person: Person, { directory, today, calendar }: Turn): Units {
  if (isSupervisor(person) && opensWeek(today, calendar)) return 'all'
  return unitsHeadedBy(person, directory).map((unit) => unit.id)
}
