/** Rule 12: of a range, the end counts. */
import { type Clock, clockAt } from './clock.ts'
import { coreAt } from './core.ts'
import { backwards, calendarDate, sameMonth } from './date.ts'
import { addDays, type Day, weekdayOf } from './day.ts'
import type { Frame } from './frame.ts'
import { monthOf } from './month.ts'
import { nearestDate } from './nearest.ts'
import { numberOf } from './numerals.ts'
import type { Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'
import { WEEKDAY as NUMBER_WORD, weekdayNumber } from './weekday.ts'

const TO = sticky('(?:起|开始)?(?:至|到|-|~)')
const DOTTED = sticky('(\\d{1,2})\\.(\\d{1,2})(?![\\d.])')
const DATE = sticky('({d})[日号]')
const WEEKDAY = sticky(`(周|星期|礼拜)?(${NUMBER_WORD})(?![月日号个十百天点时半])`)
const AFTER_WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天](?:起|开始)?(?:至|到|-|~)$/

/** What a range that goes on at a place ends with. */
export interface RangeEnd {
  to: number
  sense: Sense
  clock: Clock | undefined
}

/** The end of the range whose beginning (a day, a time of day, or both) has been read up to a place. */
export function rangeEnd(
  frame: Frame,
  i: number,
  sense: Sense | undefined,
  clock: Clock | undefined,
): RangeEnd | undefined {
  const { text, hours } = frame
  const link = matchAt(TO, text, i)
  if (!link) return undefined
  const at = i + link[0].length
  const day = sense ? endDay(frame, at, sense) : undefined
  if (day) {
    const late = clockAt(text, day.to, hours)
    return { to: late?.to ?? day.to, sense: day.sense, clock: late }
  }
  if (!clock) return undefined
  const late = clockAt(text, at, hours, clock.part)
  if (!late?.hour && !late?.shift) return undefined
  return { to: late.to, sense: sense ?? { is: 'day', days: [frame.today] }, clock: late }
}

function endDay(frame: Frame, at: number, sense: Sense): RangeDay | undefined {
  const starts = sense.is === 'day' ? sense.days : []
  const [first] = starts
  const date = matchAt(DATE, frame.text, at)
  if (date && first) {
    const to = at + date[0].length
    const day = sameMonth(first, numberOf(date[1] ?? '') ?? 0)
    if (day) return { to, sense: day >= first ? { is: 'day', days: [day] } : backwards(day) }
  }
  const bare = first && matchAt(WEEKDAY, frame.text, at)
  if (bare && (bare[1] || AFTER_WEEKDAY.test(frame.text.slice(Math.max(0, at - 8), at))))
    return weekdayAfter(frame, at + bare[0].length, starts, weekdayNumber(bare[2] ?? ''))
  const dotted = matchAt(DOTTED, frame.text, at)
  if (dotted && sense.is === 'day' && sense.loose) {
    const end = nearestDate(frame.today, Number(dotted[1]), Number(dotted[2]))
    return { to: at + dotted[0].length, sense: end }
  }
  const core = coreAt(frame, at) ?? calendarDate(frame, at)
  if (!core || (core.sense.is !== 'day' && core.sense.is !== 'flaw')) return undefined
  return { to: core.to, sense: inYearOf(frame, at, starts, core.sense) }
}

interface RangeDay {
  to: number
  sense: Sense
}

/** 下周一至周三: the weekday that follows the beginning; of 周一至周三 said on a Tuesday this week's Wednesday. */
function weekdayAfter(
  { today }: Frame,
  to: number,
  starts: readonly Day[],
  weekday: number,
): RangeDay {
  const days = starts.map((day) => addDays(day, (weekday - weekdayOf(day) + 7) % 7))
  const [first, second] = starts
  const running = days[0] && addDays(days[0], -7)
  const begun = first !== undefined && second !== undefined && weekdayOf(first) < weekday
  const ahead = begun && first > today && running !== undefined && running >= today
  return { to, sense: { is: 'day', days: ahead ? [running, ...days] : days } }
}

/** 5月1日至6月30日: an end without a year lies in that of a beginning still ahead. */
function inYearOf({ today, text }: Frame, at: number, starts: readonly Day[], end: Sense): Sense {
  const [begin] = starts.filter((day) => day >= today)
  const [said] = end.is === 'day' ? end.days : []
  if (!begin || !said || end.is !== 'day' || /^(?:\d{4}|[本今去]年)/.test(text.slice(at, at + 4)))
    return end
  if (end.days.some((day) => day >= begin)) return end
  const { year } = monthOf(begin)
  const days = [year, year + 1].map((one) => `${one}${said.slice(4)}` as Day)
  return { ...end, days: days.filter((day) => day >= begin) }
}
