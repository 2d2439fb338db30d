/** A date as somebody said it: kept beside the date, so that it is counted again when the calendar changes. */
import type { Calendar } from './calendar.ts'
import type { Instant } from './day.ts'
import { type ReaderSettings, readDeadline } from './deadline.ts'
import type { Settled } from './reading.ts'

/** The words of a date, and when they were said: from then its days are counted. */
export interface Said {
  text: string
  at: Instant
}

/** What a date comes to by one calendar. */
export interface Counted {
  due: Instant
  provisional: boolean
}

/** How many words behind a phrase can belong to it: 三天完成 is a date, 三天 alone is none. */
const BEHIND = 10

/** The shortest words of a text that mean the same moment when they stand alone; nothing where none do. */
export function saidIn(
  text: string,
  found: Settled,
  at: Instant,
  settings: ReaderSettings,
): Said | undefined {
  const [from, to] = found.span
  for (const end of [to, to + BEHIND]) {
    const words = text.slice(from, end).trim()
    const alone = readDeadline(words, at, settings)
    if (alone.kind === 'ok' && alone.due === found.due) return { text: words, at }
  }
  return undefined
}

/** The date counted by another calendar; nothing where its words no longer say one moment. */
export function countedBy({ text, at }: Said, calendar: Calendar): Counted | undefined {
  const found = readDeadline(text, at, { calendar })
  return found.kind === 'ok' ? { due: found.due, provisional: found.provisional } : undefined
}
