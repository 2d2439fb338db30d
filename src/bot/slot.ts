/** How a hole in a sentence is read: the matter itself, a person, a unit, a date, the rest as text. */
import { Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Profiles } from '../domain/matter/profiles.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Bound } from '../store/store.ts'
import type { Sentence } from './sentence.ts'

/** What a slot may look at while it reads. */
export interface Reading {
  sentence: Sentence
  now: Instant
  calendar: Calendar
  directory: Directory
  store: Bound
  /** The matter of the card or message replied to. */
  replied: number | undefined
  /** The rules of the office. */
  profiles: Profiles
  /** What the holes of the pattern being tried have been filled with before this one. */
  filled: Readonly<Record<string, unknown>>
  /** Told what the pattern being tried has been filled with so far; the same record grows. */
  took(slots: Record<string, unknown>): void
  /** Declines when the speaker may not know of the matter. */
  see(matter: Matter): void
}

/** A stretch of the sentence, `[from, to)`. */
export type Span = [from: number, to: number]

export interface Found<T> {
  value: T
  /** What the slot used up; the rest goes on to the next hole. */
  span: Span
}

export interface Slot<T> {
  /** What is missing when it is not there: 事项编号, 办结时限. */
  label: string
  /** at: stands where the sentence has got to. anywhere: is found in what remains. rest: takes what remains. */
  stands: 'at' | 'anywhere' | 'rest'
  optional: boolean
  read(reading: Reading, span: Span): Promise<Found<T> | undefined> | Found<T> | undefined
  /** The value where the pattern has no such hole, or an optional one found nothing. */
  absent(reading: Reading): Promise<T> | T
}

/** The same slot, with nothing instead of a refusal when it is not there. */
export function optional<T>(slot: Slot<T>): Slot<T | null> {
  return { ...slot, optional: true, absent: () => null }
}

/** A slot's words are not there; the grammar says so together with what it did understand. */
export class Lacking extends Declined {
  readonly label: string
  constructor(label: string) {
    super('E-SAY-1', `还缺：${label}。`)
    this.label = label
  }
}

/** A sentence whose command was known and whose holes were not all there. */
export class Unfinished extends Declined {
  /** How many holes were filled; none means that only the word was understood. */
  readonly came: number
  constructor(say: string, tries: string[], came: number) {
    super('E-SAY-1', say, tries)
    this.came = came
  }
}

/** Declines because a slot's words are missing. */
export function missing(label: string): never {
  throw new Lacking(label)
}
