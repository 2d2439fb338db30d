/** The year's mix as the table of domain.md E.4 has it: how many matters of which source, and what befalls how many of them. */
import type { Chance } from './chance.ts'
import type { Source } from './fate.ts'

/** What is particular about a matter's way; most have nothing. */
export type Twist =
  | 'plain'
  | 'late'
  | 'overdue'
  | 'suspended'
  | 'plan'
  | 'returned'
  | 'returned twice'
  | 'granted'
  | 'refused'
  | 'asked too late'
  | 'reopened'
  | 'called back'
  | 'declined at signing'
  | 'supported'
  | 'silent support'
  | 'two instructions'
  | 'instructed at close'
  | 'approved twice'
  | 'rested'
  | 'handed on'

/** One matter to be: where from, whether it is 重大复杂, what befalls it. */
export interface Lot {
  source: Source
  heavy: boolean
  twist: Twist
}

/** Of 300 matters so many, and this share of them 重大复杂. */
export const SOURCES: readonly (readonly [Source, number, number])[] = [
  ['周交办', 130, 0.1],
  ['批转', 55, 0.4],
  ['党组', 45, 0.3],
  ['议定', 30, 0.5],
  ['窗口', 24, 0.25],
  ['说不', 16, 0],
]

const WHOLE = 300

const papers = ({ source }: Lot) => source === '批转' || source === '党组'
const ordinary = (lot: Lot) => !['窗口', '说不'].includes(lot.source)
/** A date that is not yet the last its rule allows: what is asked for needs no plan. */
const movable = (lot: Lot) => ordinary(lot) && !(papers(lot) && lot.heavy)
const long = (lot: Lot) => papers(lot) && lot.heavy

/**
 * Of 300 matters so many, among those that it can befall. 287 are closed in time, 7 late, 6 stay open: 2 overdue,
 * 2 suspended, 2 with a plan, whose extensions are two of the 22 granted; the 2 asked too late are two of the 7 late.
 */
const TWISTS: readonly (readonly [Twist, number, (lot: Lot) => boolean])[] = [
  ['plan', 2, long],
  ['overdue', 2, (lot) => lot.source === '批转' && !lot.heavy],
  ['suspended', 2, (lot) => lot.source === '批转'],
  ['instructed at close', 1, (lot) => lot.source === '党组' && lot.heavy],
  ['two instructions', 1, (lot) => lot.source === '党组' && lot.heavy],
  ['reopened', 3, long],
  ['called back', 1, (lot) => lot.source === '窗口'],
  ['asked too late', 2, movable],
  ['late', 5, movable],
  ['granted', 20, movable],
  ['refused', 3, movable],
  ['returned twice', 1, (lot) => lot.source === '党组'],
  ['returned', 20, (lot) => lot.source !== '说不'],
  ['declined at signing', 5, ordinary],
  ['silent support', 1, (lot) => lot.source === '周交办'],
  ['supported', 15, (lot) => lot.source === '周交办'],
  ['rested', 6, long],
  ['handed on', 6, papers],
  ['approved twice', 1, ordinary],
]

/** As many lots as asked for, shared out as the whole year's are; whatever comes to a fraction is rounded. */
export function lotsOf(chance: Chance, count: number): Lot[] {
  const lots = sharedOut(
    SOURCES.map(([, of]) => of),
    count,
  ).flatMap((many, i) => {
    const [source, , share] = SOURCES[i] as (typeof SOURCES)[number]
    const heavy = Math.round(many * share)
    return Array.from(
      { length: many },
      (_, nth): Lot => ({
        source,
        heavy: nth < heavy,
        twist: 'plain',
      }),
    )
  })
  for (const [twist, of, fits] of TWISTS) {
    const many = Math.round((of * count) / WHOLE)
    const free = lots.filter((lot) => lot.twist === 'plain' && fits(lot))
    for (const lot of chance.shuffled(free).slice(0, many)) lot.twist = twist
  }
  return lots
}

/** Whole numbers in these proportions that add up to the sum: the largest remainders are rounded up. */
export function sharedOut(parts: readonly number[], sum: number): number[] {
  const whole = parts.reduce((a, b) => a + b, 0)
  const exact = parts.map((part) => (part * sum) / whole)
  const found = exact.map(Math.floor)
  const order = exact.map((one, i) => [one - Math.floor(one), i] as const)
  order.sort(([a, i], [b, j]) => b - a || i - j)
  const left = sum - found.reduce((a, b) => a + b, 0)
  for (const [, i] of order.slice(0, left)) found[i] = (found[i] ?? 0) + 1
  return found
}
