/** `simulate`: a stretch of the year lived, then checked and counted again. */
import { SKEW } from './city.ts'
import type { DayPages } from './day-pages.ts'
import { misunderstood } from './heeded.ts'
import { broken, disturbedOnLeave } from './invariants.ts'
import { type Living, live } from './live.ts'
import type { Packs } from './pack-recount.ts'
import type { Pages } from './page-recount.ts'
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
  recount: Recount & {
    /** Lines of 待办 that were counted again, over all people and evenings looked at. */
    pendingLines: number
    /** The weekly meetings' packs that were counted again, and what stood on them. */
    packs: Omit<Packs, 'differing'>
    /** The pages and cards of the days that were counted again, and what they counted. */
    pages: Record<keyof DayPages, Omit<Pages, 'differing'>>
  }
}

/** Lives the days and gives what was found; throws only when the town itself cannot stand. */
export async function simulate(living: Living): Promise<Outcome> {
  const lived = await live(living)
  try {
    const { ledger, witness, fates, to, spoken, town, troubles, pending, packs, pages, astray } =
      lived
    const { counted, idle, items } = packs
    const { figures, differing } = await recount(fates, ledger, witness, to, !living.faults)
    return {
      seed: living.seed,
      days: living.days,
      events: spoken.length,
      messages: town.street.effects().length,
      troubles,
      violations: [
        ...(await broken(witness, ledger, to, living.city ? SKEW : 0)),
        ...differing,
        ...astray,
        ...pending.differing,
        ...packs.differing,
        ...[pages.digests, pages.mornings, pages.gathered].flatMap((one) => one.differing),
        // With troubles a sentence may come when it is too late for it, and is declined with reason.
        ...(living.faults ? [] : await misunderstood(spoken, ledger)),
        ...(living.faults ? [] : disturbedOnLeave(witness, lived.leaves)),
      ],
      recount: {
        ...figures,
        pendingLines: pending.lines,
        packs: { counted, idle, items },
        pages: {
          digests: figuresOf(pages.digests),
          mornings: figuresOf(pages.mornings),
          gathered: figuresOf(pages.gathered),
        },
      },
    }
  } finally {
    await lived.close()
  }
}

const figuresOf = ({ differing, ...figures }: Pages) => figures
