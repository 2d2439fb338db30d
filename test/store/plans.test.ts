import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { added, blank } from '../../src/domain/returns/plan.ts'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('plans on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('a plan is kept by unit and month, and grows by one version with every change', async () => {
    const first = added(blank(3, '2026-12'), '走访银行')
    const saved = await world.store.turn((store) => store.plans.save(first))
    expect(saved.rev).toBe(1)
    const at = Date.parse('2026-11-30T10:00:00+08:00')
    const done = { ...saved, asked: true, by: 7, at, late: true, dropped: [4] }
    await world.store.turn((store) => store.plans.save(done))
    const kept = await world.store.look((store) => store.plans.get(3, '2026-12'))
    expect(kept).toEqual({ ...done, rev: 2 })
    expect(await world.store.look((store) => store.plans.of('2026-12'))).toEqual([kept])
    expect(await world.store.look((store) => store.plans.of('2027-01'))).toEqual([])
  })
})
