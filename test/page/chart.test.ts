import { describe, expect, it } from 'vitest'
import {
  arrange,
  axisTop,
  fieldName,
  figure,
  records,
} from '../../src/sandbox/page/chart/series.ts'

describe('a chart’s numbers', () => {
  it('come from data as an object or as a list of them', () => {
    const values = [{ x: '甲', y: 1 }]
    expect(records({ data: { values } })).toEqual(values)
    expect(records({ data: [{ id: 'd', values }] })).toEqual(values)
    expect(records({ data: 'nothing' })).toEqual([])
  })

  it('are arranged by category and series, with gaps where a series says nothing', () => {
    const values = [
      { month: '9月', sum: 60, unit: '金融科' },
      { month: '10月', sum: '72', unit: '金融科' },
      { month: '10月', sum: 70, unit: '预算科' },
    ]
    expect(arrange({ data: { values }, seriesField: 'unit' }, 'month', 'sum')).toEqual({
      categories: ['9月', '10月'],
      series: [
        { name: '金融科', values: [60, 72] },
        { name: '预算科', values: [undefined, 70] },
      ],
    })
  })

  it('make one series when the series only colours the categories', () => {
    const spec = {
      data: {
        values: [
          { x: '甲', y: 1 },
          { x: '乙', y: 2 },
        ],
      },
      seriesField: 'x',
    }
    expect(arrange(spec, 'x', 'y').series).toEqual([{ name: '', values: [1, 2] }])
  })

  it.each([
    [0, 4],
    [3, 4],
    [12, 20],
    [86, 100],
    [1234, 2000],
    [0.62, 0.8],
  ])('up to %d stand on an axis that ends at %d', (most, top) => {
    expect(axisTop(most)).toBeCloseTo(top, 10)
  })

  it('take the first of several fields and are written without noise', () => {
    expect(fieldName(['month', 'unit'])).toBe('month')
    expect(figure(0.1 + 0.2)).toBe('0.3')
  })
})
