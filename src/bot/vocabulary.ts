/** The words of the house as a person sees them: what each is for, who may say it, and how. */
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

export interface Vocabulary {
  /** Every command, in the order of the files. */
  all: readonly Word[]
}
