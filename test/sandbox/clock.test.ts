import { expect, test } from 'vitest'
import { turnableClock } from '../../src/sandbox/clock.ts'

test('the clock runs on from its start as fast as real time', () => {
  let real = 1000
  const clock = turnableClock(() => real, 50_000)
  expect(clock.now()).toBe(50_000)
  real += 250
  expect(clock.now()).toBe(50_250)
})

test('the clock is turned forward and runs on from there, never back', () => {
  let real = 0
  const clock = turnableClock(() => real)
  clock.set(60_000)
  real += 5
  expect(clock.now()).toBe(60_005)
  clock.set(59_000)
  expect(clock.now()).toBe(60_005)
})

test('the clock stands still when real time goes back', () => {
  let real = 1000
  const clock = turnableClock(() => real)
  real = 400
  expect(clock.now()).toBe(1000)
  real = 1300
  expect(clock.now()).toBe(1300)
})
