/** 次月计划: asked for the working day before and on the day; who is missing at 16:10, the leaders' page at 17:40 (F11). */
import { job, privatePlace, sendingCard, type Turn } from '../bot/index.ts'
import { layPlan, planSeen, plansFor } from '../bot/planning.ts'
import type { Unit } from '../domain/people/person.ts'
import { isLeader, unitsInChargeOf } from '../domain/people/rights.ts'
import type { Plan } from '../domain/returns/plan.ts'
import { monthAfter, planDay, planDue, planEve } from '../domain/returns/plan-days.ts'
import { gatheringOffice, plannersOf, planning } from '../domain/returns/planners.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { missingSaid, planCard, plansCard } from '../views/plan.ts'
import { monthSaid } from '../views/plan-line.ts'

/** Each working day at that time: whether it is the day is asked when it comes, so that a late notice moves it. */
const daily =
  (clock: string) =>
  (after: Instant, calendar: Calendar): Instant => {
    const day = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(day, clock)
    return at > after ? at : instantAt(nextWorkday(day, calendar), clock)
  }

const asking = job({
  rule: 'plan',
  name: '次月计划提醒',
  late: 7 * 60,
  every: daily('9:12'),
  async run(turn) {
    const month = monthAfter(turn.today)
    const last = planDay(month, turn.calendar)
    if (turn.today !== last && turn.today !== planEve(month, turn.calendar)) return '不是提醒日'
    let asked = 0
    for (const unit of planning(turn.directory)) {
      const plan = await layPlan(turn, unit, month)
      if (plan.by !== null) continue
      const kept = plan.asked ? plan : await turn.store.plans.save({ ...plan, asked: true })
      for (const person of plannersOf(unit, turn.directory)) {
        await ask(turn, kept, person)
        asked += 1
      }
    }
    return asked > 0 ? undefined : '均已报'
  },
})

async function ask(turn: Turn, plan: Plan, person: number): Promise<void> {
  await turn.post({
    kind: 'send',
    place: privatePlace(person),
    body: sendingCard(planCard(plan, { ...(await planSeen(turn, [plan])), mine: true })),
    class: 'scheduled',
    say: '次月计划',
    key: `plan:${plan.unit}:${plan.month}:${turn.today}:${person}`,
  })
}

const missing = job({
  rule: 'plan-missing',
  name: '次月计划未报清单',
  late: 2 * 60,
  every: daily('16:10'),
  async run(turn) {
    const month = monthAfter(turn.today)
    if (turn.today !== planDay(month, turn.calendar)) return '不是报送日'
    const rows = await plansFor(turn, month)
    const absent = rows.filter(({ plan }) => plan.by === null).map(({ unit }) => unit)
    const office = gatheringOffice(turn.directory)
    if (absent.length === 0 || !office) return '均已报'
    const due = planDue(month, turn.calendar)
    const line = missingSaid(month, absent, rows.length, { ...turn, due })
    for (const person of plannersOf(office, turn.directory))
      await turn.post({
        kind: 'send',
        place: privatePlace(person),
        body: { content: { lines: [line] }, line },
        class: 'scheduled',
        say: '次月计划 未报',
        key: `plan-missing:${month}:${person}`,
      })
    return undefined
  },
})

const page = job({
  rule: 'plan-page',
  name: '次月计划汇总',
  late: 16 * 60,
  every: daily('17:40'),
  async run(turn) {
    const month = monthAfter(turn.today)
    if (turn.today !== planDay(month, turn.calendar)) return '不是报送日'
    const rows = await plansFor(turn, month)
    let sent = 0
    for (const person of turn.directory.people.values()) {
      if (person.left || !isLeader(person) || turn.directory.absentOn(person.id, turn.today))
        continue
      const own = rows.filter(({ unit }) => inField(unit))
      const ready = own.flatMap(({ plan }) => (plan.by === null ? [] : [plan]))
      if (ready.length === 0) continue
      await turn.post({
        kind: 'send',
        place: privatePlace(person.id),
        body: sendingCard(plansCard(month, own, await planSeen(turn, ready))),
        class: 'scheduled',
        weight: 'page',
        say: '次月计划 汇总',
        key: `plan-page:${month}:${person.id}`,
      })
      sent += 1

      function inField(unit: Unit): boolean {
        if (person.post === 'principal') return true
        return unitsInChargeOf(person, turn.directory).some((one) => one.id === unit.id)
      }
    }
    return sent > 0 ? undefined : `没有科室报${monthSaid(month)}计划`
  },
})

export default [asking, missing, page]
