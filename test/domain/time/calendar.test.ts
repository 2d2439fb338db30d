import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calendarOf, touchesUnannounced } from '../../../src/domain/time/calendar.ts'
import { addDays, type Day, weekdayOf } from '../../../src/domain/time/day.ts'
import { addMonths, lastWorkdayOfMonth, nthWorkdayOfMonth } from '../../../src/domain/time/month.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { firstWorkdayOfWeek, lastWorkdayOfWeek, weekOf } from '../../../src/domain/time/week.ts'
import {
  addWorkdays,
  nextWorkday,
  onOrAfterWorkday,
  previousWorkday,
  workdaysBetween,
} from '../../../src/domain/time/workdays.ts'

const calendar = calendarOf(notices)
const published = new URL('../../../../shared/reference/holiday-notices.json', import.meta.url)

function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
    days.push(day)
  return days
}

describe('the tables of the rule book', () => {
  test.each([
    [2022, 249],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(daysOf(year).filter((day) => calendar.isWorkday(day))).toHaveLength(count)
  })

  test.each([
    [2022, '01-30 02-28 03-31 04-29 05-31 06-30 07-29 08-31 09-30 10-31 11-30 12-30'],
    [2025, '01-27 02-28 03-31 04-30 05-30 06-30 07-31 08-29 09-30 10-31 11-28 12-31'],
    [2026, '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31'],
  ])('the months of %i end, as far as work goes, on %s', (year, ends) => {
    const found = Array.from({ length: 12 }, (_, month) =>
      lastWorkdayOfMonth(`${year}-${String(month + 1).padStart(2, '0')}-15`, calendar).slice(5),
    )
    expect(found.join(' ')).toBe(ends)
  })

  test.each([
    ['2022-09-29', '10-02', '10-08', '10-06', '10-08', '10-09', '10-13', '10-29', '10-31'],
    ['2022-01-27', '01-30', '01-30', '02-03', '02-07', '01-30', '02-10', '02-27', '02-28'],
    ['2022-01-30', '02-02', '02-07', '02-06', '02-07', '02-09', '02-15', '02-28', '02-28'],
    ['2022-04-28', '05-01', '05-05', '05-05', '05-05', '05-06', '05-11', '05-28', '05-30'],
    ['2026-02-13', '02-16', '02-24', '02-20', '02-24', '02-25', '03-02', '03-13', '03-13'],
  ])('a matter assigned on %s falls due as the table says', (assigned, ...expected) => {
    const rolled = (day: Day) => onOrAfterWorkday(day, calendar)
    const [third, seventh, month] = [
      addDays(assigned, 3),
      addDays(assigned, 7),
      addMonths(assigned, 1),
    ]
    const found = [
      third,
      rolled(third),
      seventh,
      rolled(seventh),
      addWorkdays(assigned, 3, calendar),
      addWorkdays(assigned, 7, calendar),
      month,
      rolled(month),
    ]
    expect(found.map((day) => day.slice(5))).toEqual(expected)
  })

  test('six Mondays of 2022 are holidays', () => {
    const mondays = daysOf(2022).filter((day) => weekdayOf(day) === 1 && !calendar.isWorkday(day))
    expect(mondays.map((day) => day.slice(5))).toEqual(
      '01-03 01-31 04-04 05-02 09-12 10-03'.split(' '),
    )
  })

  test('a month from 31 January is the last of February', () => {
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })
})

describe.runIf(existsSync(published))('the notices as published', () => {
  interface Published {
    years: Record<string, { off: [string, Day, Day][]; work: Day[] }>
  }
  const { years } = existsSync(published)
    ? (JSON.parse(readFileSync(published, 'utf8')) as Published)
    : { years: {} }
  const blocks = Object.values(years).flatMap(({ off }) => off)
  const worked = new Set(Object.values(years).flatMap(({ work }) => work))

  test.each(Object.keys(years))('every day of %s is as announced', (year) => {
    for (const day of daysOf(Number(year))) {
      const block = blocks.find(([, first, last]) => first <= day && day <= last)
      const works = !block && (worked.has(day) || weekdayOf(day) <= 5)
      expect([day, calendar.isWorkday(day)]).toEqual([day, works])
      expect([day, calendar.holidayOf(day)]).toEqual([day, block?.[0]])
    }
  })
})

describe('the calendar', () => {
  test('an arrangement reaches into the December before it', () => {
    expect(calendar.holidayOf('2022-12-31')).toBe('元旦')
  })

  test('a year without a notice knows the thirteen statutory days and weekends', () => {
    const off = daysOf(2027).filter((day) => calendar.holidayOf(day) !== undefined)
    expect(off.map((day) => day.slice(5)).join(' ')).toBe(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
    )
    expect(calendar.holidayOf('2027-02-05')).toBe('春节')
    expect(calendar.isWorkday('2027-10-04')).toBe(true)
    expect(calendar.isWorkday('2027-10-09')).toBe(false)
  })

  test('what touches a year without a notice is told from what does not', () => {
    expect(calendar.announced(2026)).toBe(true)
    expect(calendar.announced(2027)).toBe(false)
    expect(touchesUnannounced('2026-01-01', '2026-12-31', calendar)).toBe(false)
    expect(touchesUnannounced('2026-12-31', '2027-01-01', calendar)).toBe(true)
  })

  test("the unit's own word stands above the notice", () => {
    const own = calendarOf(notices, [
      { day: '2026-03-30', work: false, name: '三月三' },
      { day: '2026-10-01', work: true },
      { day: '2026-11-28', work: true },
    ])
    expect(own.isWorkday('2026-03-30')).toBe(false)
    expect(own.holidayOf('2026-03-30')).toBe('三月三')
    expect(own.isWorkday('2026-10-01')).toBe(true)
    expect(own.holidayOf('2026-10-01')).toBeUndefined()
    expect(own.isWorkday('2026-11-28')).toBe(true)
  })

  test('a later notice for the same year replaces the earlier one', () => {
    const [first] = notices.filter(({ year }) => year === 2026)
    const changed = calendarOf([...notices, { year: 2026, doc: '', dated: '', off: [], work: [] }])
    expect(first?.off.length).toBe(7)
    expect(changed.isWorkday('2026-10-01')).toBe(true)
  })
})

describe('counting in working days', () => {
  test('on a rest day the next working day is number 1', () => {
    expect(addWorkdays('2026-11-28', 1, calendar)).toBe('2026-11-30')
    expect(addWorkdays('2026-11-30', -1, calendar)).toBe('2026-11-27')
    expect(addWorkdays('2026-11-28', 0, calendar)).toBe('2026-11-28')
  })

  test('the working day before and after a holiday', () => {
    expect(nextWorkday('2026-02-14', calendar)).toBe('2026-02-24')
    expect(previousWorkday('2026-02-24', calendar)).toBe('2026-02-14')
    expect(onOrAfterWorkday('2026-02-14', calendar)).toBe('2026-02-14')
    expect(onOrAfterWorkday('2026-02-16', calendar)).toBe('2026-02-24')
  })

  test('counting back undoes counting', () => {
    for (const day of daysOf(2022).filter((each) => calendar.isWorkday(each))) {
      const later = addWorkdays(day, 9, calendar)
      expect(workdaysBetween(day, later, calendar)).toBe(9)
      expect(workdaysBetween(later, day, calendar)).toBe(-9)
      expect(addWorkdays(later, -9, calendar)).toBe(day)
    }
  })

  test('the n-th working day of a month, from both ends', () => {
    expect(nthWorkdayOfMonth(2026, 2, 1, calendar)).toBe('2026-02-02')
    expect(nthWorkdayOfMonth(2026, 2, -1, calendar)).toBe('2026-02-28')
    expect(nthWorkdayOfMonth(2026, 2, 17, calendar)).toBeUndefined()
  })

  test('a week ends on a worked Saturday, before a holiday on its eve, and may have no working day', () => {
    expect(weekOf('2026-02-11')[0]).toBe('2026-02-09')
    expect(weekOf('2026-02-15')[6]).toBe('2026-02-15')
    expect(lastWorkdayOfWeek('2026-02-10', calendar)).toBe('2026-02-14')
    expect(lastWorkdayOfWeek('2026-09-29', calendar)).toBe('2026-09-30')
    expect(firstWorkdayOfWeek('2026-10-05', calendar)).toBe('2026-10-08')
    expect(lastWorkdayOfWeek('2026-02-18', calendar)).toBeUndefined()
  })

  test('a calendar without working days is refused instead of searched for ever', () => {
    const never = { ...calendar, isWorkday: () => false }
    expect(() => nextWorkday('2026-01-01', never)).toThrow(RangeError)
  })
})
