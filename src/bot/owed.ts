/** 待报: what comes round and a person still owes, to stand above his 待办. */

import { planDue } from '../domain/returns/plan-days.ts'
import { monthSaid } from '../views/plan-line.ts'
import { whenSaid } from '../views/words.ts'
import { plansOwedBy } from './planning.ts'
import type { Spoken } from './turn.ts'

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
  return plans.map(({ unit, plan }) => {
    const until = whenSaid(planDue(plan.month, turn.calendar), turn.now, turn.calendar)
    return {
      line: `待报：${unit.name}${monthSaid(plan.month)}工作计划 · ${until} 前`,
      label: '次月计划',
      say: `次月计划 ${unit.name}`,
    }
  })
}
