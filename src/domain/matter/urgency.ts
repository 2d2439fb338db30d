/** One order of urgency for every list: what falls due first comes first; 特急 before others of the same moment. */
import type { Calendar } from '../time/calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantAt, weekdayOf } from '../time/day.ts'
import { lastOfMonth, monthOf } from '../time/month.ts'
import { addWorkdays } from '../time/workdays.ts'
import { type Matter, nextDate } from './matter.ts'

type Pressing = Pick<Matter, 'id' | 'urgent' | 'due' | 'steps' | 'suspended'>

/** Negative when the first presses more. */
export const compareUrgency = (a: Pressing, b: Pressing): number =>
  comparePressure({ ...a, next: nextDate(a) }, { ...b, next: nextDate(b) })

/** The same where the next date is known already. */
export function comparePressure(
  a: Pick<Matter, 'id' | 'urgent'> & { next: Instant },
  b: Pick<Matter, 'id' | 'urgent'> & { next: Instant },
): number {
  const urgent = (one: { urgent: string | null }) => (one.urgent === null ? 1 : 0)
  return a.next - b.next || urgent(a) - urgent(b) || a.id - b.id
}

/** 逾期: red. The others: due by the end of that span, what is overdue included. */
export type Scope = '逾期' | '今天' | '本周' | '本月'

/** The end of a span, exclusive; nothing for 逾期, which is a light. */
export function endOfScope(scope: Scope, today: Day): Instant | undefined {
  const { year, month } = monthOf(today)
  const last = {
    今天: today,
    本周: addDays(today, 7 - weekdayOf(today)),
    本月: lastOfMonth(year, month),
    逾期: undefined,
  }[scope]
  return last === undefined ? undefined : instantAt(last, '24:00')
}

/** Before this moment a date still to come is yellow: three working days from now. */
export const yellowBefore = (now: Instant, calendar: Calendar): Instant =>
  instantAt(addWorkdays(dayOf(now), 3, calendar), '24:00')
