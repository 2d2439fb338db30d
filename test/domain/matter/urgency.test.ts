import { describe, expect, test } from 'vitest'
import { noSides } from '../../../src/domain/matter/sides.ts'
import { compareUrgency, endOfScope } from '../../../src/domain/matter/urgency.ts'
import { instantAt } from '../../../src/domain/time/day.ts'

const matter = (id: number, due: string, more: object = {}) => ({
  ...noSides,
  id,
  urgent: null,
  due: instantAt(due, '18:00'),
  ...more,
})

describe('one order of urgency', () => {
  test('what falls due first comes first; 特急 before others of that moment; then the older number', () => {
    const early = matter(9, '2026-11-24')
    const late = matter(1, '2026-12-01')
    const step = { name: '首次反馈', due: instantAt('2026-11-23', '18:00'), done: null }
    const stepped = matter(5, '2026-12-31', { steps: [step] })
    const urgent = matter(8, '2026-12-01', { urgent: '汛情' })
    const twin = matter(2, '2026-12-01')
    const sorted = [twin, late, urgent, stepped, early].sort(compareUrgency)
    expect(sorted.map((one) => one.id)).toEqual([5, 9, 8, 1, 2])
  })

  test.each([
    ['今天', '2026-11-25', '2026-11-25'],
    ['本周', '2026-11-25', '2026-11-29'],
    ['本周', '2026-11-29', '2026-11-29'],
    ['本月', '2026-02-10', '2026-02-28'],
    ['本月', '2028-02-10', '2028-02-29'],
  ] as const)('%s on %s ends with %s', (scope, today, last) => {
    expect(endOfScope(scope, today)).toBe(instantAt(last, '24:00'))
  })

  test('逾期 has no end: it is a light', () => {
    expect(endOfScope('逾期', '2026-11-25')).toBeUndefined()
  })
})
