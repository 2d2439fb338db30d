import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptRecords } from '../../src/bot/office.ts'
import type { Notice } from '../../src/domain/time/notices.ts'
import { engines, type Scratch, scratch } from './stores.ts'

const of2027: Notice = {
  year: 2027,
  doc: '国办发明电〔2026〕9号',
  dated: '2026-11-05',
  off: [
    ['元旦', '2026-12-31', '2027-01-02'],
    ['春节', '2027-02-05', '2027-02-11'],
  ],
  work: ['2027-02-14'],
}
const entered = { person: 7, at: 1000 }

describe.each(engines)('what the office knows of its days, on %s', (engine) => {
  let world: Scratch
  beforeAll(async () => {
    world = await scratch(engine)
  })
  afterAll(() => world.drop())

  test('a pasted notice comes back as it was, and a later one for its year takes its place', async () => {
    const { store } = world
    await store.turn((bound) => bound.calendar.keepNotice(of2027, entered))
    expect(await store.look((bound) => bound.calendar.notice(2027))).toMatchObject(of2027)
    const longer = { ...of2027, work: ['2027-02-14', '2027-02-20'] }
    await store.turn((bound) => bound.calendar.keepNotice(longer, { person: 8, at: 2000 }))
    expect(await store.look((bound) => bound.calendar.pasted())).toEqual([
      { ...longer, person: 8, at: 2000 },
    ])
    const calendar = await store.look((bound) => bound.calendar.read())
    expect(calendar.announced(2027)).toBe(true)
    expect(calendar.isWorkday('2027-02-20')).toBe(true)
    expect(calendar.isWorkday('2026-12-31')).toBe(false)
  })

  test('the unit’s own word is above the notice, until it is taken back', async () => {
    const { store } = world
    const day = '2026-12-31'
    await store.turn((bound) =>
      bound.calendar.override({ day, work: true, name: '年终决算', ...entered }),
    )
    expect((await store.look((bound) => bound.calendar.read())).isWorkday(day)).toBe(true)
    await store.turn((bound) =>
      bound.calendar.override({ day, work: false, name: '停电', ...entered }),
    )
    const calendar = await store.look((bound) => bound.calendar.read())
    expect(calendar.holidayOf(day)).toBe('停电')
    await store.turn((bound) => bound.calendar.lift(day))
    expect(await store.look((bound) => bound.calendar.overrides())).toEqual([])
  })

  test('two instances on one database follow each other’s changes, and read no more than they must', async () => {
    const { store } = world
    const one = keptRecords()
    const other = keptRecords()
    const follow = (records: typeof one) => store.look((bound) => records.directory(bound))
    await store.turn((bound) => bound.calendar.dropNotice(2027))
    await follow(one)
    const before = one.calendar()
    await follow(one)
    expect(one.calendar()).toBe(before)
    expect(before.announced(2027)).toBe(false)
    await store.turn((bound) => bound.calendar.keepNotice(of2027, entered))
    await follow(other)
    expect(other.calendar().announced(2027)).toBe(true)
    await follow(one)
    expect(one.calendar().announced(2027)).toBe(true)
  })
})
