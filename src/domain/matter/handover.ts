/** 移交: what somebody carried goes on in other hands, with its whole history; no clock stops for it. */

import { heirOf } from '../people/departure.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import type { Day, Instant } from '../time/day.ts'
import type { Decision } from './decision.ts'
import { isOpen, type Matter } from './matter.ts'

/** The matter without those who have left; undefined where none of them has a part in it to take over. */
export function handOver(
  matter: Matter,
  at: Instant,
  today: Day,
  directory: Directory,
): (Decision & { to: number | null }) | undefined {
  const gone = (id: number | null): id is number =>
    id !== null && directory.people.get(id)?.left === true
  const { handler, proposed, follower, refusal, supports } = matter
  const held = [handler, proposed, follower, refusal?.person ?? null].filter(gone)
  const helps = supports.some((one) => gone(one.person))
  if (!isOpen(matter) || (held.length === 0 && !helps)) return undefined
  const heir = (id: number) => heirOf(id, matter.lead, directory, today)
  const passed = (id: number | null) => (gone(id) ? heir(id) : id)
  const to = gone(handler) ? heir(handler) : null
  const refused = refusal && { ...refusal, person: passed(refusal.person) ?? refusal.person }
  const next: Matter = {
    ...matter,
    handler: passed(handler),
    // Who was only named for it is named anew by the head.
    proposed: gone(proposed) ? null : proposed,
    follower: passed(follower),
    refusal: refused,
    supports: supports.map((one) => (gone(one.person) ? { ...one, person: null } : one)),
    changed: Math.max(matter.changed, at),
  }
  const left = [...new Set(held)].map((id) => directory.name(id)).join('、')
  const by = to === null ? '' : `，由${directory.name(to)}接办`
  return {
    matter: next,
    verb: '移交',
    text: `${left || '协办人员'}离任${by}`,
    notices: [],
    to,
  }
}

/** Whether he carries it, is named for it or helps with it on behalf of a unit. */
export const carriesFor = (matter: Matter, person: number, unit: number): boolean =>
  isOpen(matter) &&
  ((matter.lead === unit && (matter.handler === person || matter.proposed === person)) ||
    matter.supports.some((one) => one.unit === unit && one.person === person))

/** 交接: he works in another unit now, and what he carried for this one goes on with somebody of it. */
export function passOn(
  matter: Matter,
  { from, to, unit }: { from: Person; to: Person; unit: Unit },
  at: Instant,
): Decision {
  const passed = (id: number | null) => (id === from.id ? to.id : id)
  const leads = matter.lead === unit.id
  const next: Matter = {
    ...matter,
    handler: leads ? passed(matter.handler) : matter.handler,
    proposed: leads ? passed(matter.proposed) : matter.proposed,
    supports: matter.supports.map((one) =>
      one.unit === unit.id ? { ...one, person: passed(one.person) } : one,
    ),
    changed: Math.max(matter.changed, at),
  }
  return {
    matter: next,
    verb: '交接',
    text: `${from.name}调离${unit.name}，由${to.name}接办`,
    notices: [],
  }
}

/** 专班结束: an open matter goes home with its handler; without one the 督查室 refers it anew (R13). */
export function sendHome(matter: Matter, at: Instant, directory: Directory): Decision | undefined {
  // It waits for the 督查室 already.
  if (matter.status === 'registered' && matter.handler === null && matter.proposed === null)
    return undefined
  const { handler, proposed } = matter
  const carrier = directory.people.get(handler ?? proposed ?? 0)
  const home = carrier && !carrier.left ? directory.units.get(carrier.unit) : undefined
  const changed = Math.max(matter.changed, at)
  const force = directory.unitName(matter.lead)
  if (!home || home.id === matter.lead)
    return {
      matter: { ...matter, status: 'registered', handler: null, proposed: null, changed },
      verb: '移交',
      text: `${force}结束，待督查室转办`,
      notices: [],
    }
  return {
    matter: { ...matter, lead: home.id, changed },
    verb: '移交',
    text: `${force}结束，由${home.name}承办`,
    notices: [],
  }
}
