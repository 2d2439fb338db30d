/** The words of the house as a person sees them: what each is for, who may say it, and how. */
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Permit } from './permits.ts'

/** What a word has to do with; 帮助 shows them in this order. */
export const subjects = ['办理', '查看', '例会', '其他'] as const
export type Subject = (typeof subjects)[number]

export interface Word {
  name: string
  aliases: readonly string[]
  about: Subject
  summary: string
  examples: readonly string[]
  who: Permit
}

/** Something the clock asks: a job as far as others plan around it. */
export interface Round {
  rule: string
  /** 中文, as people are told. */
  name: string
  /** When it comes round by itself, after a moment; absent when others plan its moments. */
  every?: (after: Instant, calendar: Calendar) => Instant
}

export interface Vocabulary {
  /** Every command, in the order of the files. */
  all: readonly Word[]
  jobs: ReadonlyMap<string, Round>
}
