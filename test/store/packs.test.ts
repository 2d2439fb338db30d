import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agenda } from '../../src/domain/meeting/agenda.ts'
import type { AgendaItem } from '../../src/domain/meeting/item.ts'
import type { Pack } from '../../src/domain/meeting/pack.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const item = (id: number): AgendaItem => ({
  ...{ id, title: `第${id}件`, lead: 1, status: 'in_progress', returned: 0, extension: null },
  ...{ due: 9, closed: null, light: 'green', blocked: null, said: null, next: 9 },
})

const agenda = (number: number, at: number, ids: number[]): Agenda => ({
  series: {
    ...{ id: 1, name: '周例会', kind: '周例会', leader: '', unit: 1, support: [] },
    ...{ study: false, rev: 0 },
  },
  ...{ number, at, first: null, resolutions: [], overdue: ids.map(item), blocked: [], near: [] },
  ...{ fresh: [], topics: [], left: [], each: 10, closed: [], steady: [], away: null, clash: [] },
})

const pack = (number: number, at: number, ids: number[]): Pack => ({
  ...{ series: 1, at, meets: at, state: 'sent', places: ['g:oc_1', 'p:3'], sent: at - 10 },
  agenda: agenda(number, at, ids),
})

describe.each(engines)('packs on %s', (engine) => {
  let made: Scratch
  beforeAll(async () => {
    made = await scratch(engine)
    await made.store.turn(async ({ packs }) => {
      await packs.add(pack(1, 100, [4]))
      // More than one statement takes.
      await packs.add(
        pack(
          2,
          200,
          Array.from({ length: 450 }, (_, i) => i + 1),
        ),
      )
    })
  })
  afterAll(() => made.drop())

  test('a pack is read as it was sent', async () => {
    const found = await made.store.look(({ packs }) => packs.get(1, 100))
    expect(found).toEqual(pack(1, 100, [4]))
  })

  test('a matter finds the packs of meetings to come that name it', async () => {
    const numbers = (now: number) =>
      made.store.look(async ({ packs }) =>
        (await packs.withMatter(4, now)).map((one) => one.agenda.number).sort(),
      )
    expect(await numbers(50)).toEqual([1, 2])
    expect(await numbers(150)).toEqual([2])
    expect(await numbers(250)).toEqual([])
    expect(await made.store.look(({ packs }) => packs.withMatter(450, 150))).toHaveLength(1)
    expect(await made.store.look(({ packs }) => packs.withMatter(451, 150))).toEqual([])
  })

  test('moved it is that of the new moment; called off it is nobody’s', async () => {
    const { turn, look } = made.store
    await turn(({ packs }) => packs.arrange({ series: 1, at: 200, meets: 230, state: 'sent' }))
    expect(await look(({ packs }) => packs.meeting(1, 200))).toBeUndefined()
    expect((await look(({ packs }) => packs.meeting(1, 230)))?.at).toBe(200)
    expect((await look(({ packs }) => packs.before(1, 230)))?.at).toBe(100)
    await turn(({ packs }) => packs.arrange({ series: 1, at: 200, meets: 230, state: 'off' }))
    expect(await look(({ packs }) => packs.ahead(1, 150))).toEqual([])
    expect((await look(({ packs }) => packs.before(1, 300)))?.at).toBe(100)
  })

  test('sent anew it takes the place of the one called off, with its own matters', async () => {
    const { turn, look } = made.store
    await turn(({ packs }) => packs.add(pack(2, 200, [7])))
    expect((await look(({ packs }) => packs.meeting(1, 200)))?.agenda.overdue).toHaveLength(1)
    expect(await look(({ packs }) => packs.withMatter(450, 150))).toEqual([])
  })
})
