/** A date put off by a length of time: 延期一周, 延期3个工作日, counted from the date it had. */
import { type Amount, amountAt } from './amount.ts'
import { type Calendar, touchesUnannounced } from './calendar.ts'
import { addDays, clockOf, dayOf, type Instant, instantAt } from './day.ts'
import { addMonths } from './month.ts'
import { addWorkdays, onOrAfterWorkday } from './workdays.ts'

/** The later moment, and where in the text its length stands. */
export interface Later {
  at: Instant
  provisional: boolean
  from: number
  to: number
}

/** A length that stands by itself in a half-width text, and the moment it puts a date off to; a rest day moves on (民法典 203). */
export function laterBy(text: string, due: Instant, calendar: Calendar): Later | undefined {
  for (const hit of text.matchAll(/(?:^|[\s,;。])(?:再?延长?|推迟|宽限)?/gu)) {
    const begins = hit.index + hit[0].length
    const amount = amountAt(text, begins)
    if (!amount || amount.minutes > 0 || !/^(?:[\s,;。]|$)/.test(text.slice(amount.to))) continue
    const day = dayLater(dayOf(due), amount, calendar)
    return {
      at: instantAt(day, clockOf(due)),
      provisional: touchesUnannounced(dayOf(due), day, calendar),
      from: hit.index,
      to: amount.to,
    }
  }
  return undefined
}

function dayLater(from: string, { workdays, months, days }: Amount, calendar: Calendar): string {
  if (workdays > 0) return addWorkdays(from, workdays, calendar)
  return onOrAfterWorkday(addDays(addMonths(from, months), days), calendar)
}
