/** 报: the person carrying a matter tells how it stands; one line is enough (D.2 row 7). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { heads, speaksFor } from '../people/rights.ts'
import type { Act, Decision } from './decision.ts'
import type { Matter } from './matter.ts'
import { step } from './rights.ts'
import { stepsAfter } from './steps.ts'
import { supportBy } from './support.ts'
import { answerSupport } from './supporting.ts'

/**
 * A line of progress; `完成60%` in it sets the percentage. A late line never overwrites a newer one. What a
 * supporting unit says is its part.
 */
export function report(matter: Matter, act: Act, text: string, directory: Directory): Decision {
  const carrying = carries(act.by, matter, directory)
  const support = carrying ? undefined : supportBy(act.by, matter, directory)
  if (support) return answerSupport(matter, act, support, text, directory)
  const status = step(matter, act.by, 'feedback', directory)
  if (!text) throw new Declined('E-TEXT-1', '请写一句进展。', [`报 ${matter.id} 已完成初稿`])
  const late = matter.report !== null && matter.report.at > act.at
  const newest = late ? matter.report : { by: act.by.id, at: act.at, text }
  const percent = late ? matter.percent : (percentIn(text) ?? matter.percent)
  const steps = stepsAfter(matter.steps, 'feedback', act.at)
  const changed = Math.max(matter.changed, act.at)
  return {
    matter: { ...matter, status, report: newest, percent, steps, changed },
    verb: '报',
    text,
    notices: [],
  }
}

/** Whether the person may report: the handler, or the lead unit's head. */
export function carries(by: Person, matter: Matter, directory: Directory): boolean {
  return speaksFor(by, matter.handler) || heads(by, directory.units.get(matter.lead))
}

/** The share done that a sentence states, 0 to 100: `完成60%`, `６０％`; `已全部完成` is not a number, nor is one in quotes. */
export function percentIn(text: string): number | null {
  const half = text
    .replace(/“[^”]*”/g, ' ')
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const found = /(?<![\d.])(\d{1,3})(?:\.\d+)?\s*[%％]/.exec(half)
  const percent = found ? Number(found[1]) : Number.NaN
  return percent <= 100 ? percent : null
}
