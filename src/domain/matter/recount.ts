/** 重算: the calendar has changed, and what was counted on it is counted again from the words it was said in. */
import { type Calendar, touchesUnannounced } from '../time/calendar.ts'
import { dayOf, type Instant } from '../time/day.ts'
import { countedBy, type Said } from '../time/said.ts'
import { type Extension, isOpen, type Matter } from './matter.ts'
import type { Profile } from './profile.ts'
import type { Suspension } from './sides.ts'
import { lastReview, reviewAt } from './suspend.ts'
import { type Timetable, timetableOf } from './timetable.ts'

/** The journal's verb for it. */
export const RECOUNT = '重算'

/** The calendar as it was when the dates were counted, and as it is now. */
export interface Change {
  before: Calendar
  after: Calendar
  now: Instant
}

/**
 * The matter as it would stand had the calendar been known when its dates were said; the same matter where nothing
 * differs. A date that is over stays, none moves into the past, and one that is not what its words gave (because it
 * was set otherwise since) stays too. The promise of a day that was named never moves.
 */
export function recounted(was: Matter, change: Change, profile: Profile): Matter {
  if (!isOpen(was)) return was
  const matter = ruledAgain(was, change, profile)
  const { due, provisional } = again(matter, matter.start, change)
  const extension = matter.extension && askedAgain(matter.extension, change)
  const suspended = matter.suspended && reviewedAgain(matter.suspended, change)
  const same = extension === matter.extension && suspended === matter.suspended
  if (due === matter.due && provisional === matter.provisional && same) return matter
  // What has never been extended was promised for the day it should have been counted to.
  const firstDue = matter.firstDue === matter.due ? due : matter.firstDue
  return { ...matter, due, firstDue, provisional, extension, suspended }
}

/** Start, steps and limit as the rule counts them now, where they are what it counted before; what is over stays. */
function ruledAgain(matter: Matter, { before, after, now }: Change, profile: Profile): Matter {
  const { created, level, urgent, said, firstDue, provisional } = matter
  const own = said === null ? null : { at: firstDue, provisional }
  const terms = { at: created, level, urgent: urgent !== null, own, meeting: null }
  const old = timetableOf(profile, terms, before)
  const counted = timetableOf(profile, terms, after)
  const steps = matter.steps.map((step) => {
    const same = (table: Timetable) =>
      table.steps.find((one) => one.name === step.name && one.ends === step.ends)?.due
    const next = same(counted)
    const moves = step.done === null && step.due > now && same(old) === step.due
    return moves && next !== undefined && next !== step.due && next > now
      ? { ...step, due: next }
      : step
  })
  const moves = said === null && old.due === matter.due && matter.due > now
  const due = moves && counted.due !== null && counted.due > now ? counted.due : matter.due
  const begun = old.start === matter.start ? counted.start : matter.start
  const same = steps.every((step, n) => step === matter.steps[n])
  if (same && due === matter.due && begun === matter.start) return matter
  const promised = firstDue === matter.due ? due : firstDue
  return { ...matter, start: begun, steps: same ? matter.steps : steps, due, firstDue: promised }
}

function askedAgain(extension: Extension, change: Change): Extension {
  const { to, at, provisional = false, said = null } = extension
  const next = again({ due: to, provisional, said }, at, change)
  if (next.due === to && next.provisional === provisional) return extension
  return { ...extension, to: next.due, provisional: next.provisional }
}

/** The day of a review, where it was counted and not named; never later than a matter may rest. */
function reviewedAgain(suspended: Suspension, { before, after, now }: Change): Suspension {
  const { said = null, review, at } = suspended
  const dayBy = (calendar: Calendar) => {
    const counted = said && countedBy(said, calendar)
    return counted ? reviewAt(dayOf(counted.due)) : undefined
  }
  const next = dayBy(after)
  if (review <= now || dayBy(before) !== review || next === undefined || next <= now)
    return suspended
  const last = Math.min(next, reviewAt(lastReview(at)))
  return last === review ? suspended : { ...suspended, review: last }
}

function again(
  { due, provisional, said }: { due: Instant; provisional: boolean; said: Said | null },
  from: Instant,
  { before, after, now }: Change,
): { due: Instant; provisional: boolean } {
  const holds = said !== null && due > now && countedBy(said, before)?.due === due
  const counted = holds ? countedBy(said, after) : undefined
  if (counted && counted.due > now) return counted
  const still = provisional && touchesUnannounced(dayOf(from), dayOf(due), after)
  return { due, provisional: still }
}
