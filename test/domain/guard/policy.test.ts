import { describe, expect, test } from 'vitest'
import { BANNED, compare, guardMetric, type Metric } from '../../../src/domain/guard/policy.ts'
import { inTimeRate } from '../../../src/domain/review/figures.ts'

const share = (unit: number, good: number, all: number) => ({ unit, good, all })

describe('what may be compared', () => {
  const refused: [string, Partial<Metric>][] = [
    ['按人排名', { of: 'person' }],
    ...BANNED.map((kind): [string, Partial<Metric>] => [kind, { kind }]),
    ['没有依据', { basis: ' ' }],
    ['比制度更频繁', { period: '周' }],
    ['没有样本下限', { threshold: 0 }],
  ]
  test.each(refused)('%s is refused', (_, change) => {
    expect(() => guardMetric({ ...inTimeRate, ...change })).toThrow('E-POLICY-1')
    expect(() => compare({ ...inTimeRate, ...change }, [])).toThrow('E-POLICY-1')
  })

  test('the review’s own figure may be', () => {
    expect(() => guardMetric(inTimeRate)).not.toThrow()
  })
})

describe('a comparison', () => {
  const five = [share(1, 5, 5), share(2, 6, 10), share(3, 9, 10), share(4, 8, 10), share(5, 1, 10)]

  test('names the three best in their order, and nobody else', () => {
    expect(compare(inTimeRate, five)).toEqual({
      compared: 5,
      median: 0.8,
      best: [share(1, 5, 5), share(3, 9, 10), share(4, 8, 10)],
    })
  })

  test('leaves out units with too few cases, however well they did', () => {
    const { compared, best } = compare(inTimeRate, [...five, share(6, 4, 4)])
    expect(compared).toBe(5)
    expect(best.map((one) => one.unit)).not.toContain(6)
  })

  test('names nobody where to name the best would name the rest', () => {
    expect(compare(inTimeRate, five.slice(0, 3))).toMatchObject({ compared: 3, best: [] })
    expect(compare(inTimeRate, [])).toEqual({ compared: 0, median: null, best: [] })
  })

  test('names none of those who share the third place with a fourth', () => {
    const tied = [share(1, 10, 10), share(2, 9, 10), share(3, 8, 10), share(4, 8, 10)]
    expect(compare(inTimeRate, tied).best.map((one) => one.unit)).toEqual([1, 2])
    const all = [1, 2, 3, 4].map((unit) => share(unit, 9, 9))
    expect(compare(inTimeRate, all).best).toEqual([])
  })
})
