import { expect, test } from 'vitest'
import { fold } from '../../../src/domain/time/fold.ts'
import { numberOf } from '../../../src/domain/time/numerals.ts'

test.each([
  ['12', 12],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['二十三', 23],
  ['廿', 20],
  ['廿三', 23],
  ['卅', 30],
  ['卅一', 31],
  ['两', 2],
  ['一百', 100],
  ['一百二十', 120],
  ['一百零五', 105],
  ['二〇二六', 2026],
  ['二零二六', 2026],
  ['一千二百', 1200],
])('%s is %i', (numeral, value) => {
  expect(numberOf(numeral)).toBe(value)
})

test.each(['三五', '二三', '百', '一二十', '十十', ''])('%s names no number', (numeral) => {
  expect(numberOf(numeral)).toBeUndefined()
})

test('one spelling stands for many, and each character knows where it stood', () => {
  const text = ' １２ 月　５日前，報送'
  const folded = fold(text)
  expect(folded.text).toBe('12月5日前,报送')
  expect(folded.at.map((at) => text.charAt(at)).join('')).toBe('１２月５日前，報送')
  expect(folded.at.at(-1)).toBe(text.length)
})

test('a space between two figures stays, so that they do not become one', () => {
  expect(fold('报 12  5日前').text).toBe('报12 5日前')
})

test('of a text longer than any order only the head and the tail are read', () => {
  const text = `${'前'.repeat(3000)}后`
  expect(fold(text).text).toHaveLength(2001)
  expect(fold(text).text.endsWith('前后')).toBe(true)
  expect(fold(text, true).text).toHaveLength(3001)
})
