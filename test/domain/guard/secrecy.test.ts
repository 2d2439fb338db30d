import { describe, expect, test } from 'vitest'
import { Declined } from '../../../src/domain/declined.ts'
import { guardSecrets } from '../../../src/domain/guard/secrecy.ts'
import { kept, refused } from './secrecy.golden.ts'

const codeOf = (text: string): string | undefined => {
  try {
    guardSecrets(text, () => ['李明远'])
    return undefined
  } catch (error) {
    return error instanceof Declined ? error.code : String(error)
  }
}

test('a long list of digits is looked through at once', () => {
  expect(codeOf('1 '.repeat(20_000))).toBeUndefined()
})

describe('what must stay out is refused, what only looks like it passes', () => {
  test('there are sixty samples at least', () => {
    expect(kept.length + refused.length).toBeGreaterThanOrEqual(60)
  })
  test.each(kept)('passes: %s', (text) => expect(codeOf(text)).toBeUndefined())
  test.each(refused)('%s: %s', (code, text) => expect(codeOf(text)).toBe(code))
  test('the sentence of a refusal repeats nothing of the text', () => {
    for (const [, text] of refused)
      try {
        guardSecrets(text)
      } catch (error) {
        expect((error as Declined).say).not.toContain(text)
      }
  })
})
