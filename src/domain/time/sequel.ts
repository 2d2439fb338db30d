/** What may still follow a day and its marker. */
import { amountAt } from './amount.ts'
import { type Clock, clockAt } from './clock.ts'
import { addDays } from './day.ts'
import type { Frame } from './frame.ts'
import { type Behind, behind } from './marker.ts'
import { counted } from './period.ts'
import type { NamedDay, Sense } from './sense.ts'
import { addWorkdays } from './workdays.ts'

/** The phrase as it stands once its sequel is taken in. */
export interface Sequel {
  to: number
  sense: Sense
  clock?: Clock
  word: Behind
}

/** An hour (12月5日前下午3点), days ahead (12月5日前3天), or a period that begins there (自12月1日起3日内). */
export function sequel(
  frame: Frame,
  to: number,
  sense: NamedDay,
  word: Behind,
): Sequel | undefined {
  if (word === 'before') return daysAhead(frame, to, sense) ?? hour(frame, to, sense)
  if (word === 'since' || word === 'after') return periodFrom(frame, to, sense)
  return undefined
}

function hour(frame: Frame, to: number, sense: NamedDay): Sequel | undefined {
  const clock = clockAt(frame.text, to, frame.hours)
  if (!clock?.hour) return undefined
  const mark = behind(frame.text, clock.to)
  return { to: mark?.to ?? clock.to, sense, clock, word: 'before' }
}

function daysAhead(frame: Frame, to: number, sense: NamedDay): Sequel | undefined {
  const { text, today, calendar } = frame
  const amount = amountAt(text, to)
  if (
    !amount ||
    amount.minutes > 0 ||
    amount.months > 0 ||
    /^(?:的|内)/.test(text.slice(amount.to))
  ) {
    return undefined
  }
  const day = sense.days.find((each) => each >= today) ?? today
  const early =
    amount.workdays > 0
      ? addWorkdays(day, -Math.min(amount.workdays, 60), calendar)
      : addDays(day, -amount.days)
  const reason = '提前的天数怎样算有不同理解，请选定日期。'
  return { to: amount.to, sense: { is: 'several', days: [early, day], reason }, word: 'until' }
}

function periodFrom(frame: Frame, to: number, sense: NamedDay): Sequel | undefined {
  const { text } = frame
  const [base] = sense.days
  const amount = amountAt(text, to + (text.charAt(to) === ',' ? 1 : 0))
  const mark = amount ? behind(text, amount.to) : undefined
  if (!base || !amount || mark?.word !== 'within') return undefined
  return { to: mark.to, sense: counted(frame, base, amount, true), word: 'within' }
}
