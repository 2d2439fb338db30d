/** A working day's pages, each counted again in the moment at which it is sent. */
import type { Street } from '../sandbox/street.ts'
import { type Day, isWorkday } from './almanac.ts'
import { digestMoment, digestsDue } from './digest-recount.ts'
import type { Fate } from './fate.ts'
import { countGathered, gatheredMoment } from './gathered-recount.ts'
import { type KeptBack, keptBefore } from './kept-recount.ts'
import type { Ledger } from './ledger.ts'
import { morningMoment, morningsDue } from './morning-recount.ts'
import { type Away, type Facts, factsAt } from './page-facts.ts'
import { countPages, noPages, type Pages } from './page-recount.ts'

export interface DayPages {
  /** The leaders'. */
  digests: Pages
  /** Everybody else's. */
  mornings: Pages
  /** The cards of new work, as they stand when the window has closed. */
  gathered: Pages
}

/** Nothing counted yet. */
export const noDayPages = (): DayPages => ({
  digests: noPages(),
  mornings: noPages(),
  gathered: noPages(),
})

/** When what is counted on these days; asked then, before anything else is said. */
export function pageCounts(
  { digests, mornings, gathered }: DayPages,
  days: readonly Day[],
  fates: readonly Fate[],
  away: Away,
  seen: { ledger: Ledger; street: Pick<Street, 'card'> },
): { at: number; run(): Promise<void> }[] {
  const { ledger } = seen
  const kinds: readonly (readonly [moment: (day: Day) => number, count: Count])[] = [
    [
      digestMoment,
      async (facts, kept) =>
        countPages(digests, 'digest', await digestsDue(facts, kept, ledger), facts, seen),
    ],
    [
      morningMoment,
      (facts, kept) => countPages(mornings, 'morning', morningsDue(facts, kept), facts, seen),
    ],
    [gatheredMoment, (facts, kept) => countGathered(gathered, kept, facts, seen)],
  ]
  return days.filter(isWorkday).flatMap((day) =>
    kinds.map(([moment, count]) => {
      const at = moment(day)
      return {
        at,
        run: async () =>
          count(await factsAt(at, fates, ledger, away), await keptBefore(ledger, at)),
      }
    }),
  )
}

type Count = (facts: Facts, kept: readonly KeptBack[]) => Promise<void>
