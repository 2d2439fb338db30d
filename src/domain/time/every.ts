/** Recurrences (rule 14): a rule by days, weeks or months, with the time of day behind it. */
import { type Clock, clockAt } from './clock.ts'
import { coreAt } from './core.ts'
import { daily } from './daily.ts'
import { dayOf } from './day.ts'
import type { Frame } from './frame.ts'
import { clockText } from './hours.ts'
import { behind } from './marker.ts'
import { monthly } from './monthly.ts'
import type { Outcome } from './outcome.ts'
import type { Candidate } from './reading.ts'
import { type MonthPlace, nextOf, type Recurrence } from './recurrence.ts'
import { matchAt, sticky } from './sticky.ts'
import { weekly } from './weekly.ts'

const FIRST = /[每逢隔天工周日单双]/
const TIMES = sticky('[一二两三1-9]次|[初末中底内]')
const RANGE = sticky('至|到|-|~')
const THING =
  /^(?:工作|例会|会议|计划|总结|简报|小结|安排|材料|研判|要点|学习|讲堂|任务|进度|动态|数据|人|家|件|项|个|户|名|只|条|次|位|度|均|股|亩|吨|都)/
// 从下周起每周五 does not begin with the next Friday.
const LATER = /(?:[下明次]|[周月日号天])(?:\S{0,3})(?:起|开始)[,，]?$/
const AT_ONCE = /(?:即日|今日|今天|现在|本[周月])(?:起|开始)[,，]?$/

/** A recurrence found: a rank of 0 is a mere mention. */
export type EveryFound = { to: number; rank: 1 | 2; outcome: Outcome } | { to: number; rank: 0 }

/** The recurrence that begins at a place of the folded text. */
export function every(frame: Frame, i: number): EveryFound | undefined {
  const { text, today } = frame
  if (!FIRST.test(text.charAt(i))) return undefined
  const round = daily(text, i, today) ?? weekly(text, i, today) ?? monthly(text, i)
  if (!round) return undefined
  if (!round.rule) return withoutRule(frame, round.to)
  const { to, clock, before } = hourOf(frame, round.to)
  if (clock?.flaw !== undefined) {
    return { to, rank: 2, outcome: { kind: 'reject', reason: 'invalid', say: clock.flaw } }
  }
  const minutes = clock?.minutes ?? []
  const head = text.slice(Math.max(0, i - 8), i)
  const later = LATER.test(head) && !AT_ONCE.test(head)
  if (later || minutes.length > 1 || (before && clock?.eve !== undefined)) {
    return { to, rank: 2, outcome: unclear(frame) }
  }
  const [minute] = minutes
  const time = minute === undefined ? frame.hours.close : clockText(minute)
  const rule = begun(frame, { ...round.rule, clock: time })
  return { to, rank: 2, outcome: { kind: 'recur', rule, label: text.slice(i, to) } }
}

function withoutRule(frame: Frame, end: number): EveryFound {
  const { text } = frame
  const to = end + (matchAt(TIMES, text, end)?.[0].length ?? 0)
  // 每年春节前, 每月初5日前: what follows is a part of the rule that we cannot tell.
  const part = coreAt(frame, to)
  if (part) {
    const mark = behind(text, part.to)
    return { to: mark?.to ?? part.to, rank: 2, outcome: unclear(frame) }
  }
  if (
    to === end &&
    THING.test(text.slice(to, to + 3)) &&
    !/^次(?:[,。]|$)/.test(text.slice(to, to + 2))
  ) {
    return { to, rank: 0 }
  }
  return { to, rank: 1, outcome: unclear(frame) }
}

function hourOf(
  frame: Frame,
  end: number,
): { to: number; clock: Clock | undefined; before: boolean } {
  const { text, hours } = frame
  const marker = (at: number) => {
    const mark = behind(text, at)
    return mark && mark.word !== 'since' && mark.word !== 'after' ? mark : undefined
  }
  const to = marker(end)?.to ?? end
  const at = to + (/^[的 ]/.test(text.charAt(to)) ? 1 : 0)
  let clock = clockAt(text, at, hours)
  if (!clock) return { to, clock, before: false }
  const link = matchAt(RANGE, text, clock.to)
  const late = link ? clockAt(text, clock.to + link[0].length, hours, clock.part) : undefined
  if (late?.hour) clock = late
  const mark = marker(clock.to)
  return { to: mark?.to ?? clock.to, clock, before: mark?.word === 'before' }
}

// 隔周周五 starts with the first Friday whose moment is ahead.
function begun({ now, calendar }: Frame, rule: Recurrence): Recurrence {
  if (rule.every !== 'week' || rule.step === 1) return rule
  const first = nextOf({ ...rule, step: 1 }, now, calendar)
  return { ...rule, from: dayOf(first - 1) }
}

function unclear({ now, today, calendar, hours }: Frame): Outcome {
  const clock = hours.close
  const offered = (rule: Recurrence, label: string): Candidate => ({
    due: nextOf(rule, now, calendar),
    label: `${label}${clock}`,
  })
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const places: MonthPlace[] = [{ workday: -1 }]
  const friday = offered({ every: 'week', step: 1, from: today, weekdays: [5], clock }, '每周五')
  const last = offered({ every: 'month', months, places, clock }, '每月最后一个工作日')
  const reason = '没有说清是哪一天，请写明，例如“每周五下午3点”“每月5日”。'
  return { kind: 'ask', candidates: [friday, last], reason }
}
