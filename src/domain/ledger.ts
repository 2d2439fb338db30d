/** 台账: a view over matters, never a second copy; what it may be narrowed to, in the words people use. */
import type { Light } from './matter/light.ts'
import type { Status } from './matter/status.ts'
import type { Scope } from './matter/urgency.ts'
import type { Person, Unit } from './people/person.ts'
import { type Day, type Instant, instantAt } from './time/day.ts'
import { dayFrom, monthOf } from './time/month.ts'

/** A month; with `year` null the newest one of that number that has begun. */
export interface Month {
  year: number
  month: number
}

/** What was asked for; what is not there does not matter. */
export interface LedgerAsk {
  export: boolean
  unit: Unit | null
  /** A leader's field, or what a person carries or gave. */
  person: Person | null
  source: string | null
  state: StateWord | null
  light: Light | null
  scopes: Scope[]
  month: Month | null
  /** 整改: matters whose rule or title speaks of it. */
  profile: string | null
  /** Words that must all be there. */
  words: string
}

export const nothingAsked: LedgerAsk = {
  export: false,
  unit: null,
  person: null,
  source: null,
  state: null,
  light: null,
  scopes: [],
  month: null,
  profile: null,
  words: '',
}

/** Where matters come from, as the middle of their formal numbers says. */
export const SOURCES = [
  '周交办',
  '批示',
  '批转',
  '党组',
  '例会',
  '窗口',
  '首问',
  '说不',
  '交办',
  '科内',
] as const

export type StateWord = keyof typeof STATES

/** States by the words of the list, and which of open and closed they are among. */
export const STATES = {
  在办: { open: true },
  待签收: { open: true, statuses: ['assigned'] },
  待转办: { open: true, statuses: ['draft', 'registered'] },
  待分办: { open: true, statuses: ['signed'] },
  办理中: { open: true, statuses: ['in_progress'] },
  待审核: { open: true, statuses: ['close_requested'] },
  待销号: { open: true, statuses: ['completed'] },
  挂起: { open: true, statuses: ['suspended'] },
  已销号: { open: false, statuses: ['closed_out', 'archived'] },
  已归档: { open: false, statuses: ['archived'] },
  已撤项: { open: false, statuses: ['withdrawn'] },
  已并项: { open: false, statuses: ['merged'] },
  全部: { open: 'both' },
} as const satisfies Record<string, { open: boolean | 'both'; statuses?: readonly Status[] }>

/** The span of a month, `[from, to)`. */
export function spanOf({ year, month }: Month): [Instant, Instant] {
  return [
    instantAt(dayFrom(year, month, 1), '0:00'),
    instantAt(dayFrom(year, month + 1, 1), '0:00'),
  ]
}

/** The newest month of that number which has begun: in November 12月 is last year's. */
export function monthSaid(month: number, today: Day): Month {
  const now = monthOf(today)
  return { year: month > now.month ? now.year - 1 : now.year, month }
}

/** The month some months from this one. */
export function monthFrom(today: Day, months: number): Month {
  const now = monthOf(today)
  return monthOf(dayFrom(now.year, now.month + months, 1))
}
