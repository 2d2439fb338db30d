/** How a span of days is made up: which of them are worked, which festivals lie in it, which weekends are worked instead. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day, weekdayOf } from './day.ts'

export interface Reckoned {
  /** Days after the first up to and with the last. */
  days: number
  workdays: number
  /** Festivals, with the first and last day off that lie in the span. */
  festivals: { name: string; from: Day; to: Day }[]
  /** Weekend days that are worked: 调休. */
  makeup: Day[]
}

/** The days after one day up to and with another. */
export function reckoned(from: Day, to: Day, calendar: Calendar): Reckoned {
  const found: Reckoned = { days: 0, workdays: 0, festivals: [], makeup: [] }
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    found.days += 1
    const works = calendar.isWorkday(day)
    if (works) found.workdays += 1
    if (works && weekdayOf(day) > 5) found.makeup.push(day)
    const name = works ? undefined : calendar.holidayOf(day)
    const last = found.festivals.at(-1)
    if (name !== undefined && last?.name === name) last.to = day
    else if (name !== undefined) found.festivals.push({ name, from: day, to: day })
  }
  return found
}
