/** `simulate`: a stretch of the year lived, then checked and counted again. */
import { SKEW } from './city.ts'
import { broken } from './invariants.ts'
import { type Living, live } from './live.ts'
import { type Recount, recount } from './recount.ts'
import type { Troubles } from './trouble.ts'

export interface Outcome {
  seed: number
  days: number
  /** Sentences said. */
  events: number
  /** Messages, replies and edits that somebody could see. */
  messages: number
  troubles: Troubles
  violations: string[]
  /** Lines of 待办 that were counted again, over all people and evenings looked at. */
  pendingLines: number
  recount: Recount
}

/** Lives the days and gives what was found; throws only when the town itself cannot stand. */
export async function simulate(living: Living): Promise<Outcome> {
  const lived = await live(living)
  try {
    const { ledger, witness, fates, to, events, town, troubles, pending } = lived
    const { figures, differing } = await recount(fates, ledger, witness, to)
    return {
      seed: living.seed,
      days: living.days,
      events,
      messages: town.street.effects().length,
      troubles,
      violations: [
        ...(await broken(witness, ledger, to, living.city ? SKEW : 0)),
        ...differing,
        ...pending.differing,
      ],
      pendingLines: pending.lines,
      recount: figures,
    }
  } finally {
    await lived.close()
  }
}
