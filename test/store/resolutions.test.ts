import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Resolution } from '../../src/domain/meeting/resolution.ts'
import { Overtaken } from '../../src/store/overtaken.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const at = Date.parse('2026-11-23T09:00:00+08:00')
const line = (item: number, more: Partial<Resolution> = {}): Omit<Resolution, 'id' | 'rev'> => ({
  ...{ series: 2, meeting: 147, item, state: 'draft', matter: null, person: 3, at: at + item },
  words: `${item}. 由金融科牵头拿出方案`,
  title: '拿出方案',
  lead: { unit: 7, person: null },
  supports: [],
  namesakes: [],
  due: { is: 'none' },
  ...more,
})

describe.each(engines)('resolutions on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())
  const meeting = { series: 2, meeting: 147 }

  test('are kept by meeting and number, saved over the version read, put back, and forgotten', async () => {
    const { store } = world
    const [first, second] = await store.turn(async ({ resolutions }) => [
      await resolutions.add(line(1)),
      await resolutions.add(line(2)),
    ])
    const all = () => store.look(({ resolutions }) => resolutions.of(meeting))
    expect(await all()).toEqual([first, second])
    const newest = (among: { series?: number; person?: number }) =>
      store.look(({ resolutions }) => resolutions.newest(among))
    expect(await newest({ person: 3 })).toEqual(meeting)
    expect(await newest({ series: 5 })).toBeUndefined()

    const done = { ...first!, state: 'registered' as const, matter: 12 }
    await store.turn(({ resolutions }) => resolutions.save(first!, done))
    expect((await all())[0]).toEqual({ ...done, rev: 1 })
    await expect(
      store.turn(({ resolutions }) => resolutions.save(first!, { ...done, matter: 13 })),
    ).rejects.toThrow(Overtaken)

    // What a sentence added goes when it is taken back, but what has become a matter since stays.
    await store.turn(({ resolutions }) => resolutions.restore([], [first!.id, second!.id]))
    expect((await all()).map((one) => one.item)).toEqual([1])
    await store.turn(({ resolutions }) => resolutions.restore([first!], []))
    expect((await all())[0]).toEqual({ ...first, rev: 2 })
    await store.turn(({ resolutions }) => resolutions.forget(at + 1))
    expect(await all()).toHaveLength(1)
    await store.turn(({ resolutions }) => resolutions.forget(at + 2))
    expect(await all()).toEqual([])
  })

  test('one number of a meeting belongs to one line only', async () => {
    await world.store.turn(({ resolutions }) => resolutions.add(line(1, { meeting: 148 })))
    await expect(
      world.store.turn(({ resolutions }) => resolutions.add(line(1, { meeting: 148 }))),
    ).rejects.toThrow()
  })
})
