/** 重算: the calendar has changed, and what was counted on it is counted again from the words it was said in. */
import { type Calendar, touchesUnannounced } from '../time/calendar.ts'
import { dayOf, type Instant } from '../time/day.ts'
import { countedBy, type Said } from '../time/said.ts'
import { type Extension, isOpen, type Matter } from './matter.ts'

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
export function recounted(matter: Matter, change: Change): Matter {
  if (!isOpen(matter)) return matter
  const { due, provisional } = again(matter, matter.start, change)
  const extension = matter.extension && askedAgain(matter.extension, change)
  if (due === matter.due && provisional === matter.provisional && extension === matter.extension)
    return matter
  // What has never been extended was promised for the day it should have been counted to.
  const firstDue = matter.firstDue === matter.due ? due : matter.firstDue
  return { ...matter, due, firstDue, provisional, extension }
}

function askedAgain(extension: Extension, change: Change): Extension {
  const { to, at, provisional = false, said = null } = extension
  const next = again({ due: to, provisional, said }, at, change)
  if (next.due === to && next.provisional === provisional) return extension
  return { ...extension, to: next.due, provisional: next.provisional }
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
