import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { isoOf } from '../../../src/domain/time/day.ts'
import { readDeadline } from '../../../src/domain/time/deadline.ts'
import { notices } from '../../../src/domain/time/notices.ts'

const calendar = calendarOf(notices)
const tuesday = Date.parse('2026-11-24T10:00:00+08:00')
const friday = Date.parse('2026-11-27T10:00:00+08:00')

describe('the deadline reader', () => {
  test('a date is due when the office closes, and the rest of the sentence stays', () => {
    const reading = readDeadline('请于12月5日（六）前报送三季度分析', tuesday, { calendar })
    expect(reading).toMatchObject({
      kind: 'ok',
      due: Date.parse('2026-12-05T18:00:00+08:00'),
      clock: false,
      offDay: true,
      provisional: false,
      rest: '请报送三季度分析',
    })
  })

  test('周五 said on a Friday is today, or a question where the unit wants one', () => {
    const today = readDeadline('周五前报送', friday, { calendar })
    expect(today).toMatchObject({ kind: 'ok', due: Date.parse('2026-11-27T18:00:00+08:00') })
    const asked = readDeadline('周五前报送', friday, { calendar, weekdayToday: 'ask' })
    expect(asked).toMatchObject({
      kind: 'ask',
      candidates: [{ label: '11月27日（周五）18:00' }, { label: '12月4日（周五）18:00' }],
    })
  })

  test('每周一9:00 comes round with its next three moments', () => {
    const reading = readDeadline('每周一9:00', tuesday, { calendar })
    expect(reading.kind === 'recur' && reading.next.map(isoOf)).toEqual([
      '2026-11-30T09:00:00+08:00',
      '2026-12-07T09:00:00+08:00',
      '2026-12-14T09:00:00+08:00',
    ])
  })
})
