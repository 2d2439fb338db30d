/** Where a spell of days begins and where it ends, as far as its words tell. */
import { amountAt, guessAt } from './amount.ts'
import { coreAt } from './core.ts'
import { calendarDate, sameMonth } from './date.ts'
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts'
import type { Frame } from './frame.ts'
import { addMonths } from './month.ts'
import { nearestDate } from './nearest.ts'
import { numberOf } from './numerals.ts'
import type { Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Days, stretchAt } from './stretch.ts'
import { weekdayNumber } from './weekday.ts'
import { addWorkdays, workdaysBetween } from './workdays.ts'

/** The days it may begin and end on; `spells` where they go together in pairs. */
export interface Ends {
  to: number
  firsts: readonly Day[]
  lasts: readonly Day[]
  spells?: readonly Days[]
  /** Why it has to be asked about. */
  reason?: string
}

/** No spell can be taken. */
export interface Flaw {
  to: number
  reason: 'past' | 'invalid' | 'vague'
  say: string
}

type Start = Pick<Ends, 'to' | 'firsts' | 'reason'>

const TWO_DAYS = sticky('(今明|明后)(?:两|二|2)?天')
const TO = sticky('(?:起|开始)?(?:一直)?(?:-|~|至|到)')
const DOTTED = sticky('(\\d{1,2})\\.(\\d{1,2})(?![\\d.])')
const ON = sticky('(?:起|开始)')
const FROM = sticky(',?[从自]?')
const BRIDGE = sticky('[的,]?(?:一?共|计|合计|连续|连)?(?:请假?|休假?)?')
const TOTAL = sticky('[(,]?(?:一?共|共计|合计|计)?({n})天[)]?')
const PART = sticky('(?:全天|整天)')
const HALF = sticky('(?:一个)?(?:上午|下午|中午|晚上|早上)|半天')
const DATE = sticky('({d})[日号]')
const WEEKDAY = sticky('(?:周|星期|礼拜)?([一二三四五六日天])(?![月日号个十天])')
const SAME_MONTH = sticky(
  '((?:\\d{4}年|[今明本]年)?(?:{d}|本|这个?|下个?)月份?的?)?({d})[日号]?(?:-|~|至|到)({d})[日号]',
)
const ANOTHER =
  /^(?:[、,]|和|及|以及)(?:从|自)?(?:\d{1,2}[月日号.]|周[一二三四五六日天]|下周|星期|今天|明天|后天)/

const halfDay = (to: number): Flaw => ({
  to,
  reason: 'vague',
  say: '请假按整天登记，不足一天的不用登记。',
})

/** The spell that begins at a place of the folded text. */
export function spellAt(frame: Frame, i: number): Ends | Flaw | undefined {
  const found = together(frame, i) ?? withinMonth(frame, i) ?? dated(frame, i) ?? named(frame, i)
  if (!found || 'say' in found) return found
  if (ANOTHER.test(frame.text.slice(found.to)))
    return { to: found.to, reason: 'vague', say: '一次请登记连在一起的几天，分开的请分几次登记。' }
  return counted(frame, found)
}

/** 今明两天. */
function together({ text, today }: Frame, i: number): Ends | undefined {
  const found = matchAt(TWO_DAYS, text, i)
  if (!found) return undefined
  const first = addDays(today, found[1] === '今明' ? 0 : 1)
  return { to: i + found[0].length, firsts: [first], lasts: [addDays(first, 1)] }
}

/** 12月1日至5日, 12月1-5日, 1号到5号. */
function withinMonth(frame: Frame, i: number): Ends | Flaw | undefined {
  const found = matchAt(SAME_MONTH, frame.text, i)
  if (!found) return undefined
  const [whole, month = '', first, last] = found
  const to = i + whole.length
  const days = [first, last].map((date) => {
    const core = calendarDate({ ...frame, text: `${month}${date}日`, at: [] }, 0)
    return core && daysOf(core.sense)
  })
  const [begin, end] = days
  if (!begin || !end) return undefined
  if ('say' in begin) return { ...begin, to }
  if ('say' in end) return { ...end, to }
  return { to, firsts: begin.firsts, lasts: end.firsts }
}

/** A first day, and what follows it: a last day, a number of days, or nothing. */
function dated(frame: Frame, i: number): Ends | Flaw | undefined {
  const start = startAt(frame, i)
  if (!start || 'say' in start) return start
  const { text } = frame
  const half = matchAt(HALF, text, start.to)
  const at = start.to + (half ?? matchAt(PART, text, start.to) ?? [''])[0].length
  const link = matchAt(TO, text, at)
  const end = link && endAt(frame, at + link[0].length, start.firsts)
  if (end) {
    if ('say' in end) return end
    const late = matchAt(HALF, text, end.to)
    return { ...start, to: end.to + (late?.[0].length ?? 0), lasts: end.firsts }
  }
  if (half) return halfDay(at)
  const on = matchAt(ON, text, at)
  const after = at + (on?.[0].length ?? 0)
  const long = amountAt(text, after + (matchAt(BRIDGE, text, after)?.[0].length ?? 0))
  if (long && (on || long.days + long.workdays + long.months > 0))
    return lasting(frame, start, long)
  if (on) return { to: after, reason: 'vague', say: '只说了从哪天起，请写明到哪一天。' }
  return {
    ...start,
    to: at,
    lasts: start.firsts,
    spells: start.firsts.map((day) => ({ first: day, last: day })),
  }
}

/** The first day of a spell; of 周三四 the first of the two. */
function startAt(frame: Frame, i: number): Start | Flaw | undefined {
  const core = coreAt(frame, i)
  if (!core || core.from !== undefined) return undefined
  const days = daysOf(core.sense)
  return days && { ...days, to: core.to }
}

/** The last day: in the month or week of the first where it says no more. */
function endAt(frame: Frame, i: number, firsts: readonly Day[]): Start | Flaw | undefined {
  const date = matchAt(DATE, frame.text, i)
  const [first] = firsts
  if (date && first) {
    const day = sameMonth(first, numberOf(date[1] ?? '') ?? 0)
    if (day && day >= first) return { to: i + date[0].length, firsts: [day] }
  }
  const dotted = matchAt(DOTTED, frame.text, i)
  if (dotted) {
    const day = daysOf(nearestDate(frame.today, Number(dotted[1]), Number(dotted[2])))
    return day && { ...day, to: i + dotted[0].length }
  }
  const core = coreAt(frame, i) ?? calendarDate(frame, i)
  const bare = matchAt(WEEKDAY, frame.text, i)
  if (bare && first) {
    const ahead = (weekdayNumber(bare[1] ?? '') - weekdayOf(first) + 7) % 7
    return { to: i + bare[0].length, firsts: firsts.map((day) => addDays(day, ahead)) }
  }
  const days = core && daysOf(core.sense)
  return days && { ...days, to: core.to }
}

function daysOf(sense: Sense): Omit<Start, 'to'> | Omit<Flaw, 'to'> | undefined {
  switch (sense.is) {
    case 'day':
      if (sense.name || sense.period) return undefined
      return sense.today
        ? { firsts: sense.days, reason: '今天就是这一天，请选定日期。' }
        : { firsts: sense.days }
    case 'several':
      return { firsts: sense.days, reason: sense.reason }
    case 'flaw':
      return { reason: sense.reason, say: sense.say }
    default:
      return undefined
  }
}

/** 下周, 12月: from its first day, or from today when that has passed; and 3天 alone, which does not say from when. */
function named(frame: Frame, i: number): Ends | Flaw | undefined {
  const { text, today } = frame
  if (matchAt(HALF, text, i)) return halfDay(i + 2)
  const stretch = stretchAt(frame, i)
  if (stretch && !stretch.bare && (stretch.unit === 'week' || stretch.unit === 'month')) {
    const spells = stretch.spans.map(({ first, last }) => ({
      first: first < today && today <= last ? today : first,
      last,
    }))
    return { to: stretch.to, firsts: [], lasts: [], spells }
  }
  const guess = guessAt(text, i)
  if (guess) return { to: guess.to, reason: 'vague', say: '天数只是约数，请写明从哪天到哪天。' }
  const long = amountAt(text, i)
  if (!long) return undefined
  if (long.minutes > 0) return halfDay(long.to)
  const begins = beginningAt(frame, long.to)
  if (begins) return { ...lasting(frame, begins, long), to: begins.to }
  const firsts = [today, addDays(today, 1)]
  return {
    ...lasting(frame, { to: long.to, firsts }, long),
    reason: '没有写从哪天起，请选定日期。',
  }
}

/** 三天，从12月1日起: where it begins, said behind its length. */
function beginningAt(frame: Frame, i: number): Start | undefined {
  const lead = matchAt(FROM, frame.text, i)?.[0].length ?? 0
  const start = startAt(frame, i + lead)
  const on = start && matchAt(ON, frame.text, start.to)
  return on && !('say' in start) ? { ...start, to: start.to + on[0].length } : undefined
}

/** So many days from the first: by the calendar, and by working days where that differs. */
function lasting(frame: Frame, start: Start, long: NonNullable<ReturnType<typeof amountAt>>): Ends {
  const spells = start.firsts.flatMap((first) => {
    const end = addDays(addMonths(first, long.months), long.days - 1)
    const worked = addWorkdays(addDays(first, -1), long.workdays || long.days, frame.calendar)
    const lasts =
      long.workdays > 0 ? [worked] : long.days % 7 === 0 || end === worked ? [end] : [end, worked]
    return lasts.map((last) => ({ first, last }))
  })
  const reason = '天数按日历天算或按工作日算，止于不同的日期，请选定。'
  return {
    ...start,
    to: long.to,
    lasts: [],
    spells,
    ...(spells.length > start.firsts.length ? { reason } : {}),
  }
}

/** （共5天） behind it must be what the days come to. */
function counted(frame: Frame, found: Ends): Ends | Flaw {
  const total = matchAt(TOTAL, frame.text, found.to)
  if (!total) return found
  const to = found.to + total[0].length
  const spells =
    found.spells ?? found.firsts.flatMap((first) => found.lasts.map((last) => ({ first, last })))
  const said = numberOf(total[1] ?? '')
  const fits = spells.some(
    ({ first, last }) =>
      daysBetween(first, last) + 1 === said ||
      workdaysBetween(addDays(first, -1), last, frame.calendar) === said,
  )
  return fits
    ? { ...found, to }
    : { to, reason: 'invalid', say: '写的天数和日期对不上，请核对后重新填写。' }
}
