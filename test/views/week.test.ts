import { expect, test } from 'vitest'
import { spanSaid } from '../../src/views/week.ts'

const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

test('a week is told by its first and last day, across months with both, a single day by itself', () => {
  expect(spanSaid(at('2026-11-23'), at('2026-11-30'))).toBe('11月23日至29日')
  expect(spanSaid(at('2026-11-30'), at('2026-12-07'))).toBe('11月30日至12月6日')
  expect(spanSaid(at('2026-11-23'), at('2026-11-24'))).toBe('11月23日')
})
