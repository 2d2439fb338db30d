/** What a letter that fetches something brings back: the thing, or that it never will (adr 0009). */
import type { Leased } from '../store/outbox.ts'
import { type Fetched, type Sent, Undelivered } from './message.ts'

/** However often a letter is tried. */
export const MOST_TRIES = 30

/** Somebody waits for what these bring. */
const AWAITED = new Set(['download', 'read'])
const PASSING = new Set(['later', 'unknown'])

/** Whether what somebody waits for cannot be had, however often it is asked for. */
export const isVain = (letter: Leased, why: Undelivered): boolean =>
  AWAITED.has(letter.kind) && (!PASSING.has(why.reason) || letter.attempts >= MOST_TRIES)

/** What is heard of a letter's end; nothing where it brings nothing, or is tried again. */
export function broughtBack(
  letter: Leased,
  outcome: Sent | Undelivered,
): Pick<Fetched, 'bytes' | 'found' | 'read' | 'failed'> | undefined {
  if (outcome instanceof Undelivered)
    return isVain(letter, outcome) ? { failed: outcome.code } : undefined
  const { bytes, found, read } = outcome
  if (bytes) return { bytes }
  if (found) return { found }
  return read && { read }
}
