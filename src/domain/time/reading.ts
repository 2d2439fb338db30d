/** What the deadline reader answers. */
import type { Instant } from './day.ts'
import type { Recurrence } from './recurrence.ts'

/** Offsets into the text read, from (counted) to (not counted). */
export type Span = readonly [from: number, to: number]

/** One of the moments a phrase may mean, with a label for a button, 12月5日（周六）18:00. */
export interface Candidate {
  due: Instant
  label: string
}

/** One moment. */
export interface Settled {
  kind: 'ok'
  due: Instant
  /** A time of day was said; else the office's closing hour was taken. */
  clock: boolean
  span: Span
  /** The sentence without the phrase and its markers, trimmed, spaces collapsed. */
  rest: string
  /** The day is not a working day. */
  offDay: boolean
  /** It rests on a year whose holiday notice is not out: 暂按周末和法定节日推算. */
  provisional: boolean
}

/** Something that comes round, with its next three moments. */
export interface Recurring {
  kind: 'recur'
  rule: Recurrence
  next: readonly [Instant, Instant, Instant]
  span: Span
  rest: string
  provisional: boolean
}

/** Two or more live readings; the reason is a Chinese sentence. */
export interface Unsure {
  kind: 'ask'
  candidates: readonly Candidate[]
  reason: string
  span: Span
  rest: string
}

/** No deadline can be taken: `past`, `invalid` (no such day or hour), `vague`, `absent`; `say` is a Chinese sentence. */
export interface Refused {
  kind: 'reject'
  reason: 'past' | 'invalid' | 'vague' | 'absent'
  say: string
  span?: Span
  rest: string
}

/** What a text says about time. */
export type Reading = Settled | Recurring | Unsure | Refused
