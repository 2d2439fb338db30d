/** A profile's dates: both tables of domain.md B.3, row by row, and what moves them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '../../../src/domain/matter/matter.ts'
import type { Profile } from '../../../src/domain/matter/profile.ts'
import { usualProfiles } from '../../../src/domain/matter/profiles.ts'
import { limitOf, type Terms, timetableOf } from '../../../src/domain/matter/timetable.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { addDays, clockOf, dayOf, instantAt, isoOf } from '../../../src/domain/time/day.ts'
import { dayFrom, lastOfMonth } from '../../../src/domain/time/month.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { onOrBeforeWorkday } from '../../../src/domain/time/workdays.ts'

const calendar = calendarOf(notices)
const profile = (name: string): Profile => usualProfiles.find((one) => one.name === name)!
const at = (said: string) => instantAt(said.slice(0, 10), said.slice(11) || '10:00')
const terms = (said: string, more: Partial<Terms> = {}): Terms => ({
  at: at(said),
  level: '一般',
  urgent: false,
  own: null,
  meeting: null,
  ...more,
})
const dates = (rule: Profile, said: string, level: Level = '一般') =>
  timetableOf(rule, terms(said, { level }), calendar)
const dayIn = (rule: Profile, said: string, name: string) => {
  const { steps } = dates(rule, said)
  return dayOf(steps.find((step) => step.name === name)!.due)
}
const dueIn = (rule: Profile, said: string, level: Level = '一般') =>
  dayOf(dates(rule, said, level).due!)

describe('domain.md B.3, second table: 13710', () => {
  const unrolled = { ...profile('13710'), roll: false }
  const worked = { ...profile('13710'), kind: 'workday' as const }

  test.each([
    // assigned, D3, D3 rolled, D7, D7 rolled, D3 and D7 in working days, one month, rolled
    ['2022-09-29', '10-02', '10-08', '10-06', '10-08', '10-09', '10-13', '10-29', '10-31'],
    ['2022-01-27', '01-30', '01-30', '02-03', '02-07', '01-30', '02-10', '02-27', '02-28'],
    ['2022-01-30', '02-02', '02-07', '02-06', '02-07', '02-09', '02-15', '02-28', '02-28'],
    ['2022-04-28', '05-01', '05-05', '05-05', '05-05', '05-06', '05-11', '05-28', '05-30'],
    ['2026-02-13', '02-16', '02-24', '02-20', '02-24', '02-25', '03-02', '03-13', '03-13'],
  ])('assigned %s', (said, d3, d3Rolled, d7, d7Rolled, d3Work, d7Work, month, monthRolled) => {
    const year = said.slice(0, 5)
    const rule = profile('13710')
    expect(dayIn(rule, said, '研究部署')).toBe(said)
    expect(dayIn(unrolled, said, '首次反馈')).toBe(year + d3)
    expect(dayIn(rule, said, '首次反馈')).toBe(year + d3Rolled)
    expect(dueIn(unrolled, said)).toBe(year + d7)
    expect(dueIn(rule, said)).toBe(year + d7Rolled)
    expect(dayIn(worked, said, '首次反馈')).toBe(year + d3Work)
    expect(dueIn(worked, said)).toBe(year + d7Work)
    expect(dueIn(unrolled, said, '重大复杂')).toBe(year + month)
    expect(dueIn(rule, said, '重大复杂')).toBe(year + monthRolled)
  })

  test('a month from 31 January ends on the last day of February', () => {
    // 31 January 2022 is the eve of the Spring Festival: only 特急 begins on it.
    const urgent = terms('2022-01-31', { level: '重大复杂', urgent: true })
    expect(dayOf(timetableOf(unrolled, urgent, calendar).due!)).toBe('2022-02-28')
    expect(dueIn(unrolled, '2023-01-31', '重大复杂')).toBe('2023-02-28')
    expect(dueIn(unrolled, '2024-01-31', '重大复杂')).toBe('2024-02-29')
    expect(dueIn(profile('13710'), '2022-01-31', '重大复杂')).toBe('2022-03-07')
  })

  test('what moved off a rest day is shown with the day it was', () => {
    expect(dates(profile('13710'), '2022-09-29').rolled).toEqual([
      { name: '办结', from: '2022-10-06' },
      { name: '首次反馈', from: '2022-10-02' },
    ])
    expect(dates(profile('13710'), '2022-05-16').rolled).toEqual([])
  })
})

describe('domain.md B.3, first table: the last working day of each month', () => {
  test.each([
    [2022, '01-30 02-28 03-31 04-29 05-31 06-30 07-29 08-31 09-30 10-31 11-30 12-30'],
    [2025, '01-27 02-28 03-31 04-30 05-30 06-30 07-31 08-29 09-30 10-31 11-28 12-31'],
    [2026, '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31'],
  ])('%i', (year, said) => {
    const found = Array.from({ length: 12 }, (_, n) =>
      onOrBeforeWorkday(lastOfMonth(year, n + 1), calendar).slice(5),
    )
    expect(found.join(' ')).toBe(said)
  })

  test.each([
    [2022, 249],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    let worked = 0
    for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day = addDays(day, 1))
      if (calendar.isWorkday(day)) worked += 1
    expect(worked).toBe(count)
  })
})

describe('the other rules', () => {
  test('710 has a week and a month, and no steps but signing', () => {
    expect(dueIn(profile('710'), '2022-05-16')).toBe('2022-05-23')
    expect(dueIn(profile('710'), '2022-05-16', '重大复杂')).toBe('2022-06-16')
    expect(dates(profile('710'), '2022-05-16').steps.map((step) => step.name)).toEqual(['签收'])
  })

  test('立行立改 is due the same day at the close of the office', () => {
    expect(isoOf(dates(profile('立行立改'), '2022-05-16').due!)).toBe('2022-05-16T18:00:00+08:00')
  })

  test('the counter has 3, 5 and 10 working days, a refusal 2', () => {
    expect(dueIn(profile('窗口'), '2022-09-29', '简单')).toBe('2022-10-09')
    expect(dueIn(profile('窗口'), '2022-09-29')).toBe('2022-10-11')
    expect(dueIn(profile('窗口'), '2022-09-29', '重大复杂')).toBe('2022-10-18')
    expect(dueIn(profile('说不'), '2022-09-29')).toBe('2022-10-08')
  })

  test('周交办 is due when its series meets next, and without a series has no date of its own', () => {
    const meeting = at('2022-05-23 09:00')
    const weekly = timetableOf(profile('周交办'), terms('2022-05-16', { meeting }), calendar)
    expect(weekly.due).toBe(meeting)
    expect(dates(profile('周交办'), '2022-05-16').due).toBeNull()
  })

  test('限期 has only the date that was said', () => {
    expect(dates(profile('限期'), '2022-05-16').due).toBeNull()
    const own = { at: at('2022-12-05 12:00'), provisional: false }
    expect(timetableOf(profile('限期'), terms('2022-05-16', { own }), calendar).due).toBe(own.at)
  })
})

describe('from when the clock runs', () => {
  const start = (said: string, more: Partial<Terms> = {}) =>
    isoOf(timetableOf(profile('13710'), terms(said, more), calendar).start).slice(0, 16)

  test('16:30 is still today, 16:31 is the next working day', () => {
    expect(start('2022-05-16 16:30')).toBe('2022-05-16T16:30')
    expect(start('2022-05-16 16:31')).toBe('2022-05-17T09:00')
  })

  test('Friday 17:50 begins on Monday, a rest day after the rest', () => {
    expect(start('2022-05-20 17:50')).toBe('2022-05-23T09:00')
    expect(start('2022-05-21')).toBe('2022-05-23T09:00')
    expect(start('2022-10-01')).toBe('2022-10-08T09:00')
  })

  test('a working Sunday is a working day', () => {
    expect(start('2022-01-30')).toBe('2022-01-30T10:00')
  })

  test('特急 begins at once, and its first day is that day to its end', () => {
    expect(start('2022-05-21 20:00', { urgent: true })).toBe('2022-05-21T20:00')
    const { steps } = timetableOf(
      profile('13710'),
      terms('2022-05-21 20:00', { urgent: true }),
      calendar,
    )
    expect(isoOf(steps[0]!.due)).toBe('2022-05-21T23:59:00+08:00')
  })

  test('a rule without a cut-off begins when it was said', () => {
    const rule = { ...profile('710'), cutoff: null }
    expect(timetableOf(rule, terms('2022-05-21 20:00'), calendar).start).toBe(
      at('2022-05-21 20:00'),
    )
  })
})

describe('a date that was said', () => {
  const own = { at: at('2022-05-18 18:00'), provisional: false }
  test('goes before the limit, and a step after it falls away', () => {
    const { due, steps } = timetableOf(profile('13710'), terms('2022-05-16', { own }), calendar)
    expect(due).toBe(own.at)
    expect(steps.map((step) => step.name)).toEqual(['研究部署'])
  })

  test('the limit it is measured against is that of its level', () => {
    const from = at('2022-05-16')
    expect(isoOf(limitOf(profile('13710'), '一般', from, calendar)!)).toMatch(/^2022-05-23T18/)
    expect(isoOf(limitOf(profile('13710'), '重大复杂', from, calendar)!)).toMatch(/^2022-06-16T18/)
    expect(limitOf(profile('限期'), '一般', from, calendar)).toBeNull()
    expect(limitOf(profile('周交办'), '一般', from, calendar)).toBeNull()
  })
})

describe('a year without a notice', () => {
  test('makes the dates provisional; weekends and statutory days still count', () => {
    const { due, provisional } = dates(profile('13710'), '2026-12-28')
    expect(dayOf(due!)).toBe('2027-01-04')
    expect(provisional).toBe(true)
    expect(dates(profile('13710'), '2026-12-21').provisional).toBe(false)
  })

  test('does not touch what is counted on without a calendar', () => {
    const plain = { ...profile('13710'), roll: false, cutoff: null, sign: null }
    expect(dates(plain, '2026-12-28').provisional).toBe(false)
    expect(dates({ ...plain, kind: 'workday' }, '2026-12-28').provisional).toBe(true)
  })

  test('a clock that only starts there is provisional too', () => {
    const plain = { ...profile('13710'), roll: false, sign: null }
    expect(dates(plain, '2026-12-31 17:50').provisional).toBe(true)
  })
})

test('dates follow each other: start, every step, the date; all at the close of a working day', () => {
  const rules = usualProfiles.filter((rule) => Object.keys(rule.limits).length > 0)
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      fc.constantFrom<Level>('简单', '一般', '重大复杂'),
      fc.integer({ min: at('2020-01-01'), max: at('2026-12-01') }),
      (rule, level, said) => {
        const table = timetableOf(
          rule,
          { at: said, level, urgent: false, own: null, meeting: null },
          calendar,
        )
        expect(table.start).toBeGreaterThanOrEqual(said)
        const order = [table.start, ...table.steps.map((step) => step.due), table.due ?? Infinity]
        expect(order).toEqual([...order].sort((a, b) => a - b))
        for (const moment of order.slice(1)) {
          if (moment === Infinity) continue
          expect(calendar.isWorkday(dayOf(moment))).toBe(true)
          expect(clockOf(moment)).toBe('18:00')
        }
      },
    ),
  )
})

test('one month from any day is that day of the next month or its last day', () => {
  const rule = { ...profile('13710'), roll: false, cutoff: null }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2500 }), (n) => {
      const from = addDays('2020-01-01', n)
      const [year, month, date] = from.split('-').map(Number) as [number, number, number]
      const last = lastOfMonth(year, month + 1)
      const wanted = dayFrom(year, month + 1, Math.min(date, Number(last.slice(8))))
      expect(dueIn(rule, from, '重大复杂')).toBe(wanted)
    }),
  )
})
