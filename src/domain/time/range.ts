/** Rule 12: of a range, the end counts. */
import { type Clock, clockAt } from './clock.ts'
import { coreAt } from './core.ts'
import { calendarDate, sameMonth } from './date.ts'
import type { Frame } from './frame.ts'
import { nearestDate } from './nearest.ts'
import { numberOf } from './numerals.ts'
import type { Sense } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'

const TO = sticky('(?:起|开始)?(?:至|到|-|~)')
const DOTTED = sticky('(\\d{1,2})\\.(\\d{1,2})(?![\\d.])')
const DATE = sticky('({d})[日号]')

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

function endDay(frame: Frame, at: number, sense: Sense): { to: number; sense: Sense } | undefined {
  const [first] = sense.is === 'day' ? sense.days : []
  const date = matchAt(DATE, frame.text, at)
  if (date && first) {
    const day = sameMonth(first, numberOf(date[1] ?? '') ?? 0)
    if (day && day >= first) return { to: at + date[0].length, sense: { is: 'day', days: [day] } }
  }
  const dotted = matchAt(DOTTED, frame.text, at)
  if (dotted && sense.is === 'day' && sense.loose) {
    const end = nearestDate(frame.today, Number(dotted[1]), Number(dotted[2]))
    return { to: at + dotted[0].length, sense: end }
  }
  const core = coreAt(frame, at) ?? calendarDate(frame, at)
  if (!core || (core.sense.is !== 'day' && core.sense.is !== 'flaw')) return undefined
  return core
}
