import { describe, expect, test } from 'vitest'
import { formalAt } from '../../src/bot/slots/formal.ts'
import { slipsOf } from '../../src/domain/matter/slip.ts'
import { instantAt } from '../../src/domain/time/day.ts'

const now = instantAt('2026-11-23', '9:00')

describe('a formal number', () => {
  test.each([
    ['2026-交办-012', '2026-交办-012'],
    ['交办-12', '2026-交办-012'],
    ['交办12', '2026-交办-012'],
    ['2022-周37-004', '2022-周37-004'],
    ['周37-4', '2026-周37-004'],
    ['周37-4已与人行对接', '2026-周37-004'],
    ['37周4号', '2026-周37-004'],
    ['第37周第4号', '2026-周37-004'],
    ['37周-4', '2026-周37-004'],
    ['37-4', '2026-周37-004'],
    ['37-4号', '2026-周37-004'],
    ['周5-4', '2026-周5-004'],
  ])('%s means %s first', (said, name) => {
    expect(formalAt(said, now)?.names[0]).toBe(name)
  })

  test('without a year last year’s is meant where this year has none', () => {
    expect(formalAt('周52-1', now)?.names).toContain('2025-周52-001')
    expect(formalAt('交办-3', now)?.names).toEqual(['2026-交办-003', '2025-交办-003'])
  })

  test.each(['12-5日', '2026-12-05', '12-5-3', '王强', '3', '12:30', '3-4月'])(
    '%s is none',
    (said) => {
      expect(formalAt(said, now)).toBeUndefined()
    },
  )
})

test('slips are near: a digit more, less, swapped or mistyped, and the neighbours; never itself', () => {
  const slips = slipsOf(112)
  for (const near of [12, 11, 121, 113, 111, 102, 1112]) expect(slips).toContain(near)
  expect(slips).not.toContain(112)
  expect(slips.every((one) => one > 0)).toBe(true)
})
