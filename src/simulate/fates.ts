/** What becomes of each of the year's matters, drawn from a seed: who says what, and when (domain.md E.4). */
import { people } from '../sample/people.ts'
import { units } from '../sample/units.ts'
import {
  at,
  type Day,
  dayOf,
  onOrAfterWorkday,
  plusDays,
  plusWork,
  plusWorkdays,
} from './almanac.ts'
import type { Chance } from './chance.ts'

/** One sentence of one person at one moment; `{n}` stands for the matter's number. */
export interface Deed {
  at: number
  /** A person's key in the sample office. */
  by: string
  say: string
}

export type Outcome = 'on-time' | 'late' | 'open'

/** One matter from its assignment to its end. */
export interface Fate {
  /** Unlike any other's. */
  title: string
  lead: string
  handler: string
  outcome: Outcome
  /** The date it must have by the rules, counted here; extensions come later. */
  due: number
  deeds: Deed[]
}

const HOUR = 60
const DAY_OF_WORK = 6 * HOUR + 40

const SUPERVISOR = 'chenjing'
const LEADERS = ['limingyuan', 'zhengguodong', 'hanlifeng', 'shenhuimin'] as const

const TOPICS = [
  '报送惠企贴息资金拨付情况',
  '梳理专项债券项目储备',
  '汇总银企对接签约进度',
  '核对预算绩效目标',
  '完善国库集中支付流程',
  '摸排问题楼盘化解进展',
  '报送农业保险保费补贴清单',
  '清查闲置资产盘活情况',
  '整理上市后备企业诉求',
  '修订内部控制制度',
]

const RESULTS = [
  '方案已报送市政府办',
  '已按要求办结并报送',
  '问题已解决，企业无异议',
  '清单已汇总上报',
]

/** The traps of domain.md E.4 that are dates: assigned on these days, each once. */
const TRAPS: readonly (readonly [Day, string])[] = [
  ['2022-01-27', '9:20'],
  ['2022-01-30', '10:05'],
  ['2022-04-28', '15:20'],
  ['2022-08-12', '17:50'],
  ['2022-09-29', '9:40'],
]

const departments = units.filter((unit) => unit.kind === 'department')

/** The 督查室 reviews what others did; on its own house's work decides the leader in charge. */
export function reviewersOf(lead: string): string[] {
  const supervisors = people.filter((one) => one.roles.includes('supervisor'))
  const charge = units.find((unit) => unit.name === lead)?.charge
  const house = [lead, ...units.flatMap(({ name, parent }) => (parent === lead ? [name] : []))]
  if (charge && supervisors.some((one) => house.includes(one.unit))) return [charge]
  return supervisors.map((one) => one.key)
}

/** As many fates as asked for, all assigned between the first and the last day; the mix is that of the sample year. */
export function fatesOf(chance: Chance, count: number, first: Day, last: Day): Fate[] {
  const late = Math.round((count * 7) / 300)
  const open = Math.round((count * 6) / 300)
  const outcomes = chance.shuffled<Outcome>(
    Array.from({ length: count }, (_, i) =>
      i < late ? 'late' : i < late + open ? 'open' : 'on-time',
    ),
  )
  const days: Day[] = []
  for (let day = onOrAfterWorkday(first); day <= last; day = plusWorkdays(day, 1)) days.push(day)
  const traps = TRAPS.filter(([day]) => first <= day && day <= last)
  return outcomes.map((outcome, i) => {
    const [day, clock] = traps[i] ?? [chance.pick(days), undefined]
    const born = clock ? at(day, clock) : plusWork(at(day, '8:40'), chance.between(0, DAY_OF_WORK))
    return fate(chance, i + 1, outcome, born)
  })
}

function fate(chance: Chance, serial: number, outcome: Outcome, born: number): Fate {
  const unit = chance.pick(departments)
  const handler = chance.pick(
    people.filter((one) => one.unit === unit.name && one.key !== unit.head && one.post === 'staff'),
  ).key
  const instructed = chance.happens(0.25)
  const author = instructed ? chance.pick(LEADERS) : SUPERVISOR
  const [reviewer = SUPERVISOR] = reviewersOf(unit.name)
  const decider = instructed ? author : reviewer
  const title = `${chance.pick(TOPICS)}（第${serial}件）`
  const { said, due } = dated(chance, born)
  const deeds: Deed[] = [{ at: born, by: author, say: `交办 ${unit.name} ${title} ${said}` }]
  const add = (when: number, by: string, say: string) => deeds.push({ at: when, by, say })

  let now = plusWork(born, chance.between(10, 3 * HOUR))
  if (chance.happens(0.7)) add(now, unit.head, `签收并分办 {n} ${mention(handler)}`)
  else {
    add(now, unit.head, '签收 {n}')
    now = plusWork(now, chance.between(5, 2 * HOUR))
    add(now, unit.head, `分办 {n} ${mention(handler)} 先摸底再拿方案`)
  }
  let end = due
  if (chance.happens(0.09)) {
    const asked = plusWork(now, chance.between(30, 2 * HOUR))
    if (asked < due) {
      const granted = chance.happens(0.85)
      const later = plusWorkdays(dayOf(due), chance.between(2, 5))
      add(asked, unit.head, `延期 {n} 到${spoken(later)} 等省厅批复`)
      const answered = plusWork(asked, chance.between(10, HOUR))
      add(answered, decider, granted ? '同意 {n} 延期' : '不准延 {n} 请按原时限办理')
      if (granted) end = at(later, '18:00')
      now = answered
    }
  }
  const reports = chance.between(1, 3)
  for (let i = 0; i < reports; i++) {
    const next = plusWork(now, chance.between(HOUR, DAY_OF_WORK))
    if (next >= end) break
    add(next, handler, `报 {n} 已走访${chance.between(2, 40)}家企业，完成${20 + 20 * i}%`)
    now = next
  }
  if (outcome !== 'open')
    finish(chance, { outcome, now, end, head: unit.head, reviewer, decider, add })
  return { title, lead: unit.name, handler, outcome, due, deeds }
}

interface Ending {
  outcome: Outcome
  now: number
  end: number
  head: string
  /** Who reviews, and whose word strikes it off. */
  reviewer: string
  decider: string
  add(at: number, by: string, say: string): void
}

/** 申请办结、审核、销号; one in fourteen is returned first. */
function finish(chance: Chance, { outcome, now, end, head, reviewer, decider, add }: Ending): void {
  const before = plusWork(now, chance.between(20, HOUR))
  let asked =
    outcome === 'late'
      ? plusWork(end, chance.between(HOUR, 2 * DAY_OF_WORK))
      : Math.min(Math.max(before, end - chance.between(1, 20) * 3_600_000), end - 60_000)
  asked = Math.max(asked, now + 60_000)
  add(asked, head, `办结 {n} ${chance.pick(RESULTS)}`)
  if (chance.happens(0.07)) {
    asked = plusWork(asked, chance.between(20, 3 * HOUR))
    add(asked, reviewer, '退回 {n} 缺附件，请补充')
    asked = plusWork(asked, chance.between(HOUR, DAY_OF_WORK))
    add(asked, head, `办结 {n} ${chance.pick(RESULTS)}，附件已补`)
  }
  const approved = plusWork(asked, chance.between(30, DAY_OF_WORK))
  add(approved, reviewer, chance.pick(['同意 {n}', '同意 {n} 优秀', '同意 {n} 合格']))
  add(plusWork(approved, chance.between(10, DAY_OF_WORK)), decider, '销号 {n}')
}

/** A date as people say it, and what it must mean (deadlines.md rules 2, 3, 6). */
function dated(chance: Chance, born: number): { said: string; due: number } {
  const today = dayOf(born)
  switch (chance.between(0, 3)) {
    case 0: {
      const days = chance.between(3, 15)
      return { said: `${days}个工作日内`, due: at(plusWorkdays(today, days), '18:00') }
    }
    case 1: {
      const days = chance.between(4, 20)
      return { said: `${days}日内`, due: at(onOrAfterWorkday(plusDays(today, days)), '18:00') }
    }
    case 2: {
      const day = plusDays(today, chance.between(4, 30))
      const clock = chance.pick(['12:00', '17:00'])
      return { said: `${spoken(day)}${clock}前`, due: at(day, clock) }
    }
    default: {
      const day = plusDays(today, chance.between(4, 30))
      return { said: `${spoken(day)}前`, due: at(day, '18:00') }
    }
  }
}

const spoken = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const mention = (key: string): string => {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} in the sample office`)
  return `@[${found.openId}]`
}
