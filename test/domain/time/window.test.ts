import { expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { isoOf } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { isOpen, nextOpen, offPeak } from '../../../src/domain/time/window.ts'

const calendar = calendarOf(notices)
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const shown = (instant: number) => isoOf(instant).slice(0, 16)

test.each([
  ['2026-11-24T08:05', '2026-11-24T08:05'],
  ['2026-11-24T12:30', '2026-11-24T12:30'],
  ['2026-11-24T17:54', '2026-11-24T17:54'],
  ['2026-11-24T08:04', '2026-11-24T08:05'],
  ['2026-11-24T00:00', '2026-11-24T08:05'],
  ['2026-11-24T17:55', '2026-11-25T08:05'],
  ['2026-11-27T18:00', '2026-11-30T08:05'],
  ['2026-11-28T10:00', '2026-11-30T08:05'],
  ['2026-02-13T20:00', '2026-02-14T08:05'],
  ['2026-02-14T17:55', '2026-02-24T08:05'],
])('what is ready at %s goes out at %s', (ready, sent) => {
  expect(shown(nextOpen(at(ready), calendar))).toBe(sent)
  expect(isOpen(at(sent), calendar)).toBe(true)
})

test('scheduled messages step aside from the minutes :00 and :30', () => {
  expect(shown(offPeak(at('2026-11-24T09:00')))).toBe('2026-11-24T09:01')
  expect(shown(offPeak(at('2026-11-24T09:30') + 59_999))).toBe('2026-11-24T09:31')
  expect(offPeak(at('2026-11-24T09:01'))).toBe(at('2026-11-24T09:01'))
  expect(offPeak(at('2026-11-24T08:20'))).toBe(at('2026-11-24T08:20'))
})
