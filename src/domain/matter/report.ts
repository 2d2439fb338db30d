/** 报: the person carrying a matter tells how it stands; one line is enough (D.2 row 7). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { heads, speaksFor } from '../people/rights.ts'
import { numberOf } from '../time/numerals.ts'
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

/** What another share says of something else: 同比增长60%, 利率3%, 占比40%. */
const OTHER =
  /(?:同比|环比|增长|增幅|增速|增加|下降|降低|减少|上浮|下浮|占比?|比例|[利税费]率|满意[度率]|合格率)[^，。；,;%％]{0,6}?\d+(?:\.\d+)?\s*[%％]/g
const SHARE = /(?<![\d.])(\d{1,3})(?:\.\d+)?\s*[%％]/
/** 由40%提高到60%: the later of the two. */
const RISEN = /(?:由|从)[^，。；,;]*?[%％][^，。；,;]*?(?:到|至|为)\s*(\d{1,3})(?:\.\d+)?\s*[%％]/
/** 百分之六十, 完成六成, 完成一半. */
const SPELT = /百分之\s*([\d一二三四五六七八九十百零两]{1,4})/
const TENTHS =
  /(?:完成|进度|达到?|推进|办理)[^，。；,;]{0,4}?([一二三四五六七八九1-9])成(?!效|果|立|员|本)/
const HALF = /(?:完成|进度|推进)[^，。；,;过]{0,3}?一半/

/** The share done that a sentence states, 0 to 100: `完成60%`, `６０％`, `百分之六十`, `六成`; `已全部完成` is not a number, nor is one in quotes. */
export function percentIn(text: string): number | null {
  const half = text
    .replace(/“[^”]*”/g, ' ')
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const said = (RISEN.exec(half) ?? SHARE.exec(half.replace(OTHER, ' ')))?.[1]
  const percent = said === undefined ? spelt(half) : Number(said)
  return percent !== undefined && percent <= 100 ? percent : null
}

function spelt(text: string): number | undefined {
  const hundredths = SPELT.exec(
    text.replace(/(?:同比|环比|增长|下降|占)[^，。；,;]{0,6}百分之/g, ' '),
  )
  if (hundredths) return numberOf(hundredths[1]!)
  const tenths = TENTHS.exec(text)
  if (tenths) return 10 * (numberOf(tenths[1]!) ?? 0)
  return HALF.test(text) ? 50 : undefined
}
