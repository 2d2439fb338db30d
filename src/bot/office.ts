/** The running office: its store, its words, its calendar, and the two ports `now` and `send`. */
import type { Logger } from 'pino'
import { type Profiles, profilesOf } from '../domain/matter/profiles.ts'
import type { Directory } from '../domain/people/directory.ts'
import { type Calendar, calendarOf } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import type { Store } from '../store/open.ts'
import type { Bound } from '../store/store.ts'
import type { Envelopes } from './envelope.ts'
import type { Foresight } from './foresight.ts'
import type { Meters } from './meters.ts'
import type { Press } from './press.ts'
import type { Registry } from './registry.ts'

export interface Office {
  store: Store
  registry: Registry
  /** The calendar as the newest turn found it; it follows the office's version as the roster does. */
  calendar: () => Calendar
  /** The office's rules, likewise. */
  profiles: () => Profiles
  now: () => Instant
  /** The time a line of history gets: now, or a millisecond after the line before, so that their order is never in doubt. */
  stamp: () => Instant
  /** The number of the letter that is written next: those of one moment go out in this order, whichever turn wrote them. */
  serial: () => number
  log: Logger
  meters: Meters
  /** The one tenant this deployment serves; another's people can do nothing. Unknown until the first event. */
  tenant: string | undefined
  /** Asks the deliverer to look into the outbox soon. */
  nudge: () => void
  /** The roster as it is; it and the calendar are read again only when the office's version has grown. */
  directory(store: Bound): Promise<Directory>
  /** The roster as it was last read, for when it cannot be read. */
  roster: () => Directory | undefined
  /** What would be sent until a moment if nobody did anything; nothing of it is kept. */
  foresee(office: Office, store: Bound, until: Instant): Promise<Foresight>
  /** Seals whom an anonymous word came from. */
  envelopes: Envelopes
  /** Makes files of papers as they go out. */
  press: Press
  /** Names a step of hear, tick and deliver; tests stop the process there. */
  step: (name: Step) => void
}

/** Every step between which the process may die without losing or doubling anything. */
export const steps = [
  'hear:arrived',
  'hear:taken',
  'hear:settled',
  'hear:answered',
  'hear:committed',
  'tick:taken',
  'tick:run',
  'tick:committed',
  'tick:sliced',
  'deliver:claimed',
  'deliver:printed',
  'deliver:before-send',
  'deliver:sent',
  'deliver:finished',
] as const

export type Step = (typeof steps)[number]

/** Stamps that only grow, even when the clock stands or is put back. */
export function growingStamps(now: () => Instant): () => Instant {
  let last = 0
  return () => {
    last = Math.max(now(), last + 1)
    return last
  }
}

/** Numbers from 1 on, begun anew before a column of the database is too narrow for them. */
export function serials(): () => number {
  let last = 0
  return () => {
    last = (last % 0x7fff_ffff) + 1
    return last
  }
}

/** Keeps the roster, the calendar and the rules between turns, for every instance that shares the database. */
export function keptRecords(): Pick<Office, 'directory' | 'roster' | 'calendar' | 'profiles'> {
  let kept: { version: number; directory: Promise<Directory> } | undefined
  let calendar = calendarOf(notices)
  let profiles = profilesOf([])
  let roster: Directory | undefined
  const read = async (store: Bound): Promise<Directory> => {
    calendar = await store.calendar.read()
    profiles = profilesOf(await store.profiles.own())
    roster = await store.people.directory()
    return roster
  }
  return {
    roster: () => roster,
    calendar: () => calendar,
    profiles: () => profiles,
    async directory(store) {
      const version = await store.people.version()
      if (kept?.version === version) return kept.directory
      const reading = { version, directory: read(store) }
      kept = reading
      // A roster that could not be read is not kept: the next turn reads it again.
      reading.directory.catch(() => {
        if (kept === reading) kept = undefined
      })
      return reading.directory
    },
  }
}
