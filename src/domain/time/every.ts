/** Recurrences (rule 14): 每周五下午3点, 每个工作日, 每3天, 隔周周五, 每月最后一个工作日. */
import { clockAt } from './clock.ts'
import { addDays, dayOf } from './day.ts'
import type { Frame } from './frame.ts'
import { clockText } from './hours.ts'
import { behind } from './marker.ts'
import { monthly } from './monthly.ts'
import { numberOf } from './numerals.ts'
import type { Outcome } from './outcome.ts'
import type { Candidate } from './reading.ts'
import { nextOf, type Recurrence } from './recurrence.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Round, weekdaysIn, weekly } from './weekly.ts'

const FIRST = /[每逢隔天工周日双]/
const WORKDAYS = sticky('每(?:一)?个?工作日|工作日(?:每[天日]|(?=早|上午|下午))')
const DAILY = sticky(
  '每(?:一)?[天日](?!一报|简报|动态|要情|快报|报(?!送|告|备))|天天|日日(?=报)|每(?=早|晚|晨)',
)
const WEEKDAYS = sticky(
  '((?:周|星期)[一二三四五六日天](?:至|到|-)(?:周|星期)?[一二三四五六日天])每[天日]',
)
const STEP = sticky('每({n})(?:天|日)(?!内)|(隔)(?:一)?[天日]')
const UNCLEAR = sticky(
  '每隔{n}?个?(?:天|日|月|季度|年|小时)|每{n}?个?(?:小时|分钟)|每{n}个(?:月|季度)|每旬',
)
const TIMES = sticky('[一二两三1-9]次|[初末中底内]')
const THING =
  /^(?:工作|例会|会议|计划|总结|简报|小结|安排|材料|研判|要点|学习|讲堂|任务|进度|动态|数据|人|家|件|项|个|户|名|只|条|次|位|度|均|股|亩|吨|都)/

/** A recurrence found: a rank of 0 is a mere mention. */
export type EveryFound = { to: number; rank: 1 | 2; outcome: Outcome } | { to: number; rank: 0 }

/** The recurrence that begins at a place of the folded text. */
export function every(frame: Frame, i: number): EveryFound | undefined {
  const { text } = frame
  if (!FIRST.test(text.charAt(i))) return undefined
  const round = roundAt(frame, i)
  if (!round) return undefined
  let { to } = round
  if (!round.rule) {
    if (THING.test(text.slice(to, to + 3)) && !/^次(?:[,。]|$)/.test(text.slice(to, to + 2)))
      return { to, rank: 0 }
    const times = matchAt(TIMES, text, to)
    return { to: to + (times?.[0].length ?? 0), rank: 1, outcome: unclear(frame) }
  }
  const before = behind(text, to)
  if (before && before.word !== 'since' && before.word !== 'after') to = before.to
  const at = to + (/^[的 ]/.test(text.charAt(to)) ? 1 : 0)
  const clock = clockAt(text, at, frame.hours)
  if (clock) to = clock.to
  const after = clock ? behind(text, to) : undefined
  if (after && after.word !== 'since' && after.word !== 'after') to = after.to
  if (clock?.flaw !== undefined) {
    return { to, rank: 2, outcome: { kind: 'reject', reason: 'invalid', say: clock.flaw } }
  }
  const minutes = clock?.minutes ?? []
  if (minutes.length > 1 || (after?.word === 'before' && clock?.eve !== undefined)) {
    return { to, rank: 2, outcome: unclear(frame) }
  }
  const [minute] = minutes
  const rule: Recurrence = {
    ...round.rule,
    clock: minute === undefined ? frame.hours.close : clockText(minute),
  }
  return {
    to,
    rank: 2,
    outcome: { kind: 'recur', rule: begun(frame, rule), label: text.slice(i, to) },
  }
}

function roundAt({ text, today }: Frame, i: number): Round | undefined {
  const hidden = matchAt(UNCLEAR, text, i)
  if (hidden) return { to: i + hidden[0].length, rule: null }
  const workdays = matchAt(WORKDAYS, text, i)
  if (workdays) return { to: i + workdays[0].length, rule: { every: 'workday', clock: '' } }
  const span = matchAt(WEEKDAYS, text, i)
  if (span) {
    const weekdays = weekdaysIn((span[1] ?? '').replace(/周|星期/g, ''))
    const to = i + span[0].length
    return { to, rule: { every: 'week', step: 1, from: today, weekdays, clock: '' } }
  }
  const step = matchAt(STEP, text, i)
  if (step) {
    const days = step[2] ? 2 : (numberOf(step[1] ?? '') ?? 0)
    const to = i + step[0].length
    if (days < 1 || days > 366) return { to, rule: null }
    return { to, rule: { every: 'day', step: days, from: addDays(today, days), clock: '' } }
  }
  const daily = matchAt(DAILY, text, i)
  if (daily) {
    return { to: i + daily[0].length, rule: { every: 'day', step: 1, from: today, clock: '' } }
  }
  return weekly(text, i, today) ?? monthly(text, i)
}

// 隔周周五 starts with the first Friday whose moment is ahead.
function begun({ now, calendar }: Frame, rule: Recurrence): Recurrence {
  if (rule.every !== 'week' || rule.step === 1) return rule
  const first = nextOf({ ...rule, step: 1 }, now, calendar)
  return { ...rule, from: dayOf(first - 1) }
}

function unclear(frame: Frame): Outcome {
  const { now, today, calendar, hours } = frame
  const offered = (rule: Recurrence, label: string): Candidate => ({
    due: nextOf(rule, now, calendar),
    label,
  })
  const clock = hours.close
  return {
    kind: 'ask',
    candidates: [
      offered({ every: 'week', step: 1, from: today, weekdays: [5], clock }, `每周五${clock}`),
      offered(
        {
          every: 'month',
          months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
          places: [{ workday: -1 }],
          clock,
        },
        `每月最后一个工作日${clock}`,
      ),
    ],
    reason: '没有说清是哪一天，请写明，例如“每周五下午3点”“每月5日”。',
  }
}
