/** A job: one thing the clock asks, declared as data. */
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

export interface Job {
  /** Name of its rows among the occurrences. */
  rule: string
  /** 中文, for the journal and the keeper. */
  name: string
  /** When it comes round by itself, after a moment; absent when others plan its moments. */
  every?: (after: Instant, calendar: Calendar) => Instant
  /** How late it may still run, in minutes; later it is skipped, with the reason. */
  late: number
  /** `subject` tells which matter or meeting; `at` is the planned moment. A returned text is why nothing was sent. */
  run(turn: Turn, subject: string, at: Instant): Promise<string | undefined>
}

/** Declares a job. */
export const job = (declaration: Job): Job => declaration
