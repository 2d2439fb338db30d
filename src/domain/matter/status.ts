/** Where a matter stands, and what somebody said about it. */
import type { Instant } from '../time/day.ts'

/** D.2: nine states, then the side states. `returned` is a form of in_progress. */
export type Status =
  | 'draft'
  | 'registered'
  | 'assigned'
  | 'signed'
  | 'in_progress'
  | 'close_requested'
  | 'completed'
  | 'closed_out'
  | 'archived'
  | 'suspended'
  | 'withdrawn'
  | 'merged'

/** Who said it, when, in which words. */
export interface Report {
  by: number
  at: Instant
  text: string
}
