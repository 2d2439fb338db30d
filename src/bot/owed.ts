/** 待报: what comes round and a person still owes, to stand above his 待办. */

import { PICTURE } from '../domain/returns/incident.ts'
import { planDue } from '../domain/returns/plan-days.ts'
import { monthSaid } from '../views/plan-line.ts'
import { whenSaid } from '../views/words.ts'
import { plansOwedBy } from './planning.ts'
import type { Spoken } from './turn.ts'
import { briefsOwedBy } from './watching.ts'

export interface Owed {
  /** What it is, and until when. */
  line: string
  label: string
  /** The sentence that shows it. */
  say: string
}

/** The returns that the speaker's units were asked for and have not given. */
export async function owedBy(turn: Spoken): Promise<Owed[]> {
  const plans = await plansOwedBy(turn)
  const incidents = await briefsOwedBy(turn)
  const briefs = incidents.map((one) => ({
    line: `待报：${one.name}日报 · 今天${PICTURE}前一句话`,
    label: '无变化',
    say: `日报 ${one.name} 无变化`,
  }))
  const owed = plans.map(({ unit, plan }) => {
    const until = whenSaid(planDue(plan.month, turn.calendar), turn.now, turn.calendar)
    return {
      line: `待报：${unit.name}${monthSaid(plan.month)}工作计划 · ${until} 前`,
      label: '次月计划',
      say: `次月计划 ${unit.name}`,
    }
  })
  return [...briefs, ...owed]
}
