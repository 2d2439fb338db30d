/** A line of a month's plan in words: carried over or new, with the date the matter has. */
import { type Matter, nextDate } from '../domain/matter/matter.ts'
import type { Plan, PlanLine } from '../domain/returns/plan.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened } from './words.ts'

export interface PlanSeen extends Seen {
  /** The matters behind the lines. */
  matters: ReadonlyMap<number, Matter>
  /** When the plan is due. */
  due: Instant
}

/** 到期: falls due in the plan's month or before. 续办: goes on beyond it. 挂起: comes up for review. 新增: written by the unit. */
export type Kind = '到期' | '续办' | '挂起' | '新增'

/** What kind of line it is in the plan of a month. */
export function kindOf(line: PlanLine, month: string, matter: Matter | undefined): Kind {
  if (line.matter === null || !matter) return '新增'
  if (matter.suspended) return '挂起'
  return dayOf(nextDate(matter)).slice(0, 7) <= month ? '到期' : '续办'
}

/** `3. 12号 报送项目清单 · 12月18日 周五（到期）`. */
export function planLineSaid(line: PlanLine, plan: Plan, seen: PlanSeen): string {
  const matter = line.matter === null ? undefined : seen.matters.get(line.matter)
  const number = line.matter === null ? '' : `${line.matter}号 `
  const day = matter ? ` · ${daySaid(dayOf(nextDate(matter)), dayOf(seen.now))}` : ''
  const kind = kindOf(line, plan.month, matter)
  return `${line.n}. ${number}${shortened(line.text, 60)}${day}（${kind}）`
}

/** `12月` of `2026-12`. */
export const monthSaid = (month: string): string => `${Number(month.slice(5))}月`
