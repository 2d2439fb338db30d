/** What only some matters have: steps of a profile, supporting units, a suspension, a client, papers and notes. */
import type { Instant } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import type { Report, Status } from './status.ts'

/** What ends a step: 签收, 分办, 报, 已联系. */
export type StepEnd = 'sign' | 'deploy' | 'feedback' | 'contact'

/** One step of a profile, dated when the matter began (13710: 部署, 首次反馈). */
export interface Step {
  name: string
  ends: StepEnd
  /** From when what happens counts for it: a second feedback only after the first was due. */
  opens: Instant
  due: Instant
  /** When it was taken; null while it waits. */
  done: Instant | null
}

/** What a profile changes of the way to the end; a matter keeps the one it began with. */
export interface Path {
  /** Who asks to close: the lead unit's head, or the handler himself (language.md "finish"). */
  asks: 'head' | 'handler'
  /** Who reviews: the 督查室, or the one who assigned it. */
  review: 'supervisor' | 'assigner'
  /** One word of the reviewer also strikes it off: found, mended, done with one message (domain.md AT12). */
  short: boolean
}

/** 协办: a supporting unit's part; its silence must be answered or waived with a reason (D.2 row 9, decisions.md hole 21). */
export interface Support {
  unit: number
  /** The person named, if one was. */
  person: number | null
  state: 'asked' | 'answered' | 'waived'
  /** Its answer, or the reason of the waiver. */
  answer: Report | null
}

/** 挂起: for a cause outside the unit, until a review date at most a month away (D.2 row 16). */
export interface Suspension extends Report {
  review: Instant
  /** How its day was said, so that it is counted again when the calendar changes. */
  said?: Said | null
  /** The status it came from. */
  from: Status
}

/** 四级责任链条: 1 首问责任人, 2 科室负责人, 3 分管领导, 4 主要领导. */
export type RungNumber = 1 | 2 | 3 | 4

/** Why somebody said no on his rung; one who kept silent is noted so. */
export interface RungReason extends Report {
  rung: RungNumber
  /** He let his time pass: it moved on by itself. */
  slept: boolean
}

/** 说"不": how high the refusal has risen; only rung 4 makes it final (domain.md B.6). */
export interface Refusal {
  /** When the first no was said: the two working days run from here. */
  since: Instant
  /** Whose answer is waited for. */
  rung: RungNumber
  person: number
  /** By when this rung has to pass it up or solve it. */
  due: Instant
  /** The reasons given at each rung, oldest first. */
  reasons: RungReason[]
  /** solved: somebody can do it after all; final: the principal's no, with its ground and the client's answer. */
  outcome: 'open' | 'solved' | 'final'
  /** When it was solved or made final. */
  ended: Instant | null
  /** The legal ground of a final no. */
  ground: string | null
  /** How it can be done; of a final no, what the client is told. */
  reply: string | null
}

/** The client behind a counter matter; his phone never stands in a group (decisions.md "Secrecy guard"). */
export interface Client {
  name: string
  phone: string | null
  /** 首问责任人: stays on the record when the following is over. */
  firstAsked: number
  /** First contact by the unit; wanted the same day (domain.md B.6). */
  contacted: Report | null
  /** 答复: the client was told the result; then the first-asked person follows no longer. */
  answered: Report | null
  /** 回访: what the client said when called back. */
  satisfied: boolean | null
  /** 不满意窗口: the matter whose handling he complains of. */
  complains: number | null
}

/** A file or picture sent in reply; kept by key and fetched on demand, never required. */
export interface Attachment {
  key: string
  name: string
  type: 'file' | 'image'
  message: string
  by: number
  at: Instant
}

/** A risk told in time: whom it went to, and the fingerprint of its words (domain.md PA7, F22). */
export interface Risk extends Report {
  to: number[]
  hash: string
}

/** 督办单: a paper a person issued (domain.md B.5). */
export interface Paper {
  kind: '催办单' | '督办通知单'
  colour: '蓝' | '橙' | '红' | null
  number: string
  by: number
  at: Instant
  /** 工作要求. */
  text: string
  /** Why it did not wait for its turn; null where it followed the order. */
  urgent: string | null
}

/** Kept together in one column; a matter without any of it stays small. */
export interface Sides {
  /** How its date was said; null where nobody said it: a profile's limit, an import. */
  said: Said | null
  steps: Step[]
  /** The profile's own way to the end; null for the usual one. */
  path: Path | null
  supports: Support[]
  suspended: Suspension | null
  /** Why and by whom it was withdrawn or merged. */
  ended: Report | null
  /** 申请撤项: waits for a leader's consent (D.2 row 17). */
  withdrawal: Report | null
  /** How often signing was declined: once, then a leader rules (D.2 row 5). */
  declines: number
  /** The newest 批示 on it. */
  instruction: Report | null
  /** A leader has ruled who leads: signing cannot be declined again (decisions.md hole 22). */
  ruled: boolean
  refusal: Refusal | null
  client: Client | null
  /** 首问: who follows it until the client is answered. */
  follower: number | null
  attachments: Attachment[]
  papers: Paper[]
  /** 风险报备: told in time, kept as evidence (domain.md PA7). */
  risks: Risk[]
}

/** A matter with none of it. */
export const noSides: Readonly<Sides> = {
  said: null,
  steps: [],
  path: null,
  supports: [],
  suspended: null,
  ended: null,
  withdrawal: null,
  declines: 0,
  instruction: null,
  ruled: false,
  refusal: null,
  client: null,
  follower: null,
  attachments: [],
  papers: [],
  risks: [],
}
