import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type Scratch, scratch } from './stores.ts'

describe.each(engines)('what each answers for, on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('words are replaced as a whole, and those who left answer for nothing', async () => {
    const person = {
      name: '王强',
      unit: 1,
      title: '',
      post: 'staff' as const,
      roles: [],
      openId: null,
      unionId: null,
      mobile: null,
      left: false,
    }
    const { store } = world
    const id = await store.turn((bound) => bound.people.addPerson(person))
    await store.turn((bound) => bound.remits.set(id, ['贴息', '贴息', '银企对接']))
    expect(await store.look((bound) => bound.remits.of(id))).toEqual(
      expect.arrayContaining(['贴息', '银企对接']),
    )
    await store.turn((bound) => bound.remits.set(id, ['专项债券']))
    expect(await store.look((bound) => bound.remits.all())).toEqual([
      { person: id, word: '专项债券' },
    ])
    await store.turn((bound) => bound.people.savePerson({ ...person, id, left: true }))
    expect(await store.look((bound) => bound.remits.all())).toEqual([])
  })
})
