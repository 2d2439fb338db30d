/** The page's arithmetic: who gets which lines, and what a week is. */
import { expect, test } from 'vitest'
import { roomFor } from '../../src/domain/digest.ts'
import { calendarOf } from '../../src/domain/time/calendar.ts'
import { addDays, clockOf, dayOf } from '../../src/domain/time/day.ts'
import { notices } from '../../src/domain/time/notices.ts'
import { opensWeek, totalOf, weekOf } from '../../src/domain/week.ts'

const calendar = calendarOf(notices)

test.each([
  [
    [3, 2, 1],
    [3, 2, 1],
  ],
  [
    [20, 0, 0],
    [12, 0, 0],
  ],
  [
    [20, 5, 5],
    [10, 1, 1],
  ],
  [
    [2, 30, 4],
    [2, 9, 1],
  ],
  [Array(14).fill(1), [...Array(12).fill(1), 0, 0]],
  [[], []],
])('twelve lines for %j are dealt as %j', (counts, room) => {
  expect(roomFor(counts, 12)).toEqual(room)
})

test.each([
  ['2022-01-24', true, 'an ordinary Monday'],
  ['2022-01-25', false, 'a Tuesday'],
  ['2022-01-29', false, 'a Saturday that is worked ends its week'],
  ['2022-02-07', true, 'the first day after 春节'],
  ['2022-04-06', true, 'a Wednesday after 清明, when Monday and Tuesday were free'],
  ['2022-10-08', true, 'a Saturday, the first day worked in its week'],
  ['2022-10-09', false, 'the Sunday after it'],
  ['2022-10-10', true, 'the Monday after that'],
  ['2022-10-01', false, 'a holiday'],
])('%s opens its week: %s (%s)', (day, opens) => {
  expect(opensWeek(day, calendar)).toBe(opens)
})

test('in 2022 every week with a working day opens once, and the spans looked back on leave no day out', () => {
  const weeks = new Set<string>()
  let opened = 0
  let seenTo: string | undefined
  for (let day = '2022-01-04'; day <= '2022-12-31'; day = addDays(day, 1)) {
    const { since, from } = weekOf(day, calendar)
    if (calendar.isWorkday(day)) weeks.add(dayOf(from))
    if (!opensWeek(day, calendar)) continue
    opened += 1
    if (seenTo) expect(dayOf(since) <= seenTo).toBe(true)
    seenTo = dayOf(from)
  }
  expect(opened).toBe(weeks.size)
})

test('after 春节 the page looks back on the week before it too', () => {
  const { since, from, to } = weekOf('2022-02-07', calendar)
  expect([since, from, to].map((at) => `${dayOf(at)} ${clockOf(at)}`)).toEqual([
    '2022-01-24 00:00',
    '2022-02-07 00:00',
    '2022-02-14 00:00',
  ])
})

test('the units’ figures add up', () => {
  const one = { unit: 1, fell: 3, owed: 1, closed: 2, due: 4, overdue: 1 }
  expect(totalOf([one, { ...one, unit: 2, overdue: 0 }])).toEqual({
    fell: 6,
    owed: 2,
    closed: 4,
    due: 8,
    overdue: 1,
  })
})
