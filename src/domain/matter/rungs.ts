/** 四级责任链条: 首问责任人、科室负责人、分管领导、主要领导; who stands where, and by when he must answer (domain.md B.6). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { addWorkdays } from '../time/workdays.ts'
import type { Matter } from './matter.ts'
import type { RungNumber } from './sides.ts'

/** Who waits on a rung. */
export interface Holder {
  rung: RungNumber
  person: number
}

/** Working days inside the bureau, from the first no to the last word (安庆 2024: 2 working days). */
const WITHIN = 2

/** The rungs above the first-asked, those that somebody holds; a principal who is also in charge stands on the last only. */
export function chainOf(matter: Pick<Matter, 'lead'>, directory: Directory): Holder[] {
  const unit = directory.units.get(matter.lead)
  const last = [...directory.people.values()].find((one) => one.post === 'principal' && !one.left)
  const holders: [RungNumber, number | null | undefined][] = [
    [2, unit?.head],
    [3, unit?.charge],
    [4, last?.id],
  ]
  return holders.flatMap(([rung, person]) =>
    typeof person === 'number' && (rung === 4 || person !== last?.id) ? [{ rung, person }] : [],
  )
}

/** The highest rung on which a person speaks in a matter, himself or for somebody who is away; none if on none. */
export function rungOf(
  person: Person,
  matter: Matter,
  at: Instant,
  directory: Directory,
): RungNumber | undefined {
  const day = dayOf(at)
  const held = chainOf(matter, directory).findLast(
    (one) => one.person === person.id || directory.actsFor(one.person, day) === person.id,
  )
  if (held) return held.rung
  const first = [matter.follower, matter.client?.firstAsked, matter.handler, matter.proposed]
  return first.includes(person.id) ? 1 : undefined
}

/** Who is next above a rung; whoever has said no already is passed over. */
export function above(
  rung: RungNumber,
  said: readonly number[],
  matter: Matter,
  directory: Directory,
): Holder {
  const next = chainOf(matter, directory).find(
    (one) => one.rung > rung && (one.rung === 4 || !said.includes(one.person)),
  )
  if (next) return next
  throw new Declined('E-REFUSAL-1', '名册中还没有登记主要领导，不能提级，请先由管理员补登。')
}

/** By when the bureau must have decided: the end of the second working day after the first no. */
export function decidedBy(since: Instant, calendar: Calendar): Instant {
  return instantAt(addWorkdays(dayOf(since), WITHIN, calendar), '18:00')
}

/**
 * By when a rung must answer: the head by noon of the first working day, the leader by its evening, the principal by the
 * end of the second. A rung that is reached late gets the half day that runs; never more than what is left in all.
 */
export function answerBy(
  rung: RungNumber,
  since: Instant,
  now: Instant,
  calendar: Calendar,
): Instant {
  const first = addWorkdays(dayOf(since), 1, calendar)
  const end = decidedBy(since, calendar)
  const halves = [
    instantAt(first, '12:00'),
    instantAt(first, '18:00'),
    instantAt(dayOf(end), '12:00'),
    end,
  ]
  const own = { 1: 0, 2: 0, 3: 1, 4: 3 }[rung]
  return halves.slice(own).find((half) => half > now) ?? end
}
