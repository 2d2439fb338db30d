/** 次月计划: a unit's plan for next month, laid from what stays open; one tap confirms it (F11). */
import {
  allUnits,
  anyone,
  command,
  Declined,
  oneOf,
  optional,
  type PlanAct,
  planAct,
  planDraft,
  planLine,
  planUnit,
  remark,
  type Spoken,
  tellPeople,
} from '../src/bot/index.ts'
import { sendPlans } from '../src/bot/plan-paper.ts'
import {
  monthOfAll,
  planMeant,
  planReply,
  planSeen,
  plansFor,
  savePlan,
} from '../src/bot/planning.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { seesAll, speaksFor } from '../src/domain/people/rights.ts'
import { added, confirmed, dropped, type Plan, reworded } from '../src/domain/returns/plan.ts'
import { planDue } from '../src/domain/returns/plan-days.ts'
import { gathers } from '../src/domain/returns/planners.ts'
import { missingSaid, plansCard } from '../src/views/plan.ts'
import { monthSaid } from '../src/views/plan-line.ts'

const words = [
  '次月计划',
  '次月工作计划',
  '下月计划',
  '下月工作计划',
  '下个月计划',
  '下个月工作计划',
] as const

const UNDO = '10分钟内可说“撤销”。'

const plan = command({
  name: '次月计划',
  aliases: words.slice(1),
  trails: true,
  also: /^(?:查看?|看一?看?)(?:一下|下)?\s*(?=(?:[\p{Script=Han}]{1,7}[科室办局]的?)?(?:次|下个?)月(?:工作)?计划)/u,
  about: '例会',
  summary: '每月最后一个工作日报下月工作计划，由在办事项预先填好；可增、删、改，一点确认',
  says: ['{word} {all} {unit} {again} {act} {line} {draft} {text}'],
  slots: {
    word: optional(oneOf('次月计划', words)),
    all: allUnits,
    unit: planUnit,
    again: optional(oneOf('次月计划', words)),
    act: planAct,
    line: planLine,
    draft: planDraft,
    text: remark,
  },
  who: anyone,
  examples: [
    '次月计划',
    '次月计划 增 开展专项债券使用检查',
    '次月计划 删 1',
    '次月计划 确认',
    '次月计划 汇总',
  ],
  changes: true,
  async run(turn, { all, unit, act, line, draft, text }) {
    if (all || act === '汇总' || act === '未报') return bureau(turn, act)
    const before = await planMeant(turn, unit)
    if (act === '导出')
      return sendPlans(turn, turn.directory.units.get(before.unit) ?? null, [before])
    if (act === null) return look(turn, before, text)
    if (act === '确认') return confirm(turn, before, draft)
    return edit(turn, before, act, line ?? 0, text)
  },
})

const reporting = command({
  name: '报次月计划',
  aliases: ['确认次月计划', '提交次月计划'],
  also: /^(?:上?报(?:送|一下)?|确认|提交)\s*(?:我[科室们]+的?|本科室?的?)?(?:次|下个?)月(?:工作)?计划/,
  about: '例会',
  summary: '确认并上报次月计划，与“次月计划 确认”相同',
  says: ['{unit}'],
  slots: { unit: planUnit },
  who: anyone,
  examples: ['报次月计划'],
  changes: true,
  async run(turn, { unit }) {
    return confirm(turn, await planMeant(turn, unit), null)
  },
})

export default [plan, reporting]

async function look(turn: Spoken, before: Plan, text: string) {
  if (/^(?:还|尚|暂|都)*(?:没|未|不)/u.test(text))
    throw new Declined('E-SAY-3', '听到的是还没有，计划未作变动。', ['次月计划'])
  if (text)
    throw new Declined('E-SAY-1', `没有看懂要对次月计划做什么。`, [
      `次月计划 增 ${text}`,
      '次月计划',
    ])
  const month = monthSaid(before.month)
  return planReply(turn, before, `${month}工作计划：${before.lines.length}项`)
}

async function edit(turn: Spoken, before: Plan, act: PlanAct, n: number, text: string) {
  const line = before.lines.find((one) => one.n === n)
  const next =
    act === '增'
      ? added(before, text)
      : act === '删'
        ? dropped(before, n)
        : reworded(before, n, text)
  const what =
    act === '增'
      ? `增加“${text}”`
      : `${act}第${n}项${act === '改' ? `为“${text}”` : `“${line?.text}”`}`
  const after = await savePlan(turn, before, next, what)
  const unit = turn.directory.unitName(before.unit)
  return planReply(turn, after, `${unit}${monthSaid(before.month)}计划已${what}。${UNDO}`)
}

async function confirm(turn: Spoken, before: Plan, draft: number | null) {
  const { actor, at, calendar, directory } = turn
  if (draft !== null && draft !== before.rev && before.by === null)
    return planReply(turn, before, '计划已有改动，未确认。请核对后再点确认。')
  const due = planDue(before.month, calendar)
  const next = confirmed(before, { by: actor.id, at }, due)
  const after = await savePlan(turn, before, next, `确认，${next.lines.length}项`)
  const unit = directory.units.get(before.unit)
  const said = `${unit?.name}${monthSaid(before.month)}工作计划${next.lines.length}项已报综合科${next.late ? '（补报）' : ''}`
  if (unit?.head && !speaksFor(actor, unit.head))
    await tellPeople(turn, [unit.head], `${actor.name}：${said}。可说“次月计划”查看、修改。`)
  return planReply(turn, after, `${said}。${UNDO}`)
}

/** Everybody's plans: the one page and the table for leaders and the gathering office, who is missing for that office alone. */
async function bureau(turn: Spoken, act: PlanAct | null) {
  const { actor, directory, calendar } = turn
  const office = gathers(actor, directory)
  if (act === '未报' && !office)
    throw new Declined('E-RIGHT-5', '哪些科室未报，只告诉综合科。', ['次月计划'])
  if (act !== null && act !== '汇总' && act !== '导出' && act !== '未报')
    throw new Declined('E-PLAN-7', '计划由各科室自己增、删、改和确认。', ['次月计划 汇总'])
  if (!office && !seesAll(actor))
    throw new Declined('E-RIGHT-5', '各科室的计划由局领导、督查室和综合科查看。', ['次月计划'])
  const month = await monthOfAll(turn)
  const rows = await plansFor(turn, month)
  const of = (wanted: (plan: Plan) => boolean): { unit: Unit; plan: Plan }[] =>
    rows.filter((row) => wanted(row.plan))
  const ready = of((one) => one.by !== null).map((row) => row.plan)
  if (act === '导出') return sendPlans(turn, null, ready)
  if (act === '未报') {
    const missing = of((one) => one.by === null).map((row) => row.unit)
    const due = planDue(month, calendar)
    return { line: missingSaid(month, missing, rows.length, { ...turn, due }), private: true }
  }
  const card = plansCard(month, rows, await planSeen(turn, ready))
  return { line: `${monthSaid(month)}工作计划：已报${ready.length}个科室`, card, private: true }
}
