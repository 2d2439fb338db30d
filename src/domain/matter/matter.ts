/** 事项: one thing, one lead unit, one handler, dates, one honest end (domain.md D.2). */
import type { Instant } from '../time/day.ts'

/** D.2: nine states, then the side states. `returned` is a form of in_progress. */
export type Status =
  | 'draft'
  | 'registered'
  | 'assigned'
  | 'signed'
  | 'in_progress'
  | 'close_requested'
  | 'completed'
  | 'closed_out'
  | 'archived'
  | 'suspended'
  | 'withdrawn'
  | 'merged'

/** Whose word it is: a leader's instruction, the 督查室's, or a head's inside his own unit. */
export type Origin = 'instruction' | 'office' | 'unit'

/** 优秀、良好、合格; 不合格 means it must be returned. */
export type Grade = '优秀' | '良好' | '合格'

export interface Report {
  by: number
  at: Instant
  text: string
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
}

export interface Matter {
  /** The short serial; unique, never reused. */
  id: number
  /** 年-来源-序号, `2026-交办-012`. */
  formal: string
  title: string
  basis: string | null
  origin: Origin
  assigner: number
  lead: number
  /** The person named at assignment; the head confirms him by handing out. */
  proposed: number | null
  handler: number | null
  status: Status
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

const CLOSED: ReadonlySet<Status> = new Set(['closed_out', 'archived', 'withdrawn', 'merged'])

/** Still on the ledger: somebody owes a next step. */
export const isOpen = (matter: Pick<Matter, 'status'>): boolean => !CLOSED.has(matter.status)
