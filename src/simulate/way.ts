/** A matter's way from its birth to its end: signed, carried, put off, handed in, returned, struck off, by its lot. */
import { units } from '../sample/units.ts'
import { at, type Day, dayOf, plusDays, plusWork, plusWorkdays } from './almanac.ts'
import type { Chance } from './chance.ts'
import {
  chargeOf,
  type Fate,
  headOf,
  isLeader,
  mention,
  reviewersOf,
  SUPERVISOR,
  spoken,
} from './fate.ts'
import type { Twist } from './mix.ts'
import { type Pace, paceFrom } from './pace.ts'
import { rungs } from './rungs.ts'

const HOUR = 60
const DAY_OF_WORK = 6 * HOUR + 40

const RESULTS = [
  '方案已报送市政府办',
  '已按要求办结并报送',
  '问题已解决，企业无异议',
  '清单已汇总上报',
]

/** Whose part is whose in one matter. */
interface Parts {
  head: string
  handler: string
  reviewer: string
  /** Whose word strikes it off. */
  closer: string
}

/** Fills in what is said of a matter; `last` is the last day that is lived. */
export function wayOf(chance: Chance, fate: Fate, twist: Twist, last: Day, handlerIn: HandlerIn) {
  const pace = paceFrom(chance, fate.born)
  const lead = signed(chance, fate, twist, pace, handlerIn)
  const [reviewer = SUPERVISOR] = chance.shuffled(reviewersOf(lead, fate.author))
  const closer = isLeader(fate.author) ? fate.author : reviewer
  const parts = { head: headOf(lead), handler: fate.handler, reviewer, closer }
  fate.deeds = pace.deeds
  if (fate.firstAsked)
    pace.after(
      5,
      40,
      chance.pick([parts.handler, fate.firstAsked]),
      '已联系 {n} 材料齐全，约好再谈',
    )
  if (fate.source === '说不' && rungs(chance, fate, pace, lead) === 'final') {
    ended(chance, fate, twist, parts, pace)
    return
  }
  const end = putOff(chance, fate, twist, parts, pace, last)
  // What is not to be late is handed in early enough to be struck off within the days lived.
  const horizon = at(plusWorkdays(last, -3), '12:00')
  const limit = horizon > plusWork(fate.born, 4 * DAY_OF_WORK) ? Math.min(end, horizon) : end
  for (let i = 0; i < chance.between(1, 3); i++)
    pace.until(
      limit,
      0.25,
      parts.handler,
      `报 {n} 已走访${chance.between(2, 40)}家企业，完成${20 + 20 * i}%`,
    )
  if (['overdue', 'plan'].includes(twist)) return
  besides(chance, fate, twist, parts, pace, limit, last)
  if (twist === 'handed on') {
    const to = handlerIn(fate.lead, fate.handler)
    pace.until(limit, 0.2, parts.head, `分办 {n} ${mention(to)} 请接手办理`)
    fate.handover = { at: pace.now(), to }
    pace.until(limit, 0.2, to, '报 {n} 已接手，正在核对')
    parts.handler = to
  }
  if (twist === 'suspended') return
  handedIn(chance, twist, parts, pace, end, limit)
  if (twist === 'instructed at close') {
    pace.until(limit, 0.2, parts.reviewer, '同意 {n}')
    pace.until(limit, 0.2, parts.closer, '批示 {n} 请再核实一次资金到位情况')
    handedIn(chance, 'plain', parts, pace, end, limit)
  }
  ended(chance, fate, twist, parts, pace)
  if (twist !== 'reopened') return
  const word = isLeader(fate.author) ? fate.author : SUPERVISOR
  pace.until(limit, 0.2, chance.pick([SUPERVISOR, word]), '重办 {n} 企业反映未落实')
  pace.until(limit, 0.2, parts.handler, '报 {n} 正在逐户核实')
  handedIn(chance, 'plain', parts, pace, end, limit)
  ended(chance, fate, 'plain', parts, pace)
}

/** Somebody of a unit who can carry a matter, and not the one whom the client asked first. */
export type HandlerIn = (unit: string, not?: string) => string

/** Signed and handed out, or first declined and referred; gives the unit that leads in the end. */
function signed(chance: Chance, fate: Fate, twist: Twist, pace: Pace, handlerIn: HandlerIn) {
  let { lead } = fate
  if (twist === 'declined at signing') {
    const others = units.filter(({ kind, name }) => kind === 'department' && name !== lead)
    const other = chance.pick(others).name
    pace.after(10, 40, headOf(lead), `退签 {n} 不属我科职责，建议${other}`)
    pace.after(10, 60, SUPERVISOR, `转办 {n} ${other}`)
    lead = other
    fate.handler = handlerIn(other)
  }
  const head = headOf(lead)
  if (chance.happens(0.7)) pace.after(10, 40, head, `签收并分办 {n} ${mention(fate.handler)}`)
  else {
    pace.after(5, 30, head, '签收 {n}')
    pace.after(5, 40, head, `分办 {n} ${mention(fate.handler)} 先摸底再拿方案`)
  }
  return lead
}

/** 延期: granted, refused, or with a plan; gives the date that holds then. */
function putOff(
  chance: Chance,
  fate: Fate,
  twist: Twist,
  { head, handler, closer }: Parts,
  pace: Pace,
  last: Day,
): number {
  const { due } = fate
  if (twist === 'plan') {
    const day = plusDays(last, 55)
    const far = `${day.slice(0, 4)}年${spoken(day)}`
    pace.until(due, 0.4, head, `延期 {n} 到${far} 等省厅批复 方案：1月底前摸底，2月中旬拿出初稿`)
    const leader = isLeader(fate.author) ? fate.author : chargeOf(fate.lead)
    pace.after(10, 60, leader, '同意 {n} 延期')
    return at(day, '18:00')
  }
  if (twist !== 'granted' && twist !== 'refused') return due
  const later = plusWorkdays(dayOf(due), chance.between(2, 5))
  const words = `延期 {n} 到${spoken(later)} 等省厅批复`
  if (chance.happens(0.5)) pace.until(due, 0.3, head, words)
  else {
    pace.until(due, 0.3, handler, words)
    pace.until(due, 0.2, head, '同意 {n} 延期')
  }
  const granted = twist === 'granted'
  pace.until(due, 0.2, closer, granted ? '同意 {n} 延期' : '不准延 {n} 请按原时限办理')
  return granted ? at(later, '18:00') : due
}

/** What may happen on the way besides reports. */
function besides(
  chance: Chance,
  fate: Fate,
  twist: Twist,
  parts: Parts,
  pace: Pace,
  limit: number,
  last: Day,
): void {
  const charge = chargeOf(fate.lead)
  if (twist === 'supported')
    for (const unit of fate.supports)
      pace.until(limit, 0.2, headOf(unit), '报 {n} 我科数据已提供给主办科室')
  if (twist === 'silent support') {
    pace.declined(parts.head, `办结 {n} ${chance.pick(RESULTS)}`)
    for (const unit of fate.supports)
      pace.until(limit, 0.2, parts.head, `免协 {n} ${unit} 已另行报送`)
  }
  if (twist === 'two instructions') {
    pace.until(limit, 0.2, 'limingyuan', '批示 {n} 请每周报一次进展')
    pace.until(limit, 0.2, 'hanlifeng', '批示 {n} 注意与专项债券政策衔接')
    parts.closer = 'hanlifeng'
  }
  if (twist === 'suspended') {
    const review = plusDays(last, 9)
    const day = `${review.slice(0, 4)}年${spoken(review)}`
    pace.after(30, 2 * DAY_OF_WORK, charge, `挂起 {n} ${day}复核 等省厅批复`)
  }
  if (twist === 'rested') {
    const review = plusWorkdays(dayOf(pace.now()), chance.between(2, 4))
    pace.after(10, 60, charge, `挂起 {n} ${spoken(review)}复核 等省厅批复`)
    if (chance.happens(0.5)) pace.until(at(review, '8:00'), 0.8, charge, '恢复 {n}')
    else pace.at(at(review, '8:37'), null, '到复核日自动恢复')
  }
}

/** 申请办结, once or again after a return. */
function handedIn(
  chance: Chance,
  twist: Twist,
  { head, reviewer }: Parts,
  pace: Pace,
  end: number,
  limit: number,
): void {
  const late = twist === 'late' || twist === 'asked too late'
  const hand = (words: string) => pace.until(limit, 0.35, head, words)
  if (late) {
    if (twist === 'asked too late') {
      pace.wait(plusWork(end, chance.between(20, HOUR)))
      const day = spoken(plusWorkdays(dayOf(pace.now()), 5))
      pace.declined(head, `延期 {n} 到${day} 等省厅批复`)
    }
    const from = Math.max(end, pace.now())
    pace.at(
      plusWork(from, chance.between(HOUR, 2 * DAY_OF_WORK)),
      head,
      `办结 {n} ${chance.pick(RESULTS)}`,
    )
  } else hand(`办结 {n} ${chance.pick(RESULTS)}`)
  const times = twist === 'returned' ? 1 : twist === 'returned twice' ? 2 : 0
  for (let i = 0; i < times; i++) {
    pace.until(limit, 0.25, reviewer, '退回 {n} 缺附件，请补充')
    hand(`办结 {n} ${chance.pick(RESULTS)}，附件已补`)
  }
}

/** Reviewed, the client told, struck off, and the client called back. */
function ended(chance: Chance, fate: Fate, twist: Twist, parts: Parts, pace: Pace): void {
  const { reviewer, closer, handler, head } = parts
  const { firstAsked } = fate
  const isFinal = pace.deeds.at(-1)?.say.startsWith('不予办理') === true
  if (!isFinal)
    pace.after(
      30,
      DAY_OF_WORK,
      reviewer,
      chance.pick(['同意 {n}', '同意 {n} 优秀', '同意 {n} 合格']),
    )
  if (twist === 'approved twice') pace.declined(reviewer, '同意 {n}')
  if (firstAsked) pace.after(10, HOUR, firstAsked, '已答复 {n} 已说明办理结果')
  pace.after(10, DAY_OF_WORK, closer, '销号 {n}')
  if (!firstAsked || isFinal) return
  const next = () => at(plusWorkdays(dayOf(pace.now()), 1), '9:00')
  if (twist === 'called back') {
    pace.at(plusWork(next(), chance.between(20, HOUR)), firstAsked, '回访 {n} 不满意 资金仍未到账')
    pace.after(HOUR, 2 * HOUR, handler, '报 {n} 已与国库核对，今日补发')
    pace.after(HOUR, 3 * HOUR, head, `办结 {n} ${chance.pick(RESULTS)}`)
    ended(chance, fate, 'plain', parts, pace)
    return
  }
  pace.at(plusWork(next(), chance.between(20, 2 * HOUR)), firstAsked, '回访 {n} 满意')
}
