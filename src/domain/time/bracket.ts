/** A second name of the day beside the first, 12月5日（周六）, 下周五（12月5日）: it must agree (rule 13). */
import { coreAt } from './core.ts'
import { addDays, daysBetween, weekdayOf } from './day.ts'
import type { Frame } from './frame.ts'
import type { Core, NamedDay } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'
import { WEEKDAY, weekdayNumber } from './weekday.ts'

const LETTER = sticky(`\\((?:周|星期|礼拜)?(${WEEKDAY})\\)`)
const SAME = sticky('(?:当[天日]|那天|这天)')
const OR = sticky('或者?是?|还是|[、和及与]')
const BESIDE = sticky(`(?:周|星期|礼拜)(${WEEKDAY})(?!至|到|-)`)

/** The core with what is said beside it taken in; two days that differ become a question. */
export function agreed(frame: Frame, i: number, end: number, sense: Core['sense']): Core {
  if (sense.is !== 'day' || sense.period || sense.name) return { to: end, sense }
  const { text } = frame
  const to = end + (matchAt(SAME, text, end)?.[0].length ?? 0)
  const weekly = isBareWeekday(sense)
  const or = matchAt(OR, text, to)
  const choice = or ? coreAt(frame, to + or[0].length) : undefined
  if (choice?.sense.is === 'day') return { to: choice.to, sense: differing(sense, choice.sense) }
  const letter = matchAt(LETTER, text, to) ?? (weekly ? null : matchAt(BESIDE, text, to))
  if (letter) return withWeekday(sense, to + letter[0].length, weekdayNumber(letter[1] ?? ''))
  const open = text.charAt(to) === '('
  if (!open && !/周|期|拜/.test(text.slice(i, to))) return { to, sense }
  const second = coreAt(frame, open ? to + 1 : to)
  if (second?.sense.is !== 'day' || second.sense.name || second.sense.period) return { to, sense }
  if (open && text.charAt(second.to) !== ')') return { to, sense }
  const close = open ? second.to + 1 : second.to
  const other = second.sense
  if (weekly) {
    const [day = ''] = sense.days
    return withWeekday(other, close, weekdayOf(day))
  }
  if (isBareWeekday(other)) return withWeekday(sense, close, weekdayOf(other.days[0] ?? ''))
  const common = sense.days.filter((day) => other.days.includes(day))
  return common.length > 0
    ? { to: close, sense: { is: 'day', days: common } }
    : { to: close, sense: differing(sense, other) }
}

function isBareWeekday(sense: NamedDay): boolean {
  const [first, second] = sense.days
  return first !== undefined && second !== undefined && daysBetween(first, second) === 7
}

function withWeekday(sense: NamedDay, to: number, weekday: number): Core {
  const days = sense.days.filter((day) => weekdayOf(day) === weekday)
  if (days.length > 0) return { to, sense: { is: 'day', days } }
  const [first = ''] = sense.days
  const near = addDays(first, ((weekday - weekdayOf(first) + 10) % 7) - 3)
  const reason = '日期和星期对不上，请选定日期。'
  return { to, sense: { is: 'several', days: [first, near], reason } }
}

function differing(one: NamedDay, other: NamedDay): Core['sense'] {
  const [first = ''] = one.days
  const [second = ''] = other.days
  // 下周一或周二: the second weekday is the one that follows the first.
  const ahead = (weekdayOf(second) - weekdayOf(first) + 7) % 7
  const days = [first, isBareWeekday(other) ? addDays(first, ahead) : second]
  return { is: 'several', days, reason: '说了两个不同的日期，请选定日期。' }
}
