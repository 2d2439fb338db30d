import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('incidents on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('an incident and its lines come back as they were put; one line a unit and day', async () => {
    const at = Date.parse('2026-11-23T09:00:00+08:00')
    const wish = {
      name: '村镇银行',
      units: [7, 9],
      first: '2026-11-23',
      last: '2026-12-01',
      restDays: true,
      by: 2,
      at,
      state: 'open' as const,
      rev: 0,
    }
    const made = await world.store.turn((store) => store.incidents.add(wish))
    expect(made).toEqual({ ...wish, id: 1, rev: 1 })
    const key = { incident: 1, day: '2026-11-23', unit: 7 }
    const line = { ...key, text: '平稳', same: false, by: 5, at, late: null }
    await world.store.turn(async (store) => {
      await store.briefs.put(key, line)
      await store.briefs.put(key, { ...line, text: '无变化', same: true, late: '晚间平稳' })
      await store.incidents.save({ ...made, state: 'ended' })
    })
    await world.store.look(async (store) => {
      const kept = { ...line, text: '无变化', same: true, late: '晚间平稳' }
      expect(await store.briefs.between(1, '2026-11-23', '2026-11-29')).toEqual([kept])
      expect(await store.briefs.lastBefore({ ...key, day: '2026-11-24' })).toEqual(kept)
      expect(await store.briefs.lastBefore(key)).toBeUndefined()
      expect(await store.incidents.open()).toEqual([])
      expect((await store.incidents.ended())[0]).toEqual({ ...made, state: 'ended', rev: 2 })
    })
    await world.store.turn((store) => store.briefs.put(key, null))
    expect(await world.store.look((store) => store.briefs.get(key))).toBeUndefined()
  })
})
