import { describe, expect, it } from 'vitest'
import {
  briefText,
  dayText,
  fieldInstant,
  fieldText,
  isoDay,
  nextFriday,
  nextHour,
  onDay,
  sameDay,
  secondText,
} from '../../src/sandbox/page/calendar.ts'

/** An instant by Beijing's clock. */
const beijing = (text: string) => Date.parse(`${text}+08:00`)

describe('practice time', () => {
  it('is Beijing time wherever the browser stands, also across midnight', () => {
    const at = beijing('2026-12-31T23:30:05')
    expect(dayText(at)).toBe('12月31日 周四')
    expect(secondText(at)).toBe('23:30:05')
    expect(isoDay(at)).toBe('2026-12-31')
    expect(sameDay(at, beijing('2026-12-31T00:00:00'))).toBe(true)
    expect(sameDay(at, beijing('2027-01-01T00:00:00'))).toBe(false)
  })

  it('shows the time of today and the date of other days', () => {
    const now = beijing('2026-11-21T10:17:00')
    expect(briefText(beijing('2026-11-21T08:05:00'), now)).toBe('08:05')
    expect(briefText(beijing('2026-11-20T23:59:00'), now)).toBe('11月20日')
  })

  it('goes to a field and back without loss of a minute', () => {
    const at = beijing('2026-02-28T08:20:00')
    expect(fieldText(at)).toBe('2026-02-28T08:20')
    expect(fieldInstant(fieldText(at))).toBe(at)
    expect(fieldInstant('')).toBeNaN()
  })

  it('finds the next full hour, also from a full hour', () => {
    expect(nextHour(beijing('2026-11-21T10:17:30'))).toBe(beijing('2026-11-21T11:00:00'))
    expect(nextHour(beijing('2026-11-21T23:00:00'))).toBe(beijing('2026-11-22T00:00:00'))
  })

  it('finds tomorrow morning over the end of a year', () => {
    const now = beijing('2026-12-31T00:05:00')
    expect(onDay(now, 1, 8, 20)).toBe(beijing('2027-01-01T08:20:00'))
  })

  it.each([
    ['2026-11-21T10:17:00', '2026-11-27T17:00:00'],
    ['2026-11-27T16:59:00', '2026-11-27T17:00:00'],
    ['2026-11-27T17:00:00', '2026-12-04T17:00:00'],
    ['2026-11-23T00:10:00', '2026-11-27T17:00:00'],
  ])('from %s the next Friday evening is %s', (now, friday) => {
    expect(nextFriday(beijing(now))).toBe(beijing(friday))
  })
})
