import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptRecords } from '../../src/bot/office.ts'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('absences on %s', (engine) => {
  let world: Scratch
  const directory = keptRecords().directory
  const read = () => world.store.look((store) => directory(store))
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('an absence is seen at the next reading, corrected, taken back, and over when it has passed', async () => {
    expect((await read()).absences).toEqual([])
    const told = { person: 3, from: '2026-12-01', to: '2026-12-05', standIn: 4 }
    const id = await world.store.turn((store) => store.absences.add(told))
    expect((await read()).absentOn(3, '2026-12-05')).toEqual({ id, ...told })

    await world.store.turn((store) => store.absences.save({ id, ...told, to: '2026-12-03' }))
    expect((await read()).absentOn(3, '2026-12-05')).toBeUndefined()

    await world.store.turn((store) => store.absences.cancel(id))
    expect((await read()).absences).toEqual([])

    await world.store.turn((store) => store.absences.save({ id, ...told }))
    await world.store.turn((store) => store.absences.passed('2026-12-05'))
    expect(await world.store.look((store) => store.absences.open())).toHaveLength(1)
    await world.store.turn((store) => store.absences.passed('2026-12-06'))
    expect(await world.store.look((store) => store.absences.open())).toEqual([])
  })
})
