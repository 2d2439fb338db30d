/** The facts of 今日待办: what falls due for one who gets no leader's page, and what was kept back from him. */
import { nothing, PAGE_LINES, type Part } from '../domain/digest.ts'
import { compareUrgency } from '../domain/matter/urgency.ts'
import type { Person } from '../domain/people/person.ts'
import { isSupervisor, unitsHeadedBy } from '../domain/people/rights.ts'
import { opensWeek, type Week, weekOf } from '../domain/week.ts'
import type { Kept } from '../views/gathered.ts'
import { type Fields, fieldsIn, type Units } from './gather-field.ts'
import { onPages } from './gathered.ts'
import { noOwnParts, type OwnParts, ownPartsOf } from './own-parts.ts'
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

/**
 * The pages of these persons, as they act today, by person; who has nothing on his is left out. Told late, a page keeps to
 * what was kept back: the late reminders speak for themselves.
 */
export async function gatherMornings(
  turn: Turn,
  people: readonly Person[],
): Promise<ReadonlyMap<number, Morning>> {
  const weekly = opensWeek(turn.today, turn.calendar)
  const fields = fieldsIn(turn, PAGE_LINES)
  const kept = await onPages(
    turn,
    people.map((one) => privatePlace(one.id)),
  )
  const own = turn.late ? new Map() : await ownPartsOf(turn, people, weekly, PAGE_LINES)
  const pages = new Map<number, Morning>()
  for (const person of people) {
    const units = watchedBy(person, turn)
    const his = own.get(person.id)
    const told = kept.get(privatePlace(person.id)) ?? []
    if (his || told.length > 0 || units.length > 0)
      pages.set(
        person.id,
        await pageOf(turn, { units, kept: told, own: his ?? noOwnParts }, fields),
      )
  }
  return pages
}

async function pageOf(
  turn: Turn,
  { units, kept, own }: { units: Units; kept: readonly Kept[]; own: OwnParts },
  fields: Fields,
): Promise<Morning> {
  const weekly = opensWeek(turn.today, turn.calendar)
  const part = async (which: keyof OwnParts): Promise<Part> => {
    const theirs = units.length > 0 ? await fields.part(units, which) : nothing
    if (theirs.count === 0 || own[which].count === 0)
      return theirs.count === 0 ? own[which] : theirs
    // What waits for him in his own units is among theirs.
    const others = own[which].first.filter((one) => units !== 'all' && !units.includes(one.lead))
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

/** The units whose dates are his to watch: those he heads; for the 督查室, once a week, all. */
function watchedBy(person: Person, { directory, today, calendar }: Turn): Units {
  if (isSupervisor(person) && opensWeek(today, calendar)) return 'all'
  return unitsHeadedBy(person, directory).map((unit) => unit.id)
}
