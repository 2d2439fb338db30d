/** What is going to be sent, as far as it can be known. */
import type { Instant } from '../domain/time/day.ts'

/** One message to come. */
export interface Foreseen {
  at: Instant
  /** `g:<chat>` or `p:<person>`. */
  place: string
  matter: number | null
  body: unknown
}

/** The messages in the order of their times; `cut` when there were more than could be looked at. */
export interface Foresight {
  sent: Foreseen[]
  cut: boolean
}
