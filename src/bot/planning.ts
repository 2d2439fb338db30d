/** 次月计划 in a turn: laid from the ledger as it stands, saved with its line of history. */
import { Declined } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Unit } from '../domain/people/person.ts'
import { unitsHeadedBy } from '../domain/people/rights.ts'
import { carriedOf } from '../domain/returns/carried.ts'
import { blank, laid, type Plan } from '../domain/returns/plan.ts'
import { monthMeant, planDue } from '../domain/returns/plan-days.ts'
import { planning, reads, unitMeant, writes } from '../domain/returns/planners.ts'
import { planCard } from '../views/plan.ts'
import type { PlanSeen } from '../views/plan-line.ts'
import { record } from './record.ts'
import type { Reply } from './reply.ts'
import type { Spoken, Turn } from './turn.ts'

/** Open matters of one unit that a plan may carry over. */
const MOST_CARRIED = 200

/** The plan of a unit for a month as the ledger has it now; what changed by that is saved. */
export async function layPlan(turn: Turn, unit: Unit, month: string): Promise<Plan> {
  const { store, directory } = turn
  const kept = (await store.plans.get(unit.id, month)) ?? blank(unit.id, month)
  if (kept.by !== null) return kept
  const own = await store.matters.find({ leads: [unit.id], limit: MOST_CARRIED })
  const members = directory.membersOf(unit.id).map((one) => one.id)
  const supported = await store.matters.list(await store.pending.supportedBy(members))
  const next = laid(kept, carriedOf(unit.id, own, supported))
  const same = kept.rev > 0 && JSON.stringify(next.lines) === JSON.stringify(kept.lines)
  return same ? kept : store.plans.save(next)
}

/** Everybody's plan for a month that owes one, laid or not. */
export async function plansFor(turn: Turn, month: string): Promise<{ unit: Unit; plan: Plan }[]> {
  const kept = await turn.store.plans.of(month)
  return planning(turn.directory).map((unit) => ({
    unit,
    plan: kept.find((one) => one.unit === unit.id) ?? blank(unit.id, month),
  }))
}

/** The unit and the month that a speaker means; declines what is not his to see. */
export async function planMeant(turn: Spoken, named: Unit | null): Promise<Plan> {
  const { actor, directory } = turn
  const unit = unitMeant(actor, named, directory)
  if (!reads(actor, unit, directory))
    throw new Declined('E-RIGHT-5', `${unit.name}的次月计划由本单位、综合科和局领导查看。`, [
      '次月计划',
    ])
  return layPlan(turn, unit, await monthOfPlan(turn, unit.id))
}

/** The month whose plan is spoken of: this one where it is still owed in its first days, else the next. */
export async function monthOfPlan({ store, today }: Turn, unit: number): Promise<string> {
  const now = await store.plans.get(unit, today.slice(0, 7))
  return monthMeant(today, now?.asked === true && now.by === null)
}

/** The month that the whole office speaks of: this one while anybody still owes it in its first days. */
export async function monthOfAll(turn: Turn): Promise<string> {
  const plans = await turn.store.plans.of(turn.today.slice(0, 7))
  return monthMeant(
    turn.today,
    plans.some((plan) => plan.asked && plan.by === null),
  )
}

/** Saves a change with its line of history; 撤销 puts back what was. */
export async function savePlan(
  turn: Spoken,
  before: Plan,
  after: Plan,
  what: string,
): Promise<Plan> {
  const unit = turn.directory.units.get(before.unit)
  if (!unit || !writes(turn.actor, unit))
    throw new Declined(
      'E-RIGHT-2',
      `${turn.directory.unitName(before.unit)}的次月计划由科室负责人或联络员报。`,
      ['次月计划'],
    )
  const saved = await turn.store.plans.save(after)
  const text = `${unit.name} ${before.month}：${what}`
  await record(turn, { verb: '次月计划', text, back: { what: 'plan', before } })
  return saved
}

/** The plan as a card, taking the tapped card's place. */
export async function planReply(turn: Spoken, plan: Plan, line: string): Promise<Reply> {
  const unit = turn.directory.units.get(plan.unit)
  const mine = unit !== undefined && writes(turn.actor, unit)
  const card = planCard(plan, { ...(await planSeen(turn, [plan])), mine })
  return { line, card, private: true, page: true }
}

/** What a view of plans has to know: the matters behind their lines, and when they are due. */
export async function planSeen(turn: Turn, plans: readonly Plan[]): Promise<PlanSeen> {
  const ids = plans.flatMap((plan) => plan.lines.flatMap((line) => line.matter ?? []))
  const matters = new Map<number, Matter>()
  for (let at = 0; at < ids.length; at += 200)
    for (const one of await turn.store.matters.list(ids.slice(at, at + 200)))
      matters.set(one.id, one)
  const { directory, calendar, now } = turn
  const due = plans[0] ? planDue(plans[0].month, calendar) : now
  return { directory, calendar, now, matters, due }
}

/** The plans that a person's units were asked for and have not confirmed. */
export async function plansOwedBy(turn: Spoken): Promise<{ unit: Unit; plan: Plan }[]> {
  const { actor, directory, store } = turn
  const units = [
    ...unitsHeadedBy(actor, directory),
    ...planning(directory).filter((unit) => writes(actor, unit)),
  ]
  const owed: { unit: Unit; plan: Plan }[] = []
  for (const unit of new Set(units)) {
    const plan = await store.plans.get(unit.id, await monthOfPlan(turn, unit.id))
    if (plan?.asked && plan.by === null) owed.push({ unit, plan })
  }
  return owed
}
