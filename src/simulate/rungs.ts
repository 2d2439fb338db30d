/** 说"不" up its rungs: the handler cannot, and each above him passes it up, keeps silent, or can (domain.md B.6, E.4). */
import { at, dayOf, plusWorkdays } from './almanac.ts'
import type { Chance } from './chance.ts'
import { chargeOf, type Fate, headOf } from './fate.ts'
import type { Pace } from './pace.ts'

const PRINCIPAL = 'limingyuan'

/** How far the 16 of the year go: who can do it after all, or the principal's last word. */
const ENDS = ['head', 'charge', 'head', 'final', 'principal', 'head', 'charge', 'charge'] as const

const LAST = {
  principal: '能办 {n} 由我牵头协调市直部门',
  final: '不予办理 {n} 依据《惠企贴息办法》第九条 答复 您的申请不在补贴范围，可向人行申请再贷款',
}

/** Goes up from the handler; gives whether it ended with a final no. */
export function rungs(chance: Chance, fate: Fate, pace: Pace, lead: string): (typeof ENDS)[number] {
  const end = ENDS[Number(fate.mark.replace(/\D/g, '')) % ENDS.length] ?? 'head'
  pace.after(20, 90, fate.handler, '说不 {n} 需国土部门确权，本科室无权办理')
  const next = plusWorkdays(dayOf(pace.now()), 1)
  // Of the two working days the head has the first morning, the leader the first day (src/simulate counts it anew).
  const holders = [
    { who: headOf(lead), name: 'head', by: at(next, '12:00') },
    { who: chargeOf(lead), name: 'charge', by: at(next, '18:00') },
  ]
  for (const { who, name, by } of holders) {
    if (end === name) {
      pace.after(10, 60, who, '能办 {n} 由我牵头协调国土部门')
      return end
    }
    if (chance.happens(0.3)) pace.at(by, null, '逾时未答复，提级')
    else pace.after(10, 60, who, '说不 {n} 涉及外部门职权，请上级协调')
  }
  pace.after(10, 60, PRINCIPAL, LAST[end === 'final' ? 'final' : 'principal'])
  return end
}
