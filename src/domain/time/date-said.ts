/** A moment as a notice says it: `12月4日 周五 18:00`. */
import { clockOf, dayOf, type Instant, weekdayName } from './day.ts'

/** The month, the day, its weekday and the clock; the year is the reader's own. */
export function dateSaid(at: Instant): string {
  const day = dayOf(at)
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日 ${weekdayName(day)} ${clockOf(at)}`
}
