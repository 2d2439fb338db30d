/** Figures of a run: medians, and ratios taken round by round so that a slow minute of the machine harms nobody. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper
}

/** Median of the per-round ratios, with the smallest and the largest. */
export interface Ratio {
  median: number
  from: number
  to: number
}

/** How many times `those` each of these is, round by round. */
export function ratioOf(these: readonly number[], those: readonly number[]): Ratio {
  const each = these.map((value, round) => value / (those[round] ?? Number.NaN))
  return { median: median(each), from: Math.min(...each), to: Math.max(...each) }
}

/** Candidates in the order of their turns: A B C, C B A, A B C … */
export const inTurns = <T>(all: readonly T[], round: number): T[] =>
  round % 2 === 0 ? [...all] : [...all].reverse()
