/** Named stretches: 本周, 12月, 下月, 一季度, 上半年, 今年; which days each may mean. */

import { monthsAhead, YEAR, yearNamed } from './date.ts'
import { addDays, type Day, weekdayOf } from './day.ts'
import type { Frame } from './frame.ts'
import { dayFrom, lastOfMonth, monthOf } from './month.ts'
import { isNear } from './nearest.ts'
import { numberOf } from './numerals.ts'
import { matchAt, sticky } from './sticky.ts'

/** A stretch of days, both counted. */
export interface Days {
  first: Day
  last: Day
}

/** A stretch named in a text: in order of preference, what it may mean. */
export interface Stretch {
  to: number
  unit: 'week' | 'month' | 'quarter' | 'half' | 'year'
  spans: readonly Days[]
  /** Only the unit was said (月底, 季末, 年底, 周末): a word must follow that makes it a time. */
  bare: boolean
}

const WEEK = sticky(
  '(本|这个?|这一|当|下下个?|下个?|下一个?|上个?)(?:周|星期|礼拜)(?![一二三四五六日天1-7])|周(?=内|末|中(?!国)|初|底)',
)
const MONTH = sticky(
  `(?:${YEAR})?({d})月份?|(本|这个?|当|下下个?|下个?|下一个?|次|上个?)月份?|月(?=[底末内终]|初(?!步|期|级)|中(?!国|央|心|间)|[上中下]旬|最后)|(?=[上中下]旬)`,
)
const QUARTER = sticky(
  `(?:${YEAR})?(?:第?([一二三四1-4])季度?|q([1-4]))|(本|这个?|当|下个?|下一个?|上个?)季度?|季度?(?=[末底初]|度?内|最后)`,
)
const HALF = sticky(`(?:${YEAR})?([上下])半年度?`)
const YEARLY = sticky(
  `${YEAR}(?:年(?=[底末内终初中]))?|(?:全年|本年度)|年度?(?=[底末内终]|初(?!步)|中(?!国|央|心|间|旬|期))`,
)

/** The stretch at a place of the folded text. */
export function stretchAt(frame: Frame, i: number): Stretch | undefined {
  return week(frame, i) ?? month(frame, i) ?? quarter(frame, i) ?? half(frame, i) ?? year(frame, i)
}

function week({ text, today }: Frame, i: number): Stretch | undefined {
  const found = matchAt(WEEK, text, i)
  if (!found) return undefined
  const word = found[1] ?? ''
  const shift = word.startsWith('下下')
    ? 2
    : word.startsWith('下')
      ? 1
      : word.startsWith('上')
        ? -1
        : 0
  const first = addDays(today, 1 - weekdayOf(today) + 7 * shift)
  const spans = [{ first, last: addDays(first, 6) }]
  return { to: i + found[0].length, unit: 'week', spans, bare: word === '' }
}

function months(year: number, month: number, length: number): Days {
  return { first: dayFrom(year, month, 1), last: lastOfMonth(year, month + length - 1) }
}

// Without a year: this year's, else next year's when that is near.
function nearest(today: Day, month: number, length: number): Days[] {
  const { year } = monthOf(today)
  const next = months(year + 1, month, length)
  const now = months(year, month, length)
  return isNear(today, next.last) ? [now, next] : [now]
}

function inYear(frame: Frame, word: string | undefined, month: number, length: number): Days[] {
  if (word === undefined) return nearest(frame.today, month, length)
  return [months(yearNamed(word, monthOf(frame.today).year), month, length)]
}

function month(frame: Frame, i: number): Stretch | undefined {
  const found = matchAt(MONTH, frame.text, i)
  if (!found) return undefined
  const [whole, yearWord, number, word] = found
  const to = i + whole.length
  const { year, month: now } = monthOf(frame.today)
  if (number !== undefined) {
    const named = numberOf(number) ?? 0
    if (named < 1 || named > 12) return undefined
    return { to, unit: 'month', spans: inYear(frame, yearWord, named, 1), bare: false }
  }
  if (word !== undefined) {
    return { to, unit: 'month', spans: [months(year, now + monthsAhead(word), 1)], bare: false }
  }
  // 月内 is this month; 月底 and 中旬 take the nearest.
  const spans = [months(year, now, 1), months(year, now + 1, 1)]
  return {
    to,
    unit: 'month',
    spans: frame.text.startsWith('内', to) ? spans.slice(0, 1) : spans,
    bare: true,
  }
}

function quarter(frame: Frame, i: number): Stretch | undefined {
  const found = matchAt(QUARTER, frame.text, i)
  if (!found) return undefined
  const [whole, yearWord, number, letter, word] = found
  const to = i + whole.length
  const named = number ?? letter
  if (named !== undefined) {
    const spans = inYear(frame, yearWord, 3 * (numberOf(named) ?? 1) - 2, 3)
    return { to, unit: 'quarter', spans, bare: false }
  }
  const { year, month: now } = monthOf(frame.today)
  const first = now - ((now - 1) % 3) + 3 * monthsAhead(word ?? '')
  const spans = [months(year, first, 3)]
  if (word === undefined && !frame.text.startsWith('内', to)) spans.push(months(year, first + 3, 3))
  return { to, unit: 'quarter', spans, bare: word === undefined }
}

function half(frame: Frame, i: number): Stretch | undefined {
  const found = matchAt(HALF, frame.text, i)
  if (!found) return undefined
  const spans = inYear(frame, found[1], found[2] === '上' ? 1 : 7, 6)
  return { to: i + found[0].length, unit: 'half', spans, bare: false }
}

function year(frame: Frame, i: number): Stretch | undefined {
  const found = matchAt(YEARLY, frame.text, i)
  if (!found) return undefined
  const to = i + found[0].length
  const now = monthOf(frame.today).year
  const named = found[1] === undefined ? now : yearNamed(found[1], now)
  const bare = found[0].startsWith('年')
  const spans = [months(named, 1, 12)]
  // 年初 and 年中 may be next year's; 年底 and 年内 are this year's.
  if (bare && /[初中]/.test(frame.text.charAt(to))) spans.push(months(named + 1, 1, 12))
  return { to, unit: 'year', spans, bare }
}
