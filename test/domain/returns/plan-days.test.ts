import { describe, expect, test } from 'vitest'
import { planDay, planEve } from '../../../src/domain/returns/plan-days.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { notices } from '../../../src/domain/time/notices.ts'

const calendar = calendarOf(notices)

describe('次月计划 is due on the last working day of the month', () => {
  // The table of domain.md B.3, "last working day of each month".
  const days: Record<string, string[]> = {
    '2022': '01-30 02-28 03-31 04-29 05-31 06-30 07-29 08-31 09-30 10-31 11-30 12-30'.split(' '),
    '2025': '01-27 02-28 03-31 04-30 05-30 06-30 07-31 08-29 09-30 10-31 11-28 12-31'.split(' '),
    '2026': '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31'.split(' '),
  }
  test.each(Object.entries(days))('in every month of %s', (year, expected) => {
    const found = expected.map((_, i) => {
      const month =
        i === 11 ? `${Number(year) + 1}-01` : `${year}-${String(i + 2).padStart(2, '0')}`
      return planDay(month, calendar)
    })
    expect(found).toEqual(expected.map((day) => `${year}-${day}`))
  })

  test.each([
    ['2022-02', '2022-01-28'], // due Sunday the 30th, worked like Saturday the 29th (F11)
    ['2026-03', '2026-02-27'], // due Saturday the 28th, worked
    ['2026-12', '2026-11-27'], // due Monday the 30th
    ['2022-06', '2022-05-30'],
  ])('the plan for %s is first asked for on %s', (month, eve) => {
    expect(planEve(month, calendar)).toBe(eve)
  })
})
