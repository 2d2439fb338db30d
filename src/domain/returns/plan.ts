/** 次月计划: what a unit means to do next month, carried over from what stays open (F11, Q42). */
import { Declined } from '../declined.ts'
import type { Instant } from '../time/day.ts'
import type { Carried } from './carried.ts'

export interface PlanLine {
  /** Its number in this plan, never used for another line. */
  n: number
  text: string
  /** The matter it was carried over from; null where somebody wrote it. */
  matter: number | null
  /** Somebody put the text into other words: the matter's title replaces it no more. */
  own: boolean
}

export interface Plan {
  unit: number
  /** `2026-12`: the month it is for. */
  month: string
  lines: PlanLine[]
  /** Matters that were struck out; they are not carried over again. */
  dropped: number[]
  /** The unit was asked for it. */
  asked: boolean
  /** Who confirmed it, and when; null while it is owed. */
  by: number | null
  at: Instant | null
  /** It came after its day. */
  late: boolean
  rev: number
}

/** More is a catalogue, not a month's plan. */
export const MOST_LINES = 60

/** An empty plan that nobody was asked for yet. */
export const blank = (unit: number, month: string): Plan => ({
  unit,
  month,
  lines: [],
  dropped: [],
  asked: false,
  by: null,
  at: null,
  late: false,
  rev: 0,
})

/** While it is owed, the plan follows the ledger: new matters join at the end, closed ones go. A confirmed one stands. */
export function laid(plan: Plan, carried: readonly Carried[]): Plan {
  if (plan.by !== null) return plan
  const open = new Map(carried.map((one) => [one.matter, one]))
  const kept = plan.lines.flatMap((line): PlanLine[] => {
    if (line.matter === null) return [line]
    const still = open.get(line.matter)
    if (!still) return []
    return [line.own ? line : { ...line, text: still.text }]
  })
  const known = new Set([...kept.map((line) => line.matter), ...plan.dropped])
  let n = highest(plan)
  const fresh = carried
    .filter((one) => !known.has(one.matter))
    .slice(0, Math.max(0, MOST_LINES - kept.length))
    .map((one): PlanLine => ({ n: ++n, text: one.text, matter: one.matter, own: false }))
  return { ...plan, lines: [...kept, ...fresh] }
}

/** One more line. */
export function added(plan: Plan, text: string): Plan {
  if (!text) throw new Declined('E-TEXT-1', '请写明要增加的工作。', ['次月计划 增 开展专项检查'])
  if (plan.lines.some((line) => line.text === text))
    throw new Declined('E-PLAN-2', '计划里已有这一项，不必重复。', ['次月计划'])
  if (plan.lines.length >= MOST_LINES)
    throw new Declined('E-PLAN-3', `一份计划最多${MOST_LINES}项，请合并后再增加。`, ['次月计划'])
  return {
    ...plan,
    lines: [...plan.lines, { n: highest(plan) + 1, text, matter: null, own: true }],
  }
}

/** Without that line; a matter struck out is not carried over again, and stays in the ledger as it is. */
export function dropped(plan: Plan, n: number): Plan {
  const line = lineOf(plan, n)
  return {
    ...plan,
    lines: plan.lines.filter((one) => one.n !== n),
    dropped: line.matter === null ? plan.dropped : [...plan.dropped, line.matter],
  }
}

/** That line in other words. */
export function reworded(plan: Plan, n: number, text: string): Plan {
  lineOf(plan, n)
  if (!text) throw new Declined('E-TEXT-1', '请写明改成什么。', [`次月计划 改 ${n} 开展专项检查`])
  return {
    ...plan,
    lines: plan.lines.map((line) => (line.n === n ? { ...line, text, own: true } : line)),
  }
}

/** The unit's word that this is its plan; said twice it is pointed to the first. */
export function confirmed(plan: Plan, act: { by: number; at: Instant }, due: Instant): Plan {
  if (plan.by !== null)
    throw new Declined('E-BURDEN-2', '次月计划已经报过，不用再报；有变化的请增、删、改。', [
      '次月计划',
    ])
  if (plan.lines.length === 0)
    throw new Declined('E-PLAN-4', '计划里还没有内容，请先增加至少一项。', [
      '次月计划 增 开展专项检查',
    ])
  return { ...plan, by: act.by, at: act.at, late: act.at > due }
}

function lineOf(plan: Plan, n: number): PlanLine {
  const line = plan.lines.find((one) => one.n === n)
  if (line) return line
  throw new Declined('E-PLAN-1', `计划里没有第${n}项，请核对编号。`, ['次月计划'])
}

const highest = ({ lines }: Plan): number => Math.max(0, ...lines.map((line) => line.n))
