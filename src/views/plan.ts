/** 次月计划 as cards: a unit's own, the leaders' one page, and who is missing for the office that gathers. */
import { button, buttons, card, form, hr, input, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Plan } from '../domain/returns/plan.ts'
import { clockOf, type Instant } from '../domain/time/day.ts'
import { monthSaid, type PlanSeen, planLineSaid } from './plan-line.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** Lines on one card; the rest is in the table. */
const LINES = 30
/** Units unfolded one by one on the leaders' page. */
const UNITS = 40
/** Lines of one unit on that page. */
const EACH = 8

/** A unit's plan: what it holds, when it is due, one tap to confirm. */
export function planCard(plan: Plan, seen: PlanSeen & { mine: boolean }): Card {
  const unit = seen.directory.unitName(plan.unit)
  const elements: Element[] = [note(stateOf(plan, seen))]
  for (const line of plan.lines.slice(0, LINES)) elements.push(text(planLineSaid(line, plan, seen)))
  if (plan.lines.length === 0) elements.push(note('还没有内容，请增加至少一项。'))
  if (plan.lines.length > LINES)
    elements.push(note(`另有${plan.lines.length - LINES}项，请说“次月计划 导出”查看。`))
  if (seen.mine) {
    elements.push(
      form('plan', [
        input({ name: 'text', placeholder: '要增加的工作', max: 200 }),
        button({
          text: '增加一项',
          say: `次月计划 ${unit} 增 {text}`,
          submit: true,
          name: 'add',
        }),
      ]),
      hr(),
      note('改一项请说“次月计划 改 3 …”，不列一项请说“次月计划 删 3”。'),
    )
    elements.push(buttons(tapsOf(plan, unit)))
  }
  return card({
    title: `${unit} ${monthSaid(plan.month)}工作计划（${plan.lines.length}项）`,
    color: plan.by === null ? 'blue' : 'green',
    summary: `${monthSaid(plan.month)}工作计划`,
    elements,
  })
}

function tapsOf(plan: Plan, unit: string) {
  const file = button({ text: '导出', say: `次月计划 ${unit} 导出` })
  if (plan.by !== null) return [file]
  // The version goes along: a card that is older than the plan confirms nothing unseen.
  const say = `次月计划 ${unit} 确认 第${plan.rev}稿`
  return [button({ text: '确认上报', say, type: 'primary' }), file]
}

function stateOf(plan: Plan, { due, now, calendar, directory }: PlanSeen): string {
  const until = whenSaid(due, now, calendar)
  if (plan.by === null || plan.at === null)
    return `${now > due ? `应于 ${until} 前报，请补报` : `请于 ${until} 前确认`}。没有变化的，点一下即可。`
  const when = whenSaid(plan.at, now, calendar)
  return `${directory.name(plan.by)} ${when} 确认${plan.late ? '（补报）' : ''}。`
}

/** The leaders' page: what was confirmed, unit by unit; who has not is not named here. */
export function plansCard(
  month: string,
  rows: readonly { unit: Unit; plan: Plan }[],
  seen: PlanSeen,
): Card {
  const confirmed = rows.filter(({ plan }) => plan.by !== null)
  const all = confirmed.reduce((sum, { plan }) => sum + plan.lines.length, 0)
  const elements: Element[] = [
    note(`${rows.length}个科室，已报${confirmed.length}个，共${all}项。点一行展开。`),
  ]
  for (const { unit, plan } of confirmed.slice(0, UNITS)) {
    const lines = plan.lines.slice(0, EACH).map((line) => planLineSaid(line, plan, seen))
    const more = plan.lines.length - lines.length
    const title = `${unit.name}（${plan.lines.length}项${plan.late ? '，补报' : ''}）`
    elements.push(
      panel(title, [text([...lines, ...(more > 0 ? [`另有${more}项`] : [])].join('\n'))]),
    )
  }
  if (confirmed.length > UNITS)
    elements.push(note(`另有${confirmed.length - UNITS}个科室，请导出查看。`))
  if (confirmed.length > 0)
    elements.push(buttons([button({ text: '导出', say: '次月计划 全局 导出' })]))
  return card({
    title: `各科室${monthSaid(month)}工作计划`,
    color: 'blue',
    summary: `${monthSaid(month)}工作计划：${confirmed.length}个科室已报`,
    elements,
  })
}

/** Who has not reported, in words, for the office that gathers alone. */
export function missingSaid(
  month: string,
  missing: readonly Unit[],
  all: number,
  seen: Seen & { due: Instant },
): string {
  const at = clockOf(seen.now)
  if (missing.length === 0) return `${monthSaid(month)}工作计划，${all}个科室已报齐。`
  const names = missing.map((unit) => unit.name).join('、')
  return `${monthSaid(month)}工作计划，截至${at}，${all}个科室已报${all - missing.length}个，未报${missing.length}个：${names}。只发综合科，请勿转群。`
}
