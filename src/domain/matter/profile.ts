/** 规则: a named clock and path for matters, as data (domain.md B.1 to B.6; product.md section 3). */
import type { Level } from './matter.ts'
import type { Path, StepEnd } from './sides.ts'

/** How days are counted: no source says 工作日 for 13710, the counter's rules say it expressly (domain.md B.3). */
export type DayKind = 'calendar' | 'workday'

/** One step on the way to the date: 研究部署 on day 0, which is the day itself (当天), 首次反馈 on day 3. */
export interface ProfileStep {
  name: string
  days: number
  ends: StepEnd
}

/** How long a matter of one level may take; `meeting`: until its series meets next. */
export type Limit = { days: number } | { months: number } | { meeting: true }

/** Whose ear a rung reaches: who carries it, his head, the leader in charge of the unit, the principal. */
export type RungTo = 'handler' | 'head' | 'charge' | 'principal'

/** One rung of the ladder: who hears of which date, when, and in which words; each once per matter and date. */
export interface Rung {
  /** Which date it is reckoned from: the limit for signing, each step on the way, or the date itself. */
  of: 'sign' | 'step' | 'due'
  /** Negative before, 0 on the day, positive after it. */
  offset: { days: number; kind: DayKind }
  /** The minute of the day, never a full or half hour: `9:07`. */
  at: string
  to: RungTo
  /** What is asked of him, the end of a sentence: 请按时办结或报进展. */
  word: string
}

/** 延期: how often, and until which clock time of the last day it may be asked for; `null` until the date itself. */
export interface ExtensionRule {
  times: number
  until: string | null
}

export interface Profile {
  /** 13710, 710, 立行立改; what a sentence says after 按. */
  name: string
  /** Other ways people say it. */
  aliases: string[]
  /** One line: what it is for. */
  about: string
  /** 批转, 党组: the sources whose matters run on it when neither rule nor date is said. */
  sources: string[]
  /** Without one of them named a matter does not run on it (domain.md AT2). */
  sourced: boolean
  kind: DayKind
  /** A last day that is a rest day moves to the next working day. */
  roll: boolean
  /** What comes later than this begins on the next working day, and so does what comes on a rest day; `null`: never. */
  cutoff: string | null
  /** Working days for signing after the day it was assigned; `null`: no limit of its own. */
  sign: number | null
  steps: ProfileStep[]
  /** Limits by level; a level that is not here has only its own date. */
  limits: Partial<Record<Level, Limit>>
  path: Path
  extension: ExtensionRule
  /** Beyond the limit for 重大复杂 a plan with dates is asked for, approved by a leader, reported on monthly (domain.md B.2). */
  plan: boolean
  /** 四定 (目标、责任、时限、标准) are demanded: 整改 only (decisions.md "Holes of D.2"). */
  four: boolean
  ladder: Rung[]
}

/** The way to the end of D.2, which a matter takes unless its profile says otherwise. */
export const usualPath: Readonly<Path> = { asks: 'head', review: 'supervisor', short: false }

const DAY_BEFORE = { days: -1, kind: 'workday' } as const
const ON_THE_DAY = { days: 0, kind: 'workday' } as const
const DAY_AFTER = { days: 1, kind: 'workday' } as const
const THREE_AFTER = { days: 3, kind: 'workday' } as const

/** Before it, on the day, after it: to the handler, then his head, then the leader in charge (issue TIME "Reminding"). */
export const usualLadder: readonly Rung[] = [
  { of: 'sign', offset: DAY_AFTER, at: '9:07', to: 'head', word: '请尽快签收并分办' },
  { of: 'step', offset: DAY_BEFORE, at: '9:07', to: 'handler', word: '请按时办理' },
  { of: 'step', offset: ON_THE_DAY, at: '9:07', to: 'handler', word: '请今天办理' },
  { of: 'step', offset: DAY_AFTER, at: '9:07', to: 'head', word: '请督促补办' },
  { of: 'step', offset: THREE_AFTER, at: '9:07', to: 'charge', word: '请关注' },
  { of: 'due', offset: DAY_BEFORE, at: '9:07', to: 'handler', word: '请按时办结或报进展' },
  { of: 'due', offset: ON_THE_DAY, at: '9:07', to: 'handler', word: '请今天办结' },
  { of: 'due', offset: DAY_AFTER, at: '9:07', to: 'head', word: '请督促办结' },
  { of: 'due', offset: THREE_AFTER, at: '9:07', to: 'charge', word: '请关注' },
]
