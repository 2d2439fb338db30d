/** 政策约束: what may be compared at all, and what of it may be named where (domain.md C.4, T1; rules R1 and R14). */
import { Declined } from '../declined.ts'

/** What is never counted for a comparison, whatever is asked: traces instead of outcomes. */
export const BANNED = [
  'login',
  'points',
  'online_time',
  'learning_time',
  'message_count',
  'read_rate',
  'like',
  'vote',
  'forward',
  'photo_count',
  'praise_slip',
  'media_count',
] as const

/** From the shortest to the longest. */
const PERIODS = ['日', '周', '月', '季', '年'] as const

/** A figure that units are to be compared by. */
export interface Metric {
  name: string
  /** The text of the rule that it stands on. */
  basis: string
  /** Whose figure it is. */
  of: 'matter' | 'unit' | 'institution' | 'person'
  kind: 'outcome' | (typeof BANNED)[number]
  period: (typeof PERIODS)[number]
  /** The shortest period that the rule itself has. */
  atLeast: (typeof PERIODS)[number]
  /** With fewer cases a unit is not compared. */
  threshold: number
}

/** Declines a comparison that the rules against formalism do not allow. */
export function guardMetric(metric: Metric): void {
  const no = (why: string) => {
    throw new Declined('E-POLICY-1', `“${metric.name}”不能用来比较：${why}。`)
  }
  if (metric.of === 'person') no('不得按个人排名')
  if (metric.kind !== 'outcome') no('只比较办理结果，不比较留痕')
  if (!metric.basis.trim()) no('没有写明依据')
  if (PERIODS.indexOf(metric.period) < PERIODS.indexOf(metric.atLeast))
    no(`不得比制度规定的更频繁（${metric.atLeast}）`)
  if (metric.threshold < 1) no('没有写明样本下限')
}

/** A unit's share of cases that ended well. */
export interface Share {
  unit: number
  good: number
  all: number
}

/** What a comparison may say to everybody: how many are compared, the middle, and who did best; never who did worst. */
export interface Comparison {
  compared: number
  median: number | null
  best: Share[]
}

/** How many are named at most; where more share the third place none of them is. */
const MOST_NAMED = 3

/** Compares the units with enough cases. Declines a metric that may not be compared. */
export function compare(metric: Metric, shares: readonly Share[]): Comparison {
  guardMetric(metric)
  const fair = shares
    .filter(({ all }) => all >= metric.threshold)
    .sort((a, b) => rateOf(b) - rateOf(a) || a.unit - b.unit)
  const rates = fair.map(rateOf)
  const middle = (rates.length - 1) / 2
  const median =
    rates.length === 0 ? null : (rates[Math.floor(middle)]! + rates[Math.ceil(middle)]!) / 2
  // Among three or fewer, to name the best is to name the rest.
  if (fair.length <= MOST_NAMED) return { compared: fair.length, median, best: [] }
  const next = rates[MOST_NAMED]
  const best = fair.slice(0, MOST_NAMED).filter((one) => next === undefined || rateOf(one) > next)
  return { compared: fair.length, median, best }
}

/** The share as a number from 0 to 1. */
export const rateOf = ({ good, all }: Share): number => (all === 0 ? 0 : good / all)
