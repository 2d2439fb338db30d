/** 发件: a letter as the outbox keeps it. */
import type { Instant } from '../domain/time/day.ts'
import type { Tables } from './tables.ts'

/** answer: to the speaker, at once. notice: to others, inside the window. scheduled: at its own time. */
export type Class = 'answer' | 'notice' | 'scheduled'

/** folded: kept back for the person's next page. */
export type State = 'ready' | 'leased' | 'sent' | 'unknown' | 'dead' | 'cancelled' | 'folded'

export interface Letter {
  /** What makes a second one the same; never used twice. */
  key: string
  /** The turn that wrote it, and its number among the letters that its process wrote. */
  turn: string
  n: number
  kind:
    | 'send'
    | 'reply'
    | 'follow-up'
    | 'patch'
    | 'react'
    | 'recall'
    | 'file'
    /** A file that is made as it goes out, in its own time: nobody else's letters wait for it. */
    | 'paper'
    | 'download'
    | 'lookup'
    | 'read'
    | 'leave'
  /** `g:<chat>`, `p:<person>`, or `m:<message>`. */
  place: string
  body: unknown
  matter: number | null
  rev: number | null
  class: Class
  nextTry: Instant
  /** Tries it had before its keeper sent it once more; the platform then knows it as another message. */
  spent?: number
}

export interface Leased extends Letter {
  epoch: number
  attempts: number
  firstTry: Instant
  created: Instant
}

/** A row as a letter. */
export const letterOf = (row: Tables['outbox']): Letter => ({
  key: row.key,
  turn: row.turn,
  n: row.n,
  kind: row.kind as Letter['kind'],
  place: row.place,
  body: JSON.parse(row.body),
  matter: row.matter,
  rev: row.rev,
  class: row.class as Class,
  nextTry: row.next_try,
  spent: row.spent,
})

/** A row as a leased letter. */
export const leasedOf = (row: Tables['outbox']): Leased => ({
  ...letterOf(row),
  epoch: row.epoch,
  attempts: row.attempts,
  firstTry: row.first_try ?? row.created,
  created: row.created,
})
