/** What one matter of the year is: where it comes from, who says what about it and when, and what it must come to. */
import { people } from '../sample/people.ts'
import { units as first, type SampleUnit } from '../sample/units.ts'
import type { Day } from './almanac.ts'

/** Where a matter comes from, by the table of domain.md E.4; 交办: what a task force has in hand, besides its 300. */
export type Source = '周交办' | '批转' | '党组' | '议定' | '窗口' | '说不' | '交办'

/** One sentence of one person at one moment; `{n}` stands for the matter's number. */
export interface Deed {
  at: number
  /** A person's key in the sample office; null where the clock does it, and nobody says it. */
  by: string | null
  say: string
  /** The absent person in whose place it is said. */
  place?: string
  /** The rules decline it: nothing may come of it. */
  declined?: true
}

/** A step of a rule that has a day of its own, counted here. */
export interface DatedStep {
  name: string
  due: number
}

/** One matter from the moment it stands in the ledger to its end. */
export interface Fate {
  /** `第12件`: in its title, and in no other's. */
  mark: string
  source: Source
  level: '一般' | '简单' | '重大复杂'
  /** The moment it is put into the ledger. */
  born: number
  /** Who leads first; after a 退签 another. */
  lead: string
  /** Whose word it is: the 督查室's, a leader's, or that of the first-asked person. */
  author: string
  /** 首问责任人, where a client waits. */
  firstAsked?: string
  handler: string
  /** Another carries it from a moment on. */
  handover?: { at: number; to: string }
  /** Units asked to support it from the first. */
  supports: string[]
  /** The date it must have by the rules, counted here; extensions come later. */
  due: number
  steps: DatedStep[]
  /** What is said of it after its birth. */
  deeds: Deed[]
}

/** A birth: the sentences that bring one matter or several into the ledger. */
export interface Birth {
  deeds: Deed[]
  fates: Fate[]
  /** The mark of the matter that `{of}` stands for. */
  of?: string
}

/** A name with which the platform's mention is typed. */
export const mention = (key: string): string => {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} in the sample office`)
  return `@[${found.openId}]`
}

/** The task force that is founded in the year, with a last day. */
export const FOUNDED: SampleUnit = {
  ...{ name: '数据要素专班', aliases: [], kind: 'task_force', parent: null },
  ...{ head: 'lina', charge: 'zhengguodong', members: ['wangqiang', 'zhaomin', 'taozhiguo'] },
}

/** Every unit that the year has, in the order of the roster. */
export const units: readonly SampleUnit[] = [...first, FOUNDED]

const unitNamed = (name: string) => units.find((unit) => unit.name === name)

/** The head of a unit, by key. */
export const headOf = (unit: string): string => unitNamed(unit)?.head ?? ''

/** The leader in charge of a unit, by key. */
export const chargeOf = (unit: string): string => unitNamed(unit)?.charge ?? ''

/** The three of the 督查室. */
export const supervisors = people
  .filter((one) => one.roles.includes('supervisor'))
  .map((one) => one.key)

/** The one of them who speaks for it. */
export const SUPERVISOR = 'chenjing'

/** The bureau's leaders, the principal among them. */
export const leaders = people
  .filter((one) => one.post === 'principal' || one.post === 'leader')
  .map((one) => one.key)

/** A leader's word: it closes by him. */
export const isLeader = (key: string): boolean => leaders.includes(key)

/** The units in which one of the 督查室 sits, or in whose house. */
const ownHouses = new Set(
  people
    .filter((one) => supervisors.includes(one.key))
    .flatMap(({ unit }) => [unit, unitNamed(unit)?.parent ?? unit]),
)

/** The 督查室 reviews what others did; on its own house's work decide the leader whose word it is and the one in charge. */
export function reviewersOf(lead: string, author: string): string[] {
  if (!ownHouses.has(lead)) return supervisors
  return [...new Set([...(isLeader(author) ? [author] : []), chargeOf(lead)])]
}

/** `3月8日`. */
export const spoken = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
