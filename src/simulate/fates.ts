/** What becomes of each of the year's matters, drawn from a seed: the mix of domain.md E.4, its days, people and ways. */
import { meetings, type SampleMeeting } from '../sample/meetings.ts'
import { people } from '../sample/people.ts'
import { units } from '../sample/units.ts'
import {
  at,
  type Day,
  dayOf,
  daysBetween,
  isWorkday,
  meetingDays,
  plusDays,
  plusWork,
  weekday,
} from './almanac.ts'
import { batch, counter, minutes, paper, repeated, type Seedling } from './births.ts'
import type { Chance } from './chance.ts'
import { type Birth, chargeOf, headOf, SUPERVISOR } from './fate.ts'
import { type Lot, lotsOf, type Twist } from './mix.ts'
import { paceFrom } from './pace.ts'
import { type HandlerIn, wayOf } from './way.ts'

const HOUR = 60
const DAY_OF_WORK = 6 * HOUR + 40

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

const WANTS = ['贴息未到账', '贷款抵押登记慢', '奖补资金没有兑付', '政策解读不及时']

/** The traps of domain.md E.4 that are dates, each met once: the day and hour, the source, 重大复杂, 特急. */
const TRAPS: readonly (readonly [Day, string, Lot['source'], boolean, boolean])[] = [
  ['2022-01-27', '9:20', '党组', false, false],
  ['2022-01-30', '10:05', '批转', true, false],
  // A holiday: only a leader's 特急 begins on it, and a month from the 31st ends on the 28th.
  ['2022-01-31', '9:11', '党组', true, true],
  ['2022-04-28', '15:20', '批转', false, false],
  ['2022-08-12', '17:50', '批转', false, false],
  ['2022-09-29', '9:40', '党组', false, false],
]

/** How many days before the last a matter begins at the latest, where its way takes longer than most. */
const AHEAD: Partial<Record<Twist, number>> = {
  ...{ overdue: 20, suspended: 18, plan: 34, late: 26, 'asked too late': 26, granted: 22 },
  ...{ reopened: 36, 'called back': 26, 'instructed at close': 30, 'two instructions': 30 },
}

/** Those that stand open at the end begin late in the year. */
const LATEST: readonly Twist[] = ['overdue', 'suspended', 'plan']

const departments = units.filter((unit) => unit.kind === 'department')
const counterStaff = people.filter((one) => one.roles.includes('counter')).map((one) => one.key)

/** The births of as many matters as asked for, in the days from the first to the last that are lived, and of a few besides. */
export function birthsOf(chance: Chance, count: number, first: Day, last: Day): Birth[] {
  const latest = plusDays(last, -14) > first ? plusDays(last, -14) : first
  const workdays = daysBetween(first, latest).filter(isWorkday)
  const lots = lotsOf(chance, count)
  const traps = TRAPS.filter(([day]) => first <= day && day <= latest)
  const trapped = new Map<Lot, (typeof TRAPS)[number]>()
  for (const trap of traps) {
    const lot = lots.find(
      (one) =>
        one.twist === 'plain' &&
        one.source === trap[2] &&
        one.heavy === trap[3] &&
        !trapped.has(one),
    )
    if (lot) trapped.set(lot, trap)
  }
  let serial = 0
  const handlerIn: HandlerIn = (unit, not) =>
    chance.pick(
      people.filter(
        (one) =>
          one.unit === unit && one.post === 'staff' && one.key !== headOf(unit) && one.key !== not,
      ),
    ).key
  const seedling = (lot: Lot): Seedling => {
    serial += 1
    const { source, heavy, twist } = lot
    const trap = trapped.get(lot)
    const until = plusDays(last, -(AHEAD[twist] ?? 14))
    const early = workdays.filter((day) => day <= until)
    const days = LATEST.includes(twist) ? early.slice(-4) : early
    const day = chance.pick(days.length > 0 ? days : workdays.slice(0, 1))
    const moment = trap
      ? at(trap[0], trap[1])
      : plusWork(at(day, '8:40'), chance.between(0, DAY_OF_WORK))
    const unit = chance.pick(departments)
    const client = source === '窗口' || source === '说不'
    const word = source === '党组' || (source === '批转' && chance.happens(0.3))
    const author = client
      ? chance.pick(counterStaff.filter((key) => key !== unit.head))
      : word
        ? chance.pick(LEADERS)
        : SUPERVISOR
    const others = departments.filter((one) => one !== unit)
    return {
      mark: `第${serial}件`,
      title: `${chance.pick(client ? WANTS : TOPICS)}（第${serial}件）`,
      ...{ source, heavy, moment, author, urgent: trap?.[4] ?? false },
      lead: unit.name,
      handler: handlerIn(unit.name, author),
      supports: /support/.test(twist) ? [chance.pick(others).name] : [],
    }
  }
  const found: Birth[] = []
  const twists = new Map<string, Twist>()
  const seeded = (source: Lot['source']) =>
    lots
      .filter((lot) => lot.source === source)
      .map((lot) => {
        const one = seedling(lot)
        twists.set(one.mark, lot.twist)
        return one
      })
  const papers = [...seeded('批转'), ...seeded('党组')].map((one, i) => paper(one, i + 1))
  found.push(...papers)
  for (const week of inWeeks(seeded('周交办'))) found.push(batch(chance, week))
  for (const [i, two] of inPairs(seeded('议定'), first, latest).entries())
    found.push(minutes(chance, two, meetings[i % meetings.length] as SampleMeeting))
  found.push(...atCounter(chance, seeded('窗口'), twists))
  found.push(...seeded('说不').map((one) => counter(chance, one)))
  for (const birth of found)
    for (const fate of birth.fates)
      wayOf(chance, fate, twists.get(fate.mark) ?? 'plain', last, handlerIn)
  const besides = (of: number) => Math.round((of * count) / 300)
  const plain = papers.filter(({ fates }) => twists.get(fates[0]?.mark ?? '') === 'plain')
  for (const first of chance.shuffled(plain).slice(0, besides(3)))
    found.push(merged(chance, first, `第${++serial}件`))
  for (let i = 0; i < besides(2); i++) {
    const one = seedling({ source: '批转', heavy: false, twist: 'plain' })
    found.push(withdrawn(chance, paper({ ...one, author: SUPERVISOR }, 900 + i)))
  }
  return found
}

/** The lists of the weeks: what falls into one week is handed out together, on its first day that has something. */
function inWeeks(rows: Seedling[]): Seedling[][] {
  const weeks = new Map<Day, Seedling[]>()
  for (const one of rows.sort((a, b) => a.moment - b.moment)) {
    const day = dayOf(one.moment)
    const monday = plusDays(day, 1 - (weekday(day) || 7))
    weeks.set(monday, [...(weeks.get(monday) ?? []), one])
  }
  return [...weeks.values()]
}

/** Two of what meetings settled stand in one paper, on the afternoon of the meeting. */
function inPairs(rows: Seedling[], first: Day, last: Day): Seedling[][] {
  const held = (moment: number) => {
    const days = meetingDays.filter((day) => first <= day && day <= last)
    return days.findLast((day) => day <= dayOf(moment)) ?? days[0] ?? first
  }
  const sorted = rows.sort((a, b) => a.moment - b.moment)
  const pairs: Seedling[][] = []
  for (let i = 0; i < sorted.length; i += 2) {
    const two = sorted.slice(i, i + 2)
    // Of one meeting only one paper is open at a time.
    const nth = Math.floor(i / 2 / meetings.length) % 3
    const moment = at(held(two[0]?.moment ?? 0), '17:02') + nth * 11 * 60_000
    pairs.push(two.map((one) => ({ ...one, moment })))
  }
  return pairs
}

/** The counter's clients; of each four one comes back about what an earlier one had. */
function atCounter(chance: Chance, rows: Seedling[], twists: ReadonlyMap<string, Twist>): Birth[] {
  const born: Birth[] = []
  for (const one of rows.sort((a, b) => a.moment - b.moment)) {
    const before = born.flatMap(({ fates }) => fates).filter((fate) => fate.born < one.moment)
    const other =
      twists.get(one.mark) === 'plain' && chance.happens(0.25) ? before.at(-1) : undefined
    if (!other) born.push(counter(chance, one))
    else born.push(counter(chance, { ...one, lead: other.lead, handler: other.handler }, other))
  }
  return born
}

/** A second matter of the same paper goes into the first, as long as that is open. */
function merged(chance: Chance, first: Birth, mark: string): Birth {
  const [one] = first.fates
  const moment = (one?.born ?? 0) + chance.between(2, 5) * 60_000
  const birth = repeated(first, mark, moment)
  for (const fate of birth.fates) {
    const pace = paceFrom(chance, fate.born)
    pace.after(2, 6, SUPERVISOR, '并项 {n} 入 {of}')
    fate.deeds = pace.deeds
  }
  return birth
}

/** What need not be done after all ends before anybody signed, with the consent of the leader in charge. */
function withdrawn(chance: Chance, birth: Birth): Birth {
  for (const fate of birth.fates) {
    const pace = paceFrom(chance, fate.born)
    pace.after(10, HOUR, SUPERVISOR, '撤项 {n} 上级已取消此项检查')
    pace.after(10, 2 * HOUR, chargeOf(fate.lead), '同意 {n}')
    fate.deeds = pace.deeds
  }
  return birth
}
