/** 每月5日, 每月最后一个工作日, 每季度末, 每半年末, 每年12月底. */
import { numberOf } from './numerals.ts'
import type { MonthPlace } from './recurrence.ts'
import { matchAt, sticky } from './sticky.ts'
import { weekdayNumber } from './weekday.ts'
import type { Round } from './weekly.ts'

const HEAD = sticky(
  '(?:每个?|每逢|逢)(?:(半年)度?|(季)度?|(年)度?|(月))(?!报[表告刊]|[度刊均饼])份?的?',
)
const DATES = sticky('({d}[日号]?(?:[、,和及与至到-]{d}[日号]?){0,5})(?<=[日号])')
const END = sticky('(?:月|季度?|年)?(?:底|末|最后(?:一|1)?[天日])')
const WORKDAY = sticky('(?:第({n})|(最后(?:一|1)?|末)|(首|头一?)|倒数第({n})|前({n}))个?工作日')
const NTH_WEEKDAY = sticky(
  '(?:第({n})|(最后(?:一|1)?)|(首))个?(?:周|星期|礼拜)([一二三四五六日天])',
)
const TEN = sticky('(上|中|下)旬(?:末|底)?')
const QUARTER_MONTH = sticky('(?:(首|第一个?)|(中间|第二个?)|(末|最后一?个?|第三个?))月份?的?')
const MONTHS = sticky('({d}(?:月?份?[、,和及与]{d}){0,5})月份?的?')
const PAIR = sticky('[、,和及与]')
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

interface Placed {
  to: number
  places: MonthPlace[]
}

/** A rule by months at a place of the folded text. */
export function monthly(text: string, i: number): Round | undefined {
  const head = matchAt(HEAD, text, i)
  if (!head) return undefined
  const [whole, half, quarter, year] = head
  const to = i + whole.length
  if (year) return yearly(text, to)
  if (!half && !quarter) return built(to, ALL, placeAt(text, to))
  const ends = half ? [6, 12] : [3, 6, 9, 12]
  const length = half ? 6 : 3
  const named = half ? null : matchAt(QUARTER_MONTH, text, to)
  if (named) {
    const back = named[1] ? 2 : named[2] ? 1 : 0
    const at = to + named[0].length
    return built(
      at,
      ends.map((month) => month - back),
      placeAt(text, at),
    )
  }
  const place = placeAt(text, to)
  // The first working days of a quarter lie in its first month.
  const first = place?.places.every((each) => 'workday' in each && each.workday > 0) === true
  const fits =
    first || place?.places.every((each) => ('date' in each ? each.date < 0 : 'workday' in each))
  if (!fits) return { to: place?.to ?? to, rule: null }
  return built(to, first ? ends.map((month) => month - length + 1) : ends, place)
}

function yearly(text: string, to: number): Round {
  const months = matchAt(MONTHS, text, to)
  if (!months) {
    const place = placeAt(text, to)
    const first = place?.places.every((each) => 'workday' in each && each.workday > 0)
    if (first) return built(to, [1], place)
    const ends = place?.places.every((each) =>
      'date' in each ? each.date < 0 : 'workday' in each && each.workday < 0,
    )
    return ends ? built(to, [12], place) : { to: place?.to ?? to, rule: null }
  }
  const numbers = (months[1] ?? '').split(/月?份?[、,和及与]/).map((word) => numberOf(word) ?? 0)
  const at = to + months[0].length
  const round = built(at, numbers, placeAt(text, at, 31))
  if (!round.rule || numbers.some((month) => month < 1 || month > 12))
    return { to: round.to, rule: null }
  // 每年6月30日和12月31日: clipping keeps one rule for both.
  const pair = matchAt(PAIR, text, round.to)
  const next = pair ? matchAt(MONTHS, text, round.to + 1) : null
  if (!next) return round
  const month = numberOf(next[1] ?? '') ?? 0
  const other = placeAt(text, round.to + 1 + next[0].length, 31)
  const rule = round.rule
  if (!other || rule.every !== 'month') return round
  const ends = monthEnd(numbers[0] ?? 0, rule.places) && monthEnd(month, other.places)
  const equal = JSON.stringify(rule.places) === JSON.stringify(other.places)
  if (!ends && !equal) return { to: other.to, rule: null }
  const places: MonthPlace[] = ends ? [{ date: -1 }] : other.places
  return {
    to: other.to,
    rule: { ...rule, months: [...numbers, month].sort((a, b) => a - b), places },
  }
}

function monthEnd(month: number, places: readonly MonthPlace[]): boolean {
  const [place] = places
  if (!place || places.length > 1 || !('date' in place)) return false
  return (
    place.date === -1 || place.date === (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31)
  )
}

function built(to: number, months: readonly number[], place: Placed | undefined): Round {
  if (!place || place.places.length === 0) return { to: place?.to ?? to, rule: null }
  return { to: place.to, rule: { every: 'month', months, places: place.places, clock: '' } }
}

function placeAt(text: string, i: number, most = 30): Placed | undefined {
  const placed = (found: RegExpExecArray, ...places: MonthPlace[]): Placed => ({
    to: i + found[0].length,
    places,
  })
  let found = matchAt(WORKDAY, text, i)
  if (found) {
    const from = numberOf(found[1] ?? found[5] ?? (found[3] ? '1' : '')) ?? 0
    const back = found[2] ? 1 : (numberOf(found[4] ?? '') ?? 0)
    const workday = from || -back
    // No month has more than 23 working days, and a February may have 15.
    return workday !== 0 && Math.abs(workday) <= 15 ? placed(found, { workday }) : undefined
  }
  found = matchAt(NTH_WEEKDAY, text, i)
  if (found) {
    const nth = found[2] ? -1 : found[3] ? 1 : (numberOf(found[1] ?? '') ?? 0)
    return nth !== 0 && nth <= 4
      ? placed(found, { weekday: weekdayNumber(found[4] ?? ''), nth })
      : undefined
  }
  found = matchAt(TEN, text, i)
  if (found) return placed(found, { date: found[1] === '上' ? 10 : found[1] === '中' ? 20 : -1 })
  found = matchAt(END, text, i)
  if (found) return placed(found, { date: -1 })
  found = matchAt(DATES, text, i)
  if (!found) return undefined
  const list = (found[1] ?? '').replace(/[日号]/g, '')
  const parts = /[至到-]/.test(list) ? list.split(/[至到-]/).slice(-1) : list.split(/[、,和及与]/)
  const dates = parts.map((word) => numberOf(word) ?? 0)
  // A 31st that half of the months lack is no rule.
  if (dates.some((date) => date < 1 || date > most)) return { to: i + found[0].length, places: [] }
  return placed(found, ...dates.map((date) => ({ date })))
}
