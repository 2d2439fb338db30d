import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('praises on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('thanks are found by the person, cases by their kind, newest first; what was taken back by neither', async () => {
    const at = Date.parse('2026-11-23T09:00:00+08:00')
    const thanks = { kind: 'thanks' as const, matter: 1, by: 2, to: 3, text: '又快又准', at }
    const added = await world.store.turn(async (store) => [
      await store.praises.add(thanks),
      await store.praises.add({ ...thanks, text: '再谢', at: at + 1 }),
      await store.praises.add({ ...thanks, kind: 'case', to: null, text: '26条' }),
    ])
    const about = (person: number) =>
      world.store.look(async (store) => (await store.praises.about(person)).map((one) => one.text))
    expect(await about(3)).toEqual(['再谢', '又快又准'])
    expect(await about(2)).toEqual([])
    const [only] = await world.store.look((store) => store.praises.cases())
    expect(only).toEqual({
      id: added[2],
      kind: 'case',
      matter: 1,
      by: 2,
      to: null,
      text: '26条',
      at,
    })
    await world.store.turn((store) => store.praises.withdraw(added[1]!))
    expect(await about(3)).toEqual(['又快又准'])
  })
})
