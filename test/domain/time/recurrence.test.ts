import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { instantAt, isoOf } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { dayAt, nextOf, type Recurrence } from '../../../src/domain/time/recurrence.ts'

const calendar = calendarOf(notices)
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function following(rule: Recurrence, from: string, count: number): string[] {
  const found: string[] = []
  for (let at = Date.parse(`${from}:00+08:00`); found.length < count; ) {
    at = nextOf(rule, at, calendar)
    found.push(isoOf(at).slice(0, 16))
  }
  return found
}

describe('what comes round', () => {
  test('the next moment lies strictly after the instant asked about', () => {
    const rule: Recurrence = {
      every: 'week',
      step: 1,
      from: '2026-11-01',
      weekdays: [5],
      clock: '18:00',
    }
    expect(following(rule, '2026-11-27T17:59', 1)).toEqual(['2026-11-27T18:00'])
    expect(following(rule, '2026-11-27T18:00', 1)).toEqual(['2026-12-04T18:00'])
  })

  test('24:00 of the day before is still ahead at night', () => {
    const rule: Recurrence = { every: 'day', step: 1, from: '2026-11-01', clock: '24:00' }
    expect(following(rule, '2026-11-24T23:59', 2)).toEqual(['2026-11-25T00:00', '2026-11-26T00:00'])
  })

  test('every third day keeps its pace however late it is asked', () => {
    const rule: Recurrence = { every: 'day', step: 3, from: '2026-11-27', clock: '18:00' }
    expect(following(rule, '2026-11-01T00:00', 1)).toEqual(['2026-11-27T18:00'])
    expect(following(rule, '2026-12-04T00:00', 1)).toEqual(['2026-12-06T18:00'])
  })

  test('every second week counts from the week of its beginning', () => {
    const rule: Recurrence = {
      every: 'week',
      step: 2,
      from: '2026-11-27',
      weekdays: [1, 5],
      clock: '09:00',
    }
    expect(following(rule, '2026-11-20T00:00', 3)).toEqual([
      '2026-11-27T09:00',
      '2026-12-07T09:00',
      '2026-12-11T09:00',
    ])
  })

  test('working days skip holidays and take worked Saturdays', () => {
    const rule: Recurrence = { every: 'workday', clock: '18:00' }
    expect(following(rule, '2026-02-13T18:00', 2)).toEqual(['2026-02-14T18:00', '2026-02-24T18:00'])
  })

  test('the months named take turns, across the years', () => {
    const rule: Recurrence = {
      every: 'month',
      months: [6, 12],
      places: [{ date: -1 }],
      clock: '18:00',
    }
    expect(following(rule, '2026-12-31T18:00', 2)).toEqual(['2027-06-30T18:00', '2027-12-31T18:00'])
  })

  test('a month too short for the date gives its last day, and one too short for the weekday is passed over', () => {
    const thirtieth: Recurrence = {
      every: 'month',
      months: all,
      places: [{ date: 30 }],
      clock: '18:00',
    }
    expect(following(thirtieth, '2026-01-31T00:00', 1)).toEqual(['2026-02-28T18:00'])
    const fifthFriday: Recurrence = {
      every: 'month',
      months: all,
      places: [{ weekday: 5, nth: 5 }],
      clock: '18:00',
    }
    expect(following(fifthFriday, '2026-02-01T00:00', 2)).toEqual([
      '2026-05-29T18:00',
      '2026-07-31T18:00',
    ])
  })

  test('places are counted from both ends of a month', () => {
    expect(dayAt({ weekday: 1, nth: 1 }, 2026, 12, calendar)).toBe('2026-12-07')
    expect(dayAt({ weekday: 5, nth: -1 }, 2026, 12, calendar)).toBe('2026-12-25')
    expect(dayAt({ weekday: 4, nth: -1 }, 2026, 12, calendar)).toBe('2026-12-31')
    expect(dayAt({ weekday: 4, nth: -2 }, 2026, 12, calendar)).toBe('2026-12-24')
    expect(dayAt({ workday: -1 }, 2022, 1, calendar)).toBe('2022-01-30')
    expect(dayAt({ workday: 30 }, 2022, 1, calendar)).toBeUndefined()
  })

  test('a rule that no month fulfils is refused instead of searched for ever', () => {
    const never: Recurrence = {
      every: 'month',
      months: all,
      places: [{ workday: 30 }],
      clock: '18:00',
    }
    expect(() => nextOf(never, instantAt('2026-01-01', '00:00'), calendar)).toThrow(RangeError)
  })
})
