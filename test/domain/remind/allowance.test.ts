/** A day's number of messages as a table: who comes alone, who gathers, who waits. */
import { expect, test } from 'vitest'
import {
  type DaySoFar,
  type Way,
  type Weight,
  wayOf,
} from '../../../src/domain/remind/allowance.ts'

const day = (spent: number, more: Partial<DaySoFar> = {}): DaySoFar => ({
  allowance: 3,
  spent,
  pageAhead: false,
  gathered: false,
  ...more,
})

test.each<[string, Weight, DaySoFar, Way]>([
  ['the first of a day', 'work', day(0), 'alone'],
  ['the second', 'owed', day(1), 'alone'],
  ['the last begins the card on which the rest gathers', 'work', day(2), 'gathered'],
  ['an answer asked for begins it just so', 'owed', day(2), 'gathered'],
  ['an answer past the last joins the card', 'owed', day(3, { gathered: true }), 'gathered'],
  ['past the last, without such a card, it waits for the page', 'owed', day(3), 'folded'],
  ['news does not begin a card', 'word', day(2), 'folded'],
  ['a page always goes', 'page', day(9), 'alone'],
  ['so does 特急', 'urgent', day(9), 'alone'],
  ['the page to come takes its place beforehand', 'work', day(1, { pageAhead: true }), 'folded'],
])('%s', (_, weight, so, way) => {
  expect(wayOf(weight, so)).toBe(way)
})

test('however a day is dealt, nobody gets more than his number, the page to come counted', () => {
  const weights: Weight[] = ['work', 'owed', 'word']
  for (let dealt = 0; dealt < 3 ** 6; dealt++) {
    let spent = 0
    let gathered = false
    for (let n = 0, left = dealt; n < 6; n++, left = Math.floor(left / 3)) {
      const way = wayOf(weights[left % 3] as Weight, day(spent, { gathered }))
      if (way === 'alone' || (way === 'gathered' && !gathered)) spent += 1
      gathered ||= way === 'gathered'
    }
    expect(spent).toBeLessThanOrEqual(3)
  }
})
