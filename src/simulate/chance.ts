/** Chance from a seed: the same seed lives the same year. */

export interface Chance {
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  /** Whether something of this probability (0 to 1) happens. */
  happens(probability: number): boolean
  /** One of these. */
  pick<T>(from: readonly T[]): T
  /** These in another order. */
  shuffled<T>(from: readonly T[]): T[]
}

/** Numbers by the mulberry32 recipe: small, fast and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    happens: (probability) => next() < probability,
    pick(from) {
      const found = from[between(0, from.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    shuffled(from) {
      const left = [...from]
      for (let i = left.length - 1; i > 0; i--) {
        const j = between(0, i)
        const one = left[i] as (typeof left)[number]
        left[i] = left[j] as (typeof left)[number]
        left[j] = one
      }
      return left
    },
  }
}
