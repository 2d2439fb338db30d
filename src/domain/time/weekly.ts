/** 每周五, 每周一、三、五, 每周一至周五, 隔周周五, 每两周周一. */
import { addDays, type Day } from './day.ts'
import { numberOf } from './numerals.ts'
import type { Recurrence } from './recurrence.ts'
import { matchAt, sticky } from './sticky.ts'
import { weekdayNumber } from './weekday.ts'

/** A rule still without its clock, null where a day is missing or the interval is unclear. */
export interface Round {
  to: number
  rule: Recurrence | null
}

const HEAD = sticky(
  '(?:(?:每个?|每逢|逢)(?:一个?)?|(隔)(?:一个?)?|每(?:个)?(两|双|{n})个?)(?:周|星期|礼拜)的?(?:周|星期|礼拜)?',
)
const LINK = '(?:[、,和及与]|至|到|-)?(?:每?(?:周|星期|礼拜))?'
const DAYS = sticky(
  `(?:[一二三四五六日天](?:${LINK}[一二三四五六日](?![天次个项条])){0,6}(?![次个项条])|[1-7](?:[、,和及与至到-][1-7]){0,6}(?![\\d:点号月次个项条]))`,
)
const GAP = sticky(
  '(?:每隔(?:{n}|一)?个?|(?:每逢?|逢)?[单双])(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜)?[一二三四五六日天](?!次))?',
)

/** A weekly rule at a place, `from` today with the clock given. */
export function weekly(text: string, i: number, today: Day): Round | undefined {
  const unclear = matchAt(GAP, text, i)
  if (unclear) return { to: i + unclear[0].length, rule: null }
  const head = matchAt(HEAD, text, i)
  if (!head) return undefined
  const to = i + head[0].length
  const [, alternate, count] = head
  const step = alternate ? 2 : count === undefined || count === '双' ? 1 : (numberOf(count) ?? 0)
  const days = matchAt(DAYS, text, to)
  if (!days || step < 1 || step > 53 || count === '双') return { to, rule: null }
  const weekdays = weekdaysIn(days[0])
  const end = to + days[0].length
  if (weekdays.length === 0) return { to: end, rule: null }
  return { to: end, rule: { every: 'week', step, from: addDays(today, 0), weekdays, clock: '' } }
}

/** The weekdays of a list, 一、三、五 or 一至五, each 1 to 7, in order. */
export function weekdaysIn(list: string): number[] {
  const found = new Set<number>()
  let previous = 0
  let range = false
  for (const char of list) {
    if (/[至到-]/.test(char)) range = true
    if (!/[一二三四五六日天1-7]/.test(char)) continue
    const number = weekdayNumber(char)
    for (let each = range ? previous + 1 : number; each <= number; each++) found.add(each)
    previous = number
    range = false
  }
  return [...found].sort((a, b) => a - b)
}
