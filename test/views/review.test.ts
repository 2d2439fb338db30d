import { describe, expect, test } from 'vitest'
import { directoryOf } from '../../src/domain/people/directory.ts'
import type { Unit } from '../../src/domain/people/person.ts'
import { type Figure, type FigureKey, figureKeys } from '../../src/domain/review/figures.ts'
import type { Review } from '../../src/domain/review/review.ts'
import { MOST_LETTERS, reviewText } from '../../src/views/review.ts'
import { reviewPng, reviewSvg } from '../../src/views/review-picture.ts'
import { percentSaid } from '../../src/views/review-words.ts'

const unit = (id: number, name: string): Unit => ({
  id,
  name,
  aliases: [],
  kind: 'department',
  parent: null,
  head: null,
  charge: null,
  members: [],
  ends: null,
})
const units = Array.from({ length: 60 }, (_, i) =>
  unit(i + 1, `第${i + 1}个名称很长的综合业务科室（挂牌办公室）`),
)
const directory = directoryOf([], units)

const figure = (key: FigureKey, value: number, of: number | null = null): Figure => ({
  key,
  month: '2022-12',
  unit: of,
  sql: '',
  value,
})

function reviewWith(numbers: Partial<Record<FigureKey, number>>, more: Figure[] = []): Review {
  return {
    month: '2022-12',
    state: 'draft',
    until: Date.parse('2023-01-01T00:00:00+08:00'),
    at: 0,
    by: 1,
    figures: [...figureKeys.map((key) => figure(key, numbers[key] ?? 0)), ...more],
    ends: null,
    approver: null,
    corrections: [],
    returned: null,
    approved: null,
  }
}

const textOf = (review: Review) => reviewText(review, directory).join('\n')

describe('the draft', () => {
  test('says which of two rates has which denominator, where the target lies between them', () => {
    const said = textOf(
      reviewWith({ created: 300, closed: 294, inTime: 287, due: 296, dueClosed: 294 }),
    )
    expect(said).toContain('按时办结率97.6%（按时办结287件÷办结294件）')
    expect(said).toContain('到期办结率99.3%（已办结294件÷到期296件）')
    expect(said).toContain('对照98%的目标，到期办结率达到，按时办结率没有达到')
  })

  test('says no such thing where both are on one side', () => {
    const said = textOf(
      reviewWith({ created: 9, closed: 100, inTime: 99, due: 100, dueClosed: 99 }),
    )
    expect(said).toContain('两个率分母不同，不能互相代替')
    expect(said).not.toContain('98%')
  })

  test('of a month without closed matters says so, and of an empty month even more plainly', () => {
    const said = textOf(reviewWith({ created: 3, due: 2, overdue: 2 }))
    expect(said).toContain('当月没有办结的事项，不计算按时办结率')
    expect(said).not.toMatch(/NaN|Infinity|÷0|÷办结0/)
    expect(textOf(reviewWith({}))).toBe('12月没有新交办、办结和到期的督办事项，不作讲评。')
  })

  test('has at most 1,200 characters, however many units and however large the numbers', () => {
    const numbers = Object.fromEntries(figureKeys.map((key) => [key, 999_999]))
    const many = units.flatMap(({ id }) => [
      figure('closed', 99_000 + id, id),
      figure('inTime', 98_000 - id * 7, id),
    ])
    const said = textOf(reviewWith(numbers, many))
    expect([...said].length).toBeLessThanOrEqual(MOST_LETTERS)
    expect(said).toContain('参加比较')
    // The best are named, the one that did worst is not.
    expect(said).toContain('第1个名称')
    expect(said).not.toContain('第60个名称')
  })

  test('a rate is not rounded up to all of them', () => {
    expect(percentSaid(9999, 10_000)).toBe('99.9%')
    expect(percentSaid(3, 3)).toBe('100%')
    expect(percentSaid(0, 3)).toBe('0%')
    expect(percentSaid(0, 0)).toBe('—')
  })
})

describe('the drawing', () => {
  const bars = [
    { month: '2026-09', closed: 12, inTime: 9 },
    { month: '2026-10', closed: 0, inTime: 0 },
  ]

  test('stands on strokes alone: bars as high as their numbers, no text that wants a font', () => {
    const svg = reviewSvg(bars)
    const heights = [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="[^"]*" height="([\d.]+)"/g)]
    const [closed, inTime, ...none] = heights.map((hit) => Number(hit[1]))
    expect(inTime! / closed!).toBeCloseTo(9 / 12, 1)
    expect(none).toEqual([0, 0])
    expect(svg).not.toMatch(/<text|font|NaN|undefined/)
  })

  test('becomes a PNG with something on it, without any font of the machine', async () => {
    const [full, empty] = await Promise.all([bars, []].map((one) => reviewPng(reviewSvg(one))))
    expect(Buffer.from(full!.subarray(1, 4)).toString()).toBe('PNG')
    expect(full!.length).toBeGreaterThan(empty!.length)
  })
})
