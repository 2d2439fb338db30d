/** What goes wrong on the way, by a seed: the platform's faults, restarts and power cuts. */
import type { Chance } from './chance.ts'
import type { Ordeal, Town } from './town.ts'

const FAULTS = [
  'duplicate-event',
  'two-event-ids',
  'event-delay',
  'timeout-after-success',
  'group-rate-limit',
  'app-rate-limit',
  'token-expired',
  'slow',
  'server-error',
] as const

export interface Trouble {
  /** Before somebody speaks. */
  before(): Promise<void>
  /** After he has spoken. */
  after(): Promise<void>
  /** All faults are switched off. */
  end(): Promise<void>
  counts: Troubles
}

/** How often what went wrong. */
export interface Troubles {
  faults: number
  restarts: number
  cuts: number
  /** What only several instances have to stand. */
  ordeals: Record<Ordeal, number>
}

/** Nothing went wrong. */
export const untroubled = (): Troubles => ({
  faults: 0,
  restarts: 0,
  cuts: 0,
  ordeals: { killed: 0, stalled: 0, outage: 0, silence: 0 },
})

const ORDEALS: readonly Ordeal[] = ['killed', 'stalled', 'outage', 'silence']

/** Troubles for a town; about one sentence in six meets one, and each third one in a city of several instances. */
export function troubled(town: Town, chance: Chance): Trouble {
  const counts = untroubled()
  let spoken = 0
  let blows: Ordeal[] = []
  const strike = async () => {
    if (!town.ordeals || spoken++ % 3 !== 0) return
    if (blows.length === 0) blows = chance.shuffled(ORDEALS)
    const blow = blows.pop()
    if (!blow) return
    counts.ordeals[blow] += 1
    await town.ordeals[blow]()
  }
  return {
    counts,
    async before() {
      await strike()
      if (chance.happens(0.12)) {
        counts.faults += 1
        town.street.fault(chance.pick(FAULTS), chance.between(1, 3))
      }
      if (chance.happens(0.02)) {
        counts.cuts += 1
        // The cord is pulled somewhere within the next few dozen milliseconds of its work.
        setTimeout(() => void town.cut(), chance.between(0, 40))
      }
    },
    async after() {
      if (!chance.happens(0.01)) return
      counts.restarts += 1
      await town.restart()
    },
    async end() {
      for (const { kind } of town.street.faults()) town.street.fault(kind, 0)
      await town.heal?.()
    },
  }
}
