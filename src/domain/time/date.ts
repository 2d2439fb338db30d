/** Calendar dates: 2026-12-05, 26年12月5日, 12月5日, 12/5, 12.5前, 下月5日, 5号. */
import type { Day } from './day.ts'
import type { Frame } from './frame.ts'
import { dayFrom, daysInMonth, monthOf } from './month.ts'
import { nearestDate, nearestDayOfMonth, noSuchDay } from './nearest.ts'
import { numberOf } from './numerals.ts'
import type { Core, Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'

/** The source of a pattern for a year in words or figures; one group holds the word before 年. */
export const YEAR =
  '(\\d{4}|[2-9]\\d|二[〇零][〇零一二三四五六七八九]{2}|今|本|当|明|(?<!\\d)后|去|上|前|次)年度?的?'

const ISO = sticky('((?:19|20)?\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.\\-/])[日号]?')
const COMPACT = sticky('((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)')
const MONTH_DAY = sticky(
  `(?:${YEAR})?({d})月份?的?(?:({d})[日号]?[-~至到])?({d})(?:[日号]|(?=之?前|以前|止|截|上午|下午|中午|晚|早|\\(|[,。;、)]|$))`,
)
const OF_MONTH = sticky(
  '(本|这个?|当|下下个?|下个?|下一个?|次|上个?)月份?的?({d})[日号](?![报内]?游)',
)
const DATE = sticky('(?:({d})[日号]?[-~至到])?({d})([日号])')
const SLASH = sticky('(\\d{1,2})([/.\\-])(\\d{1,2})(?![\\d/.:])(?!-(?!\\d{1,2}[/.]\\d))[日号]?')

// What is numbered or counted rather than dated.
const NUMBERED =
  /^(?:文(?!稿)|楼|线|院|车|机|令|公告|通知|通告|会议室|议题|议案|提案|建议|窗|门|桌|井|店|牌|码|地块|工程|项目|问题|任务|事项|案|专|台|柜|房|馆|厅|区|路|街|桥|泵|站|炉|标|包|合同|协议|单|件|函|决定|指示|批示|精神|方案|简报|专报|纪要|清单|督办|风|仓|岗|厂|矿|池|库|片|组|选手|球|种子|同志|首长|员)/
const DAILY =
  /^(?:游|均|报(?!送|告|备|名|批|审|上|到|至|给|表|材|结|数|进)|志|程|线|常|期|益|夜|制|元|用|产|本|子|照|光|历|内|后(?!勤)|龄|活动)/
const COUNTED =
  /^(?:万|亿|千|百|%|‰|个|家|户|项|条|件|次|人|名|元|吨|米|公|平|亩|倍|分|岁|版|级|寸|克|斤|度|折|小时|天|周(?![一二三四五六日天末])|年|月|期|批|代|号(?!前|之前|以前|[下上中]午)|以上|以下|以内的|[a-z])/i

/** The year a year's word means, against this year; figures of two digits are of this century. */
export function yearNamed(word: string, thisYear: number): number {
  const shift = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 后: 2, 去: -1, 上: -1, 前: -2 }[word]
  if (shift !== undefined) return thisYear + shift
  const number = numberOf(word) ?? Number.NaN
  return number < 100 ? 2000 + number : number
}

/** Whether a year is one that deadlines are set in: 1950 to 2150. */
export function isYear(year: number): boolean {
  return year >= 1950 && year <= 2150
}

/** How many months ahead 本月, 下月, 下下月, 上月 lie. */
export function monthsAhead(word: string): number {
  if (word.startsWith('下下')) return 2
  return /^[下次]/.test(word) ? 1 : word.startsWith('上') ? -1 : 0
}

function exact(year: number, month: number, date: number): Sense {
  if (!isYear(year) || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    return noSuchDay(`${year}年${month}月${date}日`)
  }
  return { is: 'day', days: [dayFrom(year, month, date)] }
}

function monthDay(frame: Frame, year: string | undefined, month: number, date: number): Sense {
  if (year !== undefined) return exact(yearNamed(year, monthOf(frame.today).year), month, date)
  if (month < 1 || month > 12) return noSuchDay(`${month}月${date}日`)
  return nearestDate(frame.today, month, date)
}

const figure = (word: string | undefined): number => numberOf(word ?? '') ?? Number.NaN

/** A date written with its parts. */
export function calendarDate(frame: Frame, i: number): Core | undefined {
  const { text, today } = frame
  let found = matchAt(COMPACT, text, i)
  if (found) {
    return {
      to: i + found[0].length,
      sense: exact(Number(found[1]), Number(found[2]), Number(found[3])),
    }
  }
  found = matchAt(ISO, text, i)
  if (found && (found[1]?.length === 4 || /^[2-3]/.test(found[1] ?? ''))) {
    const sense = exact(yearNamed(found[1] ?? '', 0), Number(found[3]), Number(found[4]))
    return { to: i + found[0].length, sense }
  }
  found = matchAt(MONTH_DAY, text, i)
  if (found) {
    const sense = monthDay(frame, found[1], figure(found[2]), figure(found[4]))
    if (sense.is === 'flaw' && !Number.isFinite(figure(found[4]))) return undefined
    const [day] = sense.is === 'day' ? sense.days : []
    if (day && figure(found[3]) > figure(found[4]))
      return { to: i + found[0].length, sense: backwards(day) }
    return { to: i + found[0].length, sense }
  }
  found = matchAt(OF_MONTH, text, i)
  if (found) {
    const { year, month } = monthOf(today)
    const first = dayFrom(year, month + monthsAhead(found[1] ?? ''), 1)
    const at = monthOf(first)
    return { to: i + found[0].length, sense: exact(at.year, at.month, figure(found[2])) }
  }
  return dayOfMonth(frame, i) ?? slashed(frame, i)
}

function dayOfMonth({ text, today }: Frame, i: number): Core | undefined {
  const found = matchAt(DATE, text, i)
  if (!found) return undefined
  const to = i + found[0].length
  const follow = text.slice(to, to + 4)
  if (found[3] === '号') {
    if (NUMBERED.test(follow)) return undefined
    if (/(?:[[(]\d{2,4}[\])]|第|字|编号|^报|楼|栋)$/.test(text.slice(Math.max(0, i - 6), i)))
      return undefined
  } else if (DAILY.test(follow)) return undefined
  const date = figure(found[2])
  if (Number.isNaN(date)) return undefined
  if (
    found[1] !== undefined &&
    figure(found[1]) <= 10 &&
    found[3] === '日' &&
    !/[日号]/.test(found[0].slice(0, -1))
  ) {
    // 3-5日 without a month: the 5th, or three to five days?
    const end = nearestDayOfMonth(today, date)
    const reason = `“${found[0]}”可指日期，也可指天数，请选定日期。`
    return {
      to,
      sense: end.is === 'day' ? { is: 'several', days: end.days.slice(0, 1), reason } : end,
    }
  }
  return { to, sense: nearestDayOfMonth(today, date) }
}

function slashed({ text, today }: Frame, i: number): Core | undefined {
  const found = matchAt(SLASH, text, i)
  if (!found) return undefined
  const to = i + found[0].length
  const [, month = '', mark, date = ''] = found
  if (COUNTED.test(text.slice(to, to + 5))) return undefined
  // 12.5 is a number unless a marker makes it a date.
  if (
    mark === '.' &&
    !/^(?:之?前|以前|止|截|\(|周| ?[上下中]午| \d{1,2}[:点]\d?|[-~]\d{1,2}\.\d)/.test(
      text.slice(to, to + 6),
    )
  )
    return undefined
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31)
    return undefined
  const sense = nearestDate(today, Number(month), Number(date))
  return { to, sense: sense.is === 'day' ? { ...sense, loose: true } : sense }
}

/** 12月28日至1日: that day lies before the beginning; the next month's may be meant. */
export function backwards(day: Day): Sense {
  const { year, month } = monthOf(day)
  const next = dayFrom(year, month + 1, 1)
  const later = sameMonth(next, Number(day.slice(8)))
  const reason = '结束的日期早于开始的日期，请选定日期。'
  return { is: 'several', days: later ? [day, later] : [day], reason }
}

/** The same date in the month of another day, for the end of a range; undefined when it has none. */
export function sameMonth(day: Day, date: number): Day | undefined {
  const { year, month } = monthOf(day)
  return date >= 1 && date <= daysInMonth(year, month) ? dayFrom(year, month, date) : undefined
}
