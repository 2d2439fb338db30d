/** 事项: one thing, one lead unit, one handler, dates, one honest end (domain.md D.2). */
import type { Instant } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import { noSides, type Sides, type Step } from './sides.ts'
import type { Report, Status } from './status.ts'
import { nextStepOf } from './steps.ts'

export type { Report, Status } from './status.ts'

/** Whose word it is: a leader's instruction, the 督查室's, or a head's inside his own unit. */
export type Origin = 'instruction' | 'office' | 'unit'

/** 优秀、良好、合格; 不合格 means it must be returned. */
export type Grade = '优秀' | '良好' | '合格'

/** 有时间节点的方案: its words, and the monthly feedback that comes with it. */
export interface Plan {
  text: string
  nodes: Step[]
}

/** 延期申请: waiting for the head's consent, then for the approver. */
export interface Extension {
  by: number
  at: Instant
  to: Instant
  reason: string
  /** The lead unit's head has agreed (or asked himself). */
  agreed: boolean
  /** The new date rests on a year whose holiday notice is not out yet. */
  provisional?: boolean
  /** 方案: beyond the rule's last limit, approved by a leader and reported on monthly. */
  plan?: Plan
  /** How the new date was said. */
  said?: Said | null
}

/** 一般 or 重大复杂, at the counter also 简单: which of a profile's limits holds (domain.md B.1, B.6). */
export type Level = '简单' | '一般' | '重大复杂'

export interface Matter extends Sides {
  /** The short serial; unique, never reused. */
  id: number
  /** 年-来源-序号, `2026-交办-012`. */
  formal: string
  title: string
  basis: string | null
  /** 来源: 交办、批示、科内、批转、党组、周交办、例会、窗口、说不 …; the middle part of the formal number. */
  source: string
  origin: Origin
  assigner: number
  lead: number
  /** The person named at assignment; the head confirms him by handing out. */
  proposed: number | null
  handler: number | null
  status: Status
  /** Name of the profile (规则) whose clocks it runs on; `限期` when only its own date counts. */
  profile: string
  level: Level
  /** Why it is 特急, by a leader's word; null for all others. */
  urgent: string | null
  /** From when its clocks run. */
  start: Instant
  due: Instant
  /** The date first promised; an extension never erases it. */
  firstDue: Instant
  /** The due date rests on a year whose holiday notice is not out yet. */
  provisional: boolean
  percent: number | null
  report: Report | null
  closing: Report | null
  extension: Extension | null
  /** Why and by whom signing was declined, until it is referred anew. */
  refused: Report | null
  grade: Grade | null
  returned: number
  extended: number
  reopened: number
  round: number
  /** The meeting series whose field it belongs to (议定事项 and what its agenda follows). */
  series: number | null
  /** The week's batch of 周交办, `2022-周37`. */
  batch: string | null
  /** The matter this one was merged into. */
  mergedInto: number | null
  /** The group it was assigned in, if any. */
  chat: string | null
  created: Instant
  /** When it last changed, by the clock of the person who changed it. */
  changed: Instant
  closed: Instant | null
  /** Version: grows by one with every change; the journal's sequence number. */
  rev: number
  /** Hash of the newest journal line. */
  head: string
}

/** What a matter is before it has a number. */
export type NewMatter = Omit<Matter, 'id' | 'formal' | 'rev' | 'head'>

/** What nothing has happened to yet: the fields every new matter begins with. */
export const untouched = {
  ...noSides,
  profile: '限期',
  level: '一般' as Level,
  urgent: null,
  provisional: false,
  percent: null,
  report: null,
  closing: null,
  extension: null,
  refused: null,
  grade: null,
  returned: 0,
  extended: 0,
  reopened: 0,
  round: 1,
  series: null,
  batch: null,
  mergedInto: null,
  closed: null,
} satisfies Partial<NewMatter>

const CLOSED: ReadonlySet<Status> = new Set(['closed_out', 'archived', 'withdrawn', 'merged'])

/** Still on the ledger: somebody owes a next step. */
export const isOpen = (matter: Pick<Matter, 'status'>): boolean => !CLOSED.has(matter.status)

/** When something next falls due on it: its first unfinished step, the answer to a no, the review of a suspension, or its date; every open matter has one. */
export function nextDate(
  matter: Pick<Matter, 'due' | 'steps' | 'suspended'> & Partial<Pick<Matter, 'refusal'>>,
): Instant {
  if (matter.suspended) return matter.suspended.review
  const answer = matter.refusal?.outcome === 'open' ? matter.refusal.due : matter.due
  return Math.min(matter.due, answer, nextStepOf(matter.steps)?.due ?? matter.due)
}
