/** 未送达: a letter whose end its keeper decides on, since nothing is sent a second time blindly (delivery.md promise 3). */
import { Declined } from '../declined.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/day.ts'

/** resent: it went out once more. arrived: it was there after all. dropped: it is needed no more. */
export type Verdict = 'resent' | 'arrived' | 'dropped'

export interface Stray {
  id: number
  /** The letter's key. */
  letter: string
  /** Where it should have gone. */
  place: string
  /** Where that is in words, without what the letter says. */
  whom: string
  /** The one it was for, where it was for one. */
  person: number | null
  matter: number | null
  /** Why it went astray. */
  what: string
  /** unknown: it may have arrived. dead: it did not. */
  state: 'unknown' | 'dead'
  /** When it was first tried, and when it was given up. */
  first: Instant
  at: Instant
  verdict: Verdict | null
  /** Who decided, and when. */
  keeper: number | null
  decided: Instant | null
}

/** The keeper's word about one that nobody has decided on yet. */
export function judged(
  stray: Stray,
  verdict: Verdict,
  { by, at }: { by: Person; at: Instant },
): Stray {
  if (verdict === 'arrived' && stray.state === 'dead')
    throw new Declined('E-POST-1', `第${stray.id}条平台没有收下，不会自行送达。`, [
      `重发 ${stray.id}`,
      `不再发送 ${stray.id}`,
    ])
  return { ...stray, verdict, keeper: by.id, decided: at }
}
