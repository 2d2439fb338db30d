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
  /** The end of the month, however much of it is over. */
  end: Instant
  /** The end of the month after: what falls due until then lies ahead. */
  next: Instant
  /** The ledger is counted as it stood at this moment: what changes later changes no number. */
  asOf: Instant
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

/** The span of a month, until now where it still lasts; counted as of its end, unless told otherwise. */
export function spanOfMonth(month: string, now: Instant, asOf?: Instant): Span {
  const first = (months: number) => instantAt(`${monthAfter(month, months)}-01`, '0:00')
  const to = Math.min(now, first(1))
  return { month, from: first(0), to, end: first(1), next: first(2), asOf: asOf ?? to }
}

/** The month some months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return dayFrom(year, number + months, 1).slice(0, 7)
}

/** 办结率: what the assignment of the year asks of it, in percent (domain.md AT9). */
export const TARGET = 98

/** What falls due in a whole month, and what of it can no longer be handed in by its date. */
export interface Outlook {
  due: number
  lost: number
}

/** Whether the month cannot come up to the target any more, even if all the rest is handed in in time. */
export const fallsShort = ({ due, lost }: Outlook): boolean =>
  due > 0 && 100 * (due - lost) < TARGET * due

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
