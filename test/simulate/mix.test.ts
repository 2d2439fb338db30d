/** The year's fates before they are lived: the mix of domain.md E.4, its traps, and an order in which people can say it. */
import { describe, expect, test } from 'vitest'
import { absencesOf } from '../../src/simulate/absences.ts'
import { at, clockOf, dayOf, isWorkday } from '../../src/simulate/almanac.ts'
import { chanceOf } from '../../src/simulate/chance.ts'
import type { Fate } from '../../src/simulate/fate.ts'
import { birthsOf } from '../../src/simulate/fates.ts'

const LAST = '2022-12-31'

describe.each([1, 2, 3])('the fates of the year, seed %i', (seed) => {
  const chance = chanceOf(seed)
  const births = birthsOf(chance, 300, '2022-01-04', LAST)
  const { leaves } = absencesOf(chance, births, 365, ['2022-01-04', LAST])
  const all = births.flatMap((birth) => birth.fates)
  const says = (fate: Fate, words: RegExp) =>
    fate.deeds.filter(({ say, declined }) => !declined && words.test(say)).length
  const ended = (fate: Fate) => says(fate, /^(?:并项|撤项)/) > 0
  const fates = all.filter((fate) => !ended(fate))
  const having = (words: RegExp) => fates.filter((fate) => says(fate, words) > 0).length

  test('come from the sources of the table, 300 in all', () => {
    const sources = new Map<string, number>()
    for (const { source } of fates) sources.set(source, (sources.get(source) ?? 0) + 1)
    expect(Object.fromEntries(sources)).toEqual({
      ...{ 周交办: 130, 批转: 55, 党组: 45, 议定: 30, 窗口: 24, 说不: 16 },
    })
  })

  test('end as the table says', () => {
    const closes = fates.filter((fate) => says(fate, /^销号/) > says(fate, /^(?:重办|回访 \S+ 不)/))
    expect(closes).toHaveLength(294)
    expect(having(/^退回/)).toBe(21)
    expect(having(/^延期/)).toBe(25)
    expect(having(/^不准延/)).toBe(3)
    const tooLate = fates.filter(({ deeds }) =>
      deeds.some(({ say, declined }) => declined && say.startsWith('延期')),
    )
    expect(tooLate).toHaveLength(2)
    expect(having(/^(?:重办|回访 \S+ 不)/)).toBe(4)
    expect(having(/^退签/)).toBe(5)
    expect(having(/^不予办理/)).toBe(2)
    expect(all.filter((fate) => says(fate, /^并项/) > 0)).toHaveLength(3)
    expect(all.filter((fate) => says(fate, /^撤项/) > 0)).toHaveLength(2)
    const suspended = fates.filter((fate) => /^挂起/.test(fate.deeds.at(-1)?.say ?? ''))
    expect(suspended).toHaveLength(2)
  })

  test('have each trap of a date once', () => {
    const begins = new Set(fates.map(({ born }) => `${dayOf(born)} ${clockOf(born)}`))
    for (const trap of ['01-27 09:20', '01-30 10:05', '01-31 09:11', '08-12 17:50', '09-29 09:40'])
      expect(begins).toContain(`2022-${trap}`)
    const clamped = fates.find(({ born }) => dayOf(born) === '2022-01-31')
    expect(clamped?.due).toBe(at('2022-02-28', '18:00'))
  })

  test('are said by whoever stands in, where somebody is away: heads too', () => {
    expect(leaves.length).toBeGreaterThan(30)
    const deeds = all.flatMap((fate) => fate.deeds)
    for (const { by, at: moment } of deeds) {
      const day = dayOf(moment)
      expect(leaves.find((one) => one.person === by && one.from <= day && day <= one.to)).toBe(
        undefined,
      )
    }
    const inPlace = deeds.filter(({ place }) => place !== undefined)
    expect(inPlace.length).toBeGreaterThan(10)
    expect(inPlace.some(({ say }) => say.startsWith('签收'))).toBe(true)
    expect(all.some(({ handover }) => handover !== undefined)).toBe(true)
  })

  test('are said one after the other, in working time, and end within the year', () => {
    for (const { born, deeds, mark } of all) {
      const moments = [born, ...deeds.map((deed) => deed.at)]
      expect(
        [...moments].sort((a, b) => a - b),
        mark,
      ).toEqual(moments)
      for (const { at: moment, by } of deeds)
        if (by !== null) expect(isWorkday(dayOf(moment)), `${mark} ${dayOf(moment)}`).toBe(true)
      expect(dayOf(moments.at(-1) ?? 0) <= LAST, mark).toBe(true)
    }
  })
})
