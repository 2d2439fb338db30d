/** 四级责任链条: 首问责任人、科室负责人、分管领导、主要领导; who stands where, and by when he must answer (domain.md B.6). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../time/day.ts'
import { usualHours } from '../time/hours.ts'
import { addWorkdays, nextWorkday } from '../time/workdays.ts'
import type { Matter } from './matter.ts'
import type { Profile } from './profile.ts'
import { type Profiles, profileOf } from './profiles.ts'
import type { RungNumber } from './sides.ts'
import { limitOf } from './timetable.ts'

/** Who waits on a rung. */
export interface Holder {
  rung: RungNumber
  person: number
}

/** The rungs above the first-asked, those that somebody holds; a principal who is also in charge stands on the last only. */
export function chainOf(matter: Pick<Matter, 'lead'>, directory: Directory): Holder[] {
  const unit = directory.units.get(matter.lead)
  const [last] = directory.principals
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

/** The rule that sets how long a no may take inside the bureau; an office may set it otherwise. */
export const refusalRule = (profiles: Profiles): Profile =>
  profileOf({ profile: REFUSAL }, profiles)

const REFUSAL = '说不'

/** By when the bureau must have decided: the limit of the rule, reckoned from the first no (安庆 2024: 2 working days). */
export function decidedBy(since: Instant, calendar: Calendar, rule: Profile): Instant {
  const end = limitOf(rule, '一般', since, calendar)
  return end ?? instantAt(addWorkdays(dayOf(since), 1, calendar), usualHours.close)
}

/**
 * By when a rung must answer: the half days from the first working day to the last are shared out, a quarter to the
 * head, as much to the leader, the rest to the principal; of two days that is noon and evening of the first, and the
 * second. A rung that is reached late gets the half day that runs; never more than what is left in all.
 */
export function answerBy(
  rung: RungNumber,
  since: Instant,
  now: Instant,
  calendar: Calendar,
  rule: Profile,
): Instant {
  const end = decidedBy(since, calendar, rule)
  const halves: Instant[] = []
  let day = nextWorkday(dayOf(since), calendar)
  for (; day <= dayOf(end); day = nextWorkday(day, calendar))
    halves.push(instantAt(day, '12:00'), instantAt(day, usualHours.close))
  const share = { 1: 1, 2: 1, 3: 2, 4: 4 }[rung]
  const own = Math.max(0, Math.ceil((halves.length * share) / 4) - 1)
  return halves.slice(own).find((half) => half > now) ?? end
}
