import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { type Instant, isoOf } from '../../../src/domain/time/day.ts'
import { type Reading, readDeadline } from '../../../src/domain/time/deadline.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { rows } from './deadline.golden.ts'

const calendar = calendarOf(notices)
const rejected = { past: '过', invalid: '误', vague: '泛', absent: '无' }

function moment(at: Instant, ref: string): string {
  const text = isoOf(at).slice(0, 16).replace('T', ' ')
  return text.startsWith(ref.slice(0, 5)) ? text.slice(5) : text
}

function meaning(reading: Reading, ref: string): string {
  if (reading.kind === 'ask') return '问'
  if (reading.kind === 'reject') return rejected[reading.reason]
  const moments = reading.kind === 'ok' ? [reading.due] : reading.next
  const words = [moments.map((at) => moment(at, ref)).join(' / ')]
  if (reading.kind === 'ok' && reading.offDay) words.push('休')
  if (reading.provisional) words.push('暂')
  return words.join(' ')
}

describe.each(Object.entries(rows))('what people mean by time: %s', (_, table) => {
  test.each(table)('$ref $text', ({ ref, text, meaning: expected, rest }) => {
    const now = Date.parse(`${ref.replace(' ', 'T')}:00+08:00`)
    const reading = readDeadline(text, now, { calendar })
    expect(meaning(reading, ref)).toBe(expected)
    if (rest !== undefined) expect(reading.rest).toBe(rest)
  })
})
