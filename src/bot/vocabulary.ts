/** The words of the house as a person sees them: what each is for, who may say it, and how. */
import type { Permit } from './permits.ts'

export interface Word {
  name: string
  aliases: readonly string[]
  summary: string
  examples: readonly string[]
  who: Permit
}

export interface Vocabulary {
  /** Every command, in the order of the files. */
  all: readonly Word[]
}
