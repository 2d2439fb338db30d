/** How a matter goes on: each sentence takes a share of the working time that is left, so that all come in their order and in time. */
import { plusWork, workMinutes } from './almanac.ts'
import type { Chance } from './chance.ts'
import type { Deed } from './fate.ts'

export interface Pace {
  deeds: Deed[]
  /** When the last thing happened. */
  now(): number
  /** Says something within a share of the working time left until a moment. */
  until(moment: number, share: number, by: string, say: string): void
  /** Says something so many minutes of work later, at least and at most. */
  after(least: number, most: number, by: string, say: string): void
  /** Says something at a moment, or a minute after what was said last. */
  at(moment: number, by: string | null, say: string): void
  /** Lets time pass. */
  wait(moment: number): void
  /** Says something that the rules decline. */
  declined(by: string, say: string): void
}

/** Sentences from a moment on. */
export function paceFrom(chance: Chance, from: number): Pace {
  let now = from
  const deeds: Deed[] = []
  const put = (moment: number, by: string | null, say: string) => {
    now = Math.max(moment, now + 60_000)
    deeds.push({ at: now, by, say })
  }
  return {
    deeds,
    now: () => now,
    until(moment, share, by, say) {
      const minutes = Math.floor(workMinutes(now, moment) * share)
      put(plusWork(now, chance.between(Math.ceil(minutes / 2), minutes)), by, say)
    },
    after: (least, most, by, say) => put(plusWork(now, chance.between(least, most)), by, say),
    at: put,
    wait: (moment) => {
      now = Math.max(now, moment)
    },
    declined(by, say) {
      put(now + 120_000, by, say)
      deeds.push({ ...(deeds.pop() as Deed), declined: true })
    },
  }
}
