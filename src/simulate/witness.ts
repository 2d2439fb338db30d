/** Watches what everybody could see and what the books say, and keeps both beyond the time the bot keeps them. */
import { createHash } from 'node:crypto'
import type { Effect } from '../sandbox/effects.ts'
import type { Ledger } from './ledger.ts'
import type { Town } from './town.ts'

/** A letter of the outbox as its row was last seen. */
export interface Letter {
  key: string
  turn: string
  kind: string
  place: string
  class: string
  matter: number | null
  state: string
  reason: string | null
  created: number
  next_try: number
  done: number | null
}

/** A moment of the plan as its row was last seen. */
export interface Moment {
  rule: string
  subject: string
  at: number
  state: string
  reason: string | null
}

export interface Witness {
  /** Somebody said this message then, in these words. */
  heard(message: string, at: number, words?: string): void
  /** Reads the books; once a fortnight is enough, since they keep a month. */
  look(): Promise<void>
  said: ReadonlyMap<string, number>
  /** Whether a letter is about what a leader made 特急: that waits for no window, and for no other day. */
  hastens(letter: Letter): boolean
  /** Messages that reached the inbox. */
  arrived: ReadonlySet<string>
  letters: ReadonlyMap<string, Letter>
  moments: ReadonlyMap<string, Moment>
  effects(): Effect[]
}

/** What a letter's message carries as its uuid. */
export const uuidOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 40)

/** A witness of this town. */
export function witnessOf(town: Town, ledger: Ledger): Witness {
  const said = new Map<string, number>()
  const urgent = new Set<string>()
  const hastened = new Set<number>()
  const arrived = new Set<string>()
  const letters = new Map<string, Letter>()
  const moments = new Map<string, Moment>()
  return {
    heard(message, at, words = '') {
      said.set(message, at)
      if (words.includes(' 特急 ')) urgent.add(`msg:${message}`)
    },
    async look() {
      for (const { key } of await ledger.rows<{ key: string }>('select key from inbox'))
        arrived.add(key)
      const posted = await ledger.rows<Letter>(
        'select key, turn, kind, place, class, matter, state, reason, created, next_try, done from outbox',
      )
      for (const letter of posted) letters.set(letter.key, letter)
      for (const { matter, turn } of posted)
        if (matter !== null && urgent.has(turn)) hastened.add(matter)
      const planned = await ledger.rows<Moment>(
        'select rule, subject, at, state, reason from occurrences',
      )
      for (const one of planned) moments.set(`${one.rule} ${one.subject} ${one.at}`, one)
    },
    said,
    hastens: ({ matter }) => matter !== null && hastened.has(matter),
    arrived,
    letters,
    moments,
    effects: () => town.street.effects(),
  }
}
