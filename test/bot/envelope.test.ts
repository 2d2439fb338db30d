import { expect, test } from 'vitest'
import { envelopes } from '../../src/bot/envelope.ts'

test('a return address opens for its own suggestion under its own secret, and for nothing else', () => {
  const ours = envelopes('secret of the app')
  const sealed = ours.seal(3, 17)
  expect(ours.open(3, sealed)).toBe(17)
  expect(ours.open(4, sealed)).toBeUndefined()
  expect(envelopes('another secret').open(3, sealed)).toBeUndefined()
  expect(ours.open(3, `${sealed.slice(0, -2)}AA`)).toBeUndefined()
  expect(ours.open(3, '')).toBeUndefined()
})

test('the seal tells neither by its length nor by likeness whose it is', () => {
  const { seal } = envelopes('secret of the app')
  expect(seal(3, 1).length).toBe(seal(3, 123_456).length)
  expect(seal(3, 17)).not.toBe(seal(4, 17))
  expect(seal(3, 17)).toBe(seal(3, 17))
})
