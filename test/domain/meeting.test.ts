import { describe, expect, test } from 'vitest'
import { blockOf, isOfField } from '../../src/domain/meeting/field.ts'
import { leaving, nothingPrepared, shifted, timed } from '../../src/domain/meeting/preparation.ts'

describe('the field of a meeting', () => {
  const series = { id: 7, unit: 1, support: [2, 3] }
  test.each([
    ['carried by the lead unit', { series: null, origin: 'office', lead: 1 }, true],
    ['carried by a supporting unit', { series: null, origin: 'instruction', lead: 3 }, true],
    ['carried by another unit', { series: null, origin: 'office', lead: 4 }, false],
    ['decided there, whoever carries it', { series: 7, origin: 'office', lead: 4 }, true],
    ['decided elsewhere, carried here', { series: 8, origin: 'office', lead: 2 }, true],
    ['a head’s own inside his unit', { series: null, origin: 'unit', lead: 1 }, false],
  ] as const)('%s', (_, matter, of) => {
    expect(isOfField(matter, series)).toBe(of)
  })

  test('without a lead unit it is what was decided there', () => {
    const study = { id: 7, unit: null, support: [] }
    expect(isOfField({ series: null, origin: 'office', lead: 1 }, study)).toBe(false)
    expect(isOfField({ series: 7, origin: 'office', lead: 1 }, study)).toBe(true)
  })
})

describe('what holds a matter up', () => {
  const said = { by: 1, at: 0, text: '' }
  const refusal = (outcome: 'open' | 'solved') => ({
    ...{ since: 0, rung: 2 as const, person: 1, due: 0, reasons: [], outcome },
    ...{ ended: null, ground: null, reply: null },
  })
  test.each([
    [{ status: 'suspended', refusal: null, refused: null }, '挂起'],
    [{ status: 'in_progress', refusal: refusal('open'), refused: null }, '说不'],
    [{ status: 'in_progress', refusal: refusal('solved'), refused: null }, null],
    [{ status: 'registered', refusal: null, refused: said }, '待协调'],
    [{ status: 'registered', refusal: null, refused: null }, null],
    [{ status: 'in_progress', refusal: null, refused: null }, null],
  ] as const)('%j', (matter, block) => {
    expect(blockOf(matter)).toBe(block)
  })
})

describe('what the secretary arranges', () => {
  test('a topic moves one place, and not beyond the ends', () => {
    const once = shifted(nothingPrepared, [1, 2, 3], 3, -1)
    expect(once.order).toEqual([1, 3, 2])
    expect(shifted(once, once.order, 1, -1)).toBe(once)
    expect(shifted(once, once.order, 2, 1)).toBe(once)
    expect(shifted(once, once.order, 9, 1)).toBe(once)
  })

  test('a topic is left once, and taken back', () => {
    const left = leaving(leaving(nothingPrepared, 2, true), 2, true)
    expect(left.left).toEqual([2])
    expect(leaving(left, 2, false).left).toEqual([])
  })

  test('a length for all does away with those of single topics', () => {
    const one = timed(nothingPrepared, 2, 25)
    expect(one).toMatchObject({ minutes: { 2: 25 }, each: 10 })
    expect(timed(one, null, 15)).toMatchObject({ minutes: {}, each: 15 })
  })
})
