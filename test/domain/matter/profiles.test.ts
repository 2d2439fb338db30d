/** The rules a new office begins with. */
import { expect, test } from 'vitest'
import { profileOf, profilesOf, usualProfiles } from '../../../src/domain/matter/profiles.ts'

test('no rung sounds on a full or half hour, and each asks somebody for something', () => {
  for (const { ladder } of usualProfiles)
    for (const { at, word } of ladder) {
      expect(at).not.toMatch(/:(00|30)$/)
      expect(word).toMatch(/^请/)
    }
})

test('the ladder climbs: whoever hears later stands no lower', () => {
  const height = ['handler', 'head', 'charge', 'principal']
  for (const { ladder } of usualProfiles)
    for (const of of ['sign', 'step', 'due']) {
      const rungs = ladder.filter((rung) => rung.of === of)
      const heights = rungs.map((rung) => height.indexOf(rung.to))
      expect(heights).toEqual([...heights].sort((a, b) => a - b))
      const days = rungs.map((rung) => rung.offset.days)
      expect(days).toEqual([...days].sort((a, b) => a - b))
    }
})

test('a matter on a rule that is no longer there has only its own date', () => {
  const none = profileOf({ profile: '旧规则' }, profilesOf([]))
  expect(none.name).toBe('旧规则')
  expect(none.limits).toEqual({})
})
