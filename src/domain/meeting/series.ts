/** 例会: a meeting that comes round by a rule; a rest day moves or skips it, and single meetings can be called off or added. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { seesAll, within } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { clockOf, type Day, dayOf, type Instant, instantAt } from '../time/day.ts'
import { nextOf, type Recurrence } from '../time/recurrence.ts'
import { nextWorkday, previousWorkday } from '../time/workdays.ts'
import type { Preparation } from './preparation.ts'

/** 周例会、推进会、集中学习、党组会议、中心组学习、三会一课、主题党日、月讲评 (domain.md A.3). */
export const seriesKinds = [
  '周例会',
  '推进会',
  '集中学习',
  '党组会议',
  '中心组学习',
  '三会一课',
  '主题党日',
  '月讲评',
  '会议',
] as const

export type SeriesKind = (typeof seriesKinds)[number]

export interface Series {
  id: number
  name: string
  kind: SeriesKind
  rule: Recurrence
  /** 牵头领导: a person of the bureau or anybody else, as text. */
  leader: string
  /** 牵头单位: its field is what the pack is made from. */
  unit: number | null
  support: number[]
  secretary: number
  /** The bound group; without one the members get the pack in private. */
  chat: string | null
  /** How many have been announced: the next one is the (held + 1)th. */
  held: number
  /** What a rest day does to it: 顺延 to the next working day, or 跳过. */
  restDay: '顺延' | '跳过'
  /** 第一议题 is demanded: an agenda without it is refused (domain.md MT5). */
  study: boolean
  /** Days whose meeting was called off (停开). */
  off: Day[]
  /** Meetings held besides those of the rule (补开). */
  extra: Instant[]
  /** What the secretary has arranged for the next agenda. */
  prepared: Preparation
  ended: boolean
  rev: number
  head: string
}

export interface Topic {
  id: number
  series: number
  text: string
  person: number
  at: Instant
  /** queued and accepted wait for the next meeting; returned went back to whom it came from. */
  state: 'queued' | 'accepted' | 'returned' | 'taken' | 'withdrawn'
  /** 第N次顺延. */
  carried: number
  /** The matter it is about. */
  matter: number | null
  /** Why it was returned. */
  reason: string | null
}

/** The next meeting after a moment. */
export function nextMeeting(series: Series, after: Instant, calendar: Calendar): Instant {
  const added = series.extra.filter((at) => at > after)
  return Math.min(nextByRule(series, after, calendar), ...added)
}

function nextByRule({ rule, restDay, off }: Series, after: Instant, calendar: Calendar): Instant {
  // A moved meeting lies after its rule's day, so the rule is asked from well before.
  let from = after - 15 * 86_400_000
  for (;;) {
    const ruled = nextOf(rule, from, calendar)
    const held = heldAt(ruled, restDay, calendar)
    if (held !== undefined && held > after && !off.includes(dayOf(held))) return held
    from = ruled
  }
}

function heldAt(
  ruled: Instant,
  restDay: Series['restDay'],
  calendar: Calendar,
): Instant | undefined {
  const day = dayOf(ruled)
  if (calendar.isWorkday(day)) return ruled
  if (restDay === '跳过') return undefined
  return instantAt(nextWorkday(day, calendar), clockOf(ruled))
}

/** Whether the series meets at that moment. */
export const meetsAt = (series: Series, at: Instant, calendar: Calendar): boolean =>
  nextMeeting(series, at - 1, calendar) === at

/** How far back the meeting before this one is looked for, first near, then far: a week, a month, a quarter, a year. */
const LOOK_BACK = [8, 35, 100, 400].map((days) => days * 86_400_000)

/** The last meeting by rule before a moment; nothing where there was none within a year. */
export function previousMeeting(
  series: Series,
  before: Instant,
  calendar: Calendar,
): Instant | undefined {
  for (const far of LOOK_BACK) {
    let last: Instant | undefined
    for (let at = before - far; ; last = at) {
      at = nextMeeting(series, at, calendar)
      if (at >= before) break
    }
    if (last !== undefined) return last
  }
  return undefined
}

/** How many were held before one: those announced, and the last where its agenda stayed back with nothing on it. */
export function heldBefore(series: Series, at: Instant, calendar: Calendar): number {
  const { kept } = series.prepared
  const last = kept === null ? undefined : previousMeeting(series, at, calendar)
  return series.held + (kept !== null && last !== undefined && kept < last ? 1 : 0)
}

/** Those who only learn: without a subject there is nothing to send, and nothing to call off. */
export const isStudy = ({ kind }: Pick<Series, 'kind'>): boolean =>
  ['集中学习', '中心组学习', '三会一课', '主题党日'].includes(kind)

/** Another series that meets at the same moment as this one does next; two meetings at one time are pointed out. */
export function clashing(
  series: Series,
  others: readonly Series[],
  now: Instant,
  calendar: Calendar,
): Series | undefined {
  const at = nextMeeting(series, now, calendar)
  return others.find((one) => one.id !== series.id && nextMeeting(one, now, calendar) === at)
}

/** The kind that a name tells: 服务企业周例会, 政府基金专班推进会. */
export function kindIn(name: string): SeriesKind {
  return seriesKinds.find((kind) => name.includes(kind)) ?? (/例会$/.test(name) ? '周例会' : '会议')
}

/** When the pack of a meeting is closed, given to the secretary, and sent (decisions.md "Packs"). */
export interface PackTimes {
  day: Day
  collected: Instant
  draft: Instant
  sent: Instant
}

/** 16:00, 16:10 and 17:10 of the last working day before the meeting. */
export function packTimes(meeting: Instant, calendar: Calendar): PackTimes {
  const day = previousWorkday(dayOf(meeting), calendar)
  return {
    day,
    collected: instantAt(day, '16:00'),
    draft: instantAt(day, '16:10'),
    sent: instantAt(day, '17:10'),
  }
}

/** The meeting that a topic asked for now belongs to: the next one whose collection is not closed. */
export function collectingFor(series: Series, now: Instant, calendar: Calendar): Instant {
  const next = nextMeeting(series, now, calendar)
  return packTimes(next, calendar).collected < now ? nextMeeting(series, next, calendar) : next
}

/** Whether a person may see a meeting's pack: leaders, the 督查室, the secretary, and the units that take part. */
export function attends(person: Person, series: Series, directory: Directory): boolean {
  const units = [...(series.unit === null ? [] : [series.unit]), ...series.support]
  return (
    seesAll(person) ||
    person.id === series.secretary ||
    units.some((unit) => within(person, unit, directory))
  )
}
