import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptRecords } from '../../src/bot/office.ts'
import { profilesOf, usualProfiles } from '../../src/domain/matter/profiles.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const entered = { person: 7, at: 1000 }
const rule = { ...usualProfiles.find((one) => one.name === '13710')!, roll: false }

describe.each(engines)('the office’s own rules, on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('one comes back as it was kept, a later one takes its place, and dropped it is gone', async () => {
    const { store } = world
    const kept = keptRecords()
    await store.turn((bound) => bound.profiles.keep(rule, entered))
    expect(await store.look((bound) => bound.profiles.own())).toEqual([rule])
    await store.look((bound) => kept.directory(bound))
    expect(kept.profiles().get('13710')).toEqual(rule)
    const later = { ...rule, cutoff: null }
    await store.turn((bound) => bound.profiles.keep(later, { person: 8, at: 2000 }))
    await store.look((bound) => kept.directory(bound))
    expect(kept.profiles().get('13710')).toEqual(later)
    await store.turn((bound) => bound.profiles.drop('13710'))
    await store.look((bound) => kept.directory(bound))
    expect(kept.profiles()).toEqual(profilesOf([]))
  })
})
