/** What a rule decided: the matter as it now stands, the journal's line, and who must be told. */
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/day.ts'
import type { Matter, NewMatter } from './matter.ts'

/** The one who acts, and when; part of every rule's arguments. */
export interface Act {
  by: Person
  /** When he said it, by the platform's clock. */
  at: Instant
}

/** A message somebody other than the speaker needs; `act` when a step of his is waited for. */
export interface Notice {
  to: number
  say: string
  act: boolean
}

export interface Decision {
  matter: Matter
  /** The journal's verb, 中文 as in the command. */
  verb: string
  /** The journal's words: what was reported, the reason, the result. */
  text: string
  notices: Notice[]
}

/** The birth of a matter; the store gives the number. */
export interface Birth extends Omit<Decision, 'matter' | 'notices'> {
  matter: NewMatter
  notices: (matter: Matter) => Notice[]
}

/** Notices for these persons, the speaker left out, nobody twice. */
export function notify(
  act: Act,
  people: (number | null | undefined)[],
  say: string,
  needed = false,
): Notice[] {
  return tell(
    people.filter((id) => id !== act.by.id),
    say,
    needed,
  )
}

/** Notices for these persons, nobody twice: what the clock did has no speaker to leave out. */
export function tell(people: (number | null | undefined)[], say: string, needed = false): Notice[] {
  const to = new Set(people.filter((id): id is number => typeof id === 'number'))
  return [...to].map((id) => ({ to: id, say, act: needed }))
}
