/** A job: one thing the clock asks, declared as data. */
import type { Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'
import type { Round } from './vocabulary.ts'

export interface Job extends Round {
  /** Name of its rows among the occurrences. */
  rule: string
  /** 中文, for the journal and the keeper. */
  name: string
  /** How late it may still run, in minutes; later it is skipped, with the reason. */
  late: number
  /** So many of its moments of one instant share a transaction, each a turn of its own; one where it is not said. */
  together?: number
  /** `subject` tells which matter or meeting; `at` is the planned moment. A returned text is why nothing was sent. */
  run(turn: Turn, subject: string, at: Instant): Promise<string | undefined>
}

/** Declares a job. */
export const job = (declaration: Job): Job => declaration
