/** 次月计划 as a file, for the asker alone. */

import { Declined } from '../domain/declined.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Plan } from '../domain/returns/plan.ts'
import { planSheet } from '../views/plan-sheet.ts'
import { privatePlace } from './place.ts'
import { planSeen } from './planning.ts'
import { sheetsFile } from './printed.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** Sends the plans as an .xlsx into the asker's private chat; `unit` is null for all of them. */
export async function sendPlans(
  turn: Spoken,
  unit: Unit | null,
  plans: readonly Plan[],
): Promise<Reply> {
  const [first] = plans
  if (!first || plans.every((plan) => plan.lines.length === 0))
    throw new Declined('E-PLAN-6', '还没有可以导出的计划。', ['次月计划'])
  const whose = unit?.name ?? '各科室'
  const sheet = planSheet(whose, plans, await planSeen(turn, plans))
  await turn.post({
    ...sheetsFile(`${whose}${first.month}工作计划.xlsx`, [sheet], turn.now),
    place: privatePlace(turn.actor.id),
    class: 'answer',
  })
  return { line: `${whose}的计划共${sheet.rows.length}项，表格已私聊发给您。` }
}
