/** Places in a named stretch: 12月底, 本月中旬, 年初, 下月第3个工作日, 本周末, 12月前 (rules 7 and 8). */
import { addDays, type Day, weekdayOf } from './day.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { endsWord } from './joint.ts'
import { lastWorkdayOfMonth, monthOf, nthWorkdayOfMonth } from './month.ts'
import { numberOf } from './numerals.ts'
import type { Core, NamedDay, Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Days, type Stretch, stretchAt } from './stretch.ts'
import { lastWorkdayOfWeek } from './week.ts'
import { weekdayNumber } from './weekday.ts'
import { addWorkdays, onOrBeforeWorkday } from './workdays.ts'

const END = sticky('(?:度|份|月)?(?:[底末尾]|终(?=之?前|以前))')
const TEN = sticky('([上中下])旬([末底]?)')
const EARLY = sticky('初(?![一二三四五六七八九十步期级])|中(?![国央心旬间期])')
const WEEK_OF = sticky(
  '的?(?:第({n})个?|(首|头一?)个?|(最后)一?个?)(?:周|星期|礼拜)(?![一二三四五六日天])',
)
const WORKDAY = sticky('的?(?:第({n})|(最后(?:一|1)?)|(首|头一?)|倒数第({n})|前({n}))个?工作日')
const WEEKDAY = sticky('的?(?:第({n})|(最后(?:一|1)?)|(首))个?(?:周|星期|礼拜)([一二三四五六日天])')
const LAST = sticky('的?最后(?:一|1)?[天日]')
// Days after the first that 初 and 中 may mean, offered for choice: the 5th or the 10th, the 15th or the 20th.
const EARLY_AND_MIDDLE: Readonly<
  Record<Stretch['unit'], readonly [readonly [number, number], readonly [number, number]]>
> = {
  week: [
    [0, 1],
    [2, 3],
  ],
  month: [
    [4, 9],
    [14, 19],
  ],
  quarter: [
    [9, 30],
    [44, 59],
  ],
  half: [
    [9, 30],
    [89, 119],
  ],
  year: [
    [9, 30],
    [180, 211],
  ],
}
const NTH_WORKDAY = sticky('(?:第({n})|最后(?:一|1)?)个?工作日')
const NEXT_WORKDAY = sticky('(?:下一?个?|次个?|下)工作日')

/** The day, or the question, that a stretch with what follows it names. */
export function place(frame: Frame, i: number): Core | undefined {
  const next = matchAt(NEXT_WORKDAY, frame.text, i)
  if (next) {
    const days = [addWorkdays(frame.today, 1, frame.calendar)]
    return { to: i + next[0].length, sense: { is: 'day', days, period: true } }
  }
  const nth = matchAt(NTH_WORKDAY, frame.text, i)
  if (nth) return { to: i + nth[0].length, sense: unplaced(frame, nth[1]) }
  const stretch = stretchAt(frame, i)
  if (!stretch || (stretch.bare && goesOn(frame, i))) return undefined
  return ordinal(frame, stretch) ?? tail(frame, stretch)
}

// 第3个工作日 of what? From today, or of this month; 最后一个工作日: of the week, or of the month.
function unplaced({ today, calendar }: Frame, number: string | undefined): Sense {
  const n = Math.min(numberOf(number ?? '') ?? 1, 20)
  const { year, month } = monthOf(today)
  const days = number
    ? [addWorkdays(today, n, calendar), nthWorkdayOfMonth(year, month, n, calendar) ?? today]
    : [lastWorkdayOfWeek(today, calendar) ?? today, lastWorkdayOfMonth(today, calendar)]
  return { is: 'several', days, reason: '没有说清从哪天起算，请选定日期。' }
}

// 两年底, 环节, 每月 and the like: the unit's character belongs to the word before it.
function goesOn(frame: Frame, i: number): boolean {
  return (
    !gapBefore(frame, i) &&
    !endsWord(frame, i - 1) &&
    /[\d〇一二两三四五六七八九十半几多每个本这下上月学青少童近历一四换单双]/.test(
      frame.text.charAt(i - 1),
    )
  )
}

function named(
  stretch: Stretch,
  to: number,
  day: (span: Days) => Day | undefined,
  through?: true,
): Core | undefined {
  const days = stretch.spans.map(day).filter((each) => each !== undefined)
  if (days.length === 0) return undefined
  const sense: NamedDay = { is: 'day', days }
  const [last] = stretch.spans
  if (through && last) sense.through = last.last
  return { to, sense }
}

function ordinal({ text, calendar }: Frame, stretch: Stretch): Core | undefined {
  // 月底最后一个工作日, 年末最后一天
  const closing = matchAt(END, text, stretch.to)
  const at =
    stretch.to +
    (closing && /最|倒/.test(text.slice(stretch.to, stretch.to + 4)) ? closing[0].length : 0)
  let found = matchAt(WORKDAY, text, at)
  if (found) {
    const from = numberOf(found[1] ?? found[5] ?? (found[3] ? '1' : '')) ?? 0
    const back = found[2] ? 1 : (numberOf(found[4] ?? '') ?? 0)
    const core = named(
      stretch,
      at + found[0].length,
      ({ first, last }) => {
        const day = from
          ? addWorkdays(addDays(first, -1), Math.min(from, 300), calendar)
          : addWorkdays(addDays(last, 1), -Math.min(back, 300), calendar)
        return (from || back) && day >= first && day <= last ? day : undefined
      },
      true,
    )
    const say = '这段时间里没有这么多工作日，请核对后重新填写。'
    return core ?? { to: at + found[0].length, sense: { is: 'flaw', reason: 'invalid', say } }
  }
  found = matchAt(WEEKDAY, text, at)
  if (found) {
    const weekday = weekdayNumber(found[4] ?? '')
    const nth = found[3] ? 1 : (numberOf(found[1] ?? '') ?? 0)
    return named(stretch, at + found[0].length, ({ first, last }) => {
      const day = found?.[2]
        ? addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
        : addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
      return day >= first && day <= last ? day : undefined
    })
  }
  found = matchAt(LAST, text, at)
  if (found) return named(stretch, at + found[0].length, ({ last }) => last)
  found = matchAt(WEEK_OF, text, stretch.to)
  if (!found || stretch.unit === 'week') return undefined
  return { to: stretch.to + found[0].length, sense: weekOfStretch(stretch, found) }
}

function weekOfStretch({ spans }: Stretch, found: RegExpExecArray): Sense {
  const [span] = spans
  const { first = '', last = '' } = span ?? {}
  const nth = numberOf(found[1] ?? '1') ?? 1
  const friday = found[3]
    ? addDays(last, -((weekdayOf(last) + 2) % 7))
    : addDays(first, ((5 - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
  const other = found[3] ? last : addDays(friday, 7)
  return { is: 'several', days: [friday, other], reason: '第几周怎样算有不同理解，请选定日期。' }
}

function tail(frame: Frame, stretch: Stretch): Core | undefined {
  const { text } = frame
  const { to, unit } = stretch
  const ten = unit === 'month' ? matchAt(TEN, text, to) : null
  if (ten) return tenDays(stretch, to + ten[0].length, ten[1] ?? '', ten[2] !== '')
  const end = matchAt(END, text, to)
  if (end) {
    const after = to + end[0].length
    // 周末前 is the end of the week's work, 周末 itself is Sunday.
    if (unit === 'week' && /^(?:之|以)?前(?!后)/.test(text.slice(after, after + 3)))
      return weekEnd(frame, stretch, after)
    return named(stretch, after, ({ last }) => last)
  }
  const early = matchAt(EARLY, text, to)
  if (early) return { to: to + early[0].length, sense: loosely(frame, stretch, early[0]) }
  if (stretch.bare && !text.startsWith('内', to)) return undefined
  if (unit === 'week') return weekEnd(frame, stretch, to, true)
  const days = stretch.spans.map(({ last }) => last)
  const eves = stretch.spans.map(({ first }) => addDays(first, -1))
  const sense: NamedDay = { is: 'day', days, eves, name: true }
  return { to, sense: unit === 'half' ? { ...sense, whole: true } : sense }
}

function tenDays({ spans }: Stretch, to: number, which: string, end: boolean): Core {
  const at = (span: Days, date: string) => `${span.first.slice(0, 8)}${date}`
  const days = spans.map((span) =>
    which === '上' ? at(span, '10') : which === '中' ? at(span, '20') : span.last,
  )
  if (end) return { to, sense: { is: 'day', days } }
  const eves = spans.map((span) =>
    which === '上' ? addDays(span.first, -1) : which === '中' ? at(span, '10') : at(span, '20'),
  )
  return { to, sense: { is: 'day', days, eves } }
}

// Rule 7: the last working day of that week; a week without one has no end that all agree on.
function weekEnd({ calendar }: Frame, { spans }: Stretch, to: number, name?: true): Core {
  const [{ first, last } = { first: '', last: '' }] = spans
  const day = onOrBeforeWorkday(last, calendar)
  if (day < first) {
    const reason = '这一周都是休息日，请选定日期。'
    return {
      to,
      sense: { is: 'several', days: [day, last, addWorkdays(last, 1, calendar)], reason },
    }
  }
  const sense: NamedDay = { is: 'day', days: [day], through: last }
  if (!name) return { to, sense }
  const eves = [onOrBeforeWorkday(addDays(first, -1), calendar)]
  return { to, sense: { ...sense, eves, name } }
}

function loosely({ today }: Frame, { spans, unit }: Stretch, word: string): Sense {
  const [from, to] = EARLY_AND_MIDDLE[unit][word === '初' ? 0 : 1]
  const days = spans.map(({ first }) => [addDays(first, from), addDays(first, to)] as const)
  const ahead = days.find(([, late]) => late > today) ?? days.at(-1) ?? []
  return { is: 'several', days: ahead, reason: `“${word}”没有确定的日期，请选定日期。` }
}
