/** 每天, 每个工作日, 每3天, 隔天, 周一至周五每天. */
import { addDays, type Day } from './day.ts'
import { numberOf } from './numerals.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Round, weekdaysIn } from './weekly.ts'

const WORKDAYS = sticky('每(?:一)?个?工作日|工作日(?:每[天日]|(?=早|上午|下午))')
const WEEKDAYS = sticky(
  '((?:周|星期)[一二三四五六日天](?:至|到|-)(?:周|星期)?[一二三四五六日天])每[天日]',
)
const STEP = sticky('每({n})(?:天|日)(?!内)|(隔)(?:一)?[天日]')
const DAILY = sticky(
  '每[天日](?!一报|简报|动态|要情|快报|报(?!送|告|备))|天天|日日(?=报)|每(?=早|晚|晨)',
)
const TWICE = sticky('(?:早晚|早中晚|上下午)各?|(?:[2-9两二三四五六]|\\d\\d)次')
// 每隔3天 is every third or every fourth day; hours and ten-day stretches are no rules of ours.
const UNCLEAR = sticky(
  '每隔{n}?个?(?:天|日|月|季度|年|小时)|隔(?:[两二三四五六七八九十]|[2-9])个?(?:天|日|周|星期|月)|每{n}?个?(?:小时|分钟)|每{n}个(?:月|季度)|每旬',
)

/** A rule by days at a place of the folded text. */
export function daily(text: string, i: number, today: Day): Round | undefined {
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
  if (step) return everyFewDays(i + step[0].length, step[2] ? 2 : numberOf(step[1] ?? ''), today)
  const found = matchAt(DAILY, text, i)
  if (!found) return undefined
  const to = i + found[0].length
  const twice = matchAt(TWICE, text, to)
  if (twice) return { to: to + twice[0].length, rule: null }
  return { to, rule: { every: 'day', step: 1, from: today, clock: '' } }
}

// Rule 14: 每3天 starts three days from now, 每一天 today.
function everyFewDays(to: number, step: number | undefined, today: Day): Round {
  if (step === undefined || step < 1 || step > 366) return { to, rule: null }
  const from = step === 1 ? today : addDays(today, step)
  return { to, rule: { every: 'day', step, from, clock: '' } }
}
