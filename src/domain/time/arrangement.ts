/** A year's holiday arrangement comes into the office: which one is wanted, whether it may be taken, what it changes. */
import { Declined } from '../declined.ts'
import { readNotice } from './announcement.ts'
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import type { Notice } from './notices.ts'

/** Past notices are dated 25 October to 8 December of the year before (deadlines.md). */
const AWAITED_FROM = '10-25'

/** The year whose notice the office should have by now and has not; undefined while all is well. */
export function yearAwaited(today: Day, calendar: Calendar): number | undefined {
  const year = Number(today.slice(0, 4))
  if (!calendar.announced(year)) return year
  return today.slice(5) >= AWAITED_FROM && !calendar.announced(year + 1) ? year + 1 : undefined
}

/**
 * The notice in a pasted text. Declines one that contradicts itself, naming every contradiction, one for a year
 * that is over, and one that says what is known already.
 */
export function takeNotice(text: string, known: (year: number) => Notice | undefined, today: Day) {
  const announcement = readNotice(text)
  if (announcement.kind === 'flawed') {
    const { findings } = announcement
    const say = ['通知没有登记，请核对：', ...findings].join('\n')
    throw new Declined('E-NOTICE-1', findings.length === 1 ? say.replace('\n', '') : say)
  }
  const { notice } = announcement
  const { year } = notice
  if (year < Number(today.slice(0, 4)))
    throw new Declined('E-NOTICE-3', `${year}年已经过去，只登记今年和以后的放假通知。`)
  const before = known(year)
  if (before && sameDays(before, notice))
    throw new Declined('E-NOTICE-2', `${year}年的放假安排早已登记，与这份通知相同。`, ['登记 调休'])
  return { notice, before }
}

/** Whether two notices arrange the same days. */
export function sameDays(one: Notice, other: Notice): boolean {
  const facts = ({ off, work }: Notice) => JSON.stringify([[...off].sort(), [...work].sort()])
  return facts(one) === facts(other)
}

/** A day on which two calendars differ. */
export interface DayChange {
  day: Day
  works: boolean
  /** The festival for which it is off now. */
  festival: string | undefined
  worked: boolean
}

/** The days from one to another (both counted) that are worked by one calendar and not by the other. */
export function changedDays(before: Calendar, after: Calendar, from: Day, to: Day): DayChange[] {
  const changes: DayChange[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const works = after.isWorkday(day)
    const worked = before.isWorkday(day)
    if (works !== worked) changes.push({ day, works, worked, festival: after.holidayOf(day) })
  }
  return changes
}
