/** 讲评的数: which numbers a month's review rests on; each has the query that finds it again (F19). */
import type { Metric } from '../guard/policy.ts'
import { type Instant, instantAt } from '../time/day.ts'
import { dayFrom } from '../time/month.ts'

/** What is counted; the words for it stand in views/review-words.ts. */
export const figureKeys = [
  'created',
  'weekly',
  'closed',
  'inTime',
  'due',
  'dueClosed',
  'overdue',
  'returned',
  'extended',
  'reopened',
  'ahead',
] as const

export type FigureKey = (typeof figureKeys)[number]

/** A month, from its first moment to the first after it; while it lasts, to the moment of counting. */
export interface Span {
  /** `2026-10`. */
  month: string
  from: Instant
  to: Instant
  /** The end of the month after: what falls due until then lies ahead. */
  next: Instant
}

/** One number, and the query that finds it. */
export interface Figure {
  key: FigureKey
  /** `2026-10`. */
  month: string
  /** A unit's own; null for the whole bureau. */
  unit: number | null
  sql: string
  value: number
}

/** The span of a month, until now where it still lasts. */
export function spanOfMonth(month: string, now: Instant): Span {
  const first = (months: number) => instantAt(`${monthAfter(month, months)}-01`, '0:00')
  return { month, from: first(0), to: Math.min(now, first(1)), next: first(2) }
}

/** The month some months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return dayFrom(year, number + months, 1).slice(0, 7)
}

/** How many months the chart goes back. */
export const TREND = 6

/** 按时办结率 by units, as the policy guard has to know it. */
export const inTimeRate: Metric = {
  name: '按时办结率',
  basis: '周交办、月讲评制度',
  of: 'unit',
  kind: 'outcome',
  period: '月',
  atLeast: '月',
  threshold: 5,
}

/** The value of a figure; 0 where it was not counted. */
export const figureOf = (
  figures: readonly Figure[],
  key: FigureKey,
  month: string,
  unit: number | null = null,
): number =>
  figures.find((one) => one.key === key && one.month === month && one.unit === unit)?.value ?? 0
