/** A command: one thing a person may say, declared as data. */
import type { Fetched, Heard } from './message.ts'
import type { Permit } from './permits.ts'
import type { Reply } from './reply.ts'
import type { Slot } from './slot.ts'
import type { Spoken } from './turn.ts'
import type { Subject } from './vocabulary.ts'

/** The holes of a pattern: `'{matter} {text}'` has `matter` and `text`. */
type Holes<Says extends string> = Says extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never

// biome-ignore lint/suspicious/noExplicitAny: a slot's value type is inferred per hole
type Slots = Record<string, Slot<any>>

/** What the holes were filled with. */
export type Filled<S extends Slots> = {
  [Hole in keyof S]: S[Hole] extends Slot<infer Value> ? Value : never
}

interface Declaration<Says extends string, S extends Slots> {
  /** The word that begins the sentence. */
  name: string
  aliases?: readonly string[]
  /** A beginning that is this command's though none of its words: what is matched stands for the word. */
  also?: RegExp
  /** Its word may stand behind what it asks for: 预算科待办. */
  trails?: boolean
  about: Subject
  /** One line for 帮助 and the README, in the user's words. */
  summary: string
  /** Sentences after the word, most specific first; every hole needs a slot, or it does not compile. */
  says: readonly Says[]
  slots: S & Record<Holes<Says>, Slot<unknown>>
  who: Permit
  /** Said in the sample office by a test; shown in 帮助. */
  examples: readonly [string, ...string[]]
  /** What is missing where nothing but its word was said, and the ways to go on. */
  teaches?: string
  /** It changes the ledger: a tap on an outdated card and a sentence hours late are asked about first. */
  changes?: boolean
  /** Its text may be a question: elsewhere a question changes nothing. */
  asks?: boolean
  /** It looks for what must not be kept line by line, so that one line is refused alone. */
  guardsLines?: boolean
  /** A whole paper may stand behind its word: as long as it is, and no line of it is a sentence. */
  pasted?: boolean
  /** A tap counts even when the matter moved on since the card was drawn: nothing typed is lost. */
  tolerant?: boolean
  run(turn: Spoken, filled: Filled<S>): Promise<Reply>
  /** When the words it needs stand in the message replied to (then `turn.quoted`), and what to do if that cannot be read. */
  quotes?: { when(filled: Filled<S>): boolean; instead: string }
  /** Whether a file dropped into the chat is for this command; then `run` gets no holes. */
  takesFile?(turn: Spoken): boolean
  /** What the door brought back for a letter of kind download or lookup that this command wrote. */
  fetched?(turn: Spoken, fetched: Fetched, asked: unknown): Promise<Heard>
}

/** A declared command, as the registry holds it. */
export interface Command {
  name: string
  aliases: readonly string[]
  also?: RegExp
  trails: boolean
  about: Subject
  summary: string
  says: readonly string[]
  slots: Slots
  who: Permit
  examples: readonly string[]
  teaches?: string
  changes: boolean
  asks: boolean
  pasted: boolean
  tolerant: boolean
  guardsLines: boolean
  run(turn: Spoken, filled: Record<string, unknown>): Promise<Reply>
  quotes?: { when(filled: Record<string, unknown>): boolean; instead: string }
  takesFile?(turn: Spoken): boolean
  fetched?(turn: Spoken, fetched: Fetched, asked: unknown): Promise<Heard>
}

/** Declares a command; a hole without a slot does not compile. */
export function command<const Says extends string, S extends Slots>(
  declaration: Declaration<Says, S>,
): Command {
  const {
    aliases = [],
    changes = false,
    asks = false,
    pasted = false,
    tolerant = false,
    guardsLines = false,
    trails = false,
    quotes,
    run,
    ...same
  } = declaration
  return {
    ...same,
    aliases,
    changes,
    asks,
    pasted,
    tolerant,
    guardsLines,
    trails,
    ...(quotes
      ? { quotes: { ...quotes, when: (filled) => quotes.when(filled as Filled<S>) } }
      : {}),
    run: (turn, filled) => run(turn, filled as Filled<S>),
  }
}
