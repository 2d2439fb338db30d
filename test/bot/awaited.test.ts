import { expect, test } from 'vitest'
import { openWorld } from '../world.ts'
import { of2027 } from './notice.ts'

const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)
const asked = (words: string[]) => words.filter((one) => one.includes('放假安排还没有登记'))

test('from 25 October the keeper is asked for next year’s notice, once a week in working hours, until it is there', async () => {
  const world = await openWorld({ at: at('2026-10-12 09:00') })
  try {
    await world.turnsTo('2026-10-23 18:00')
    expect(asked(world.received('马晓东'))).toEqual([])
    await world.turnsTo('2026-10-26 10:12')
    expect(asked(world.received('马晓东'))).toEqual([])
    await world.turnsTo('2026-10-26 10:14')
    expect(asked(world.received('马晓东')).join()).toContain('2027年的放假安排还没有登记')
    await world.turnsTo('2026-11-01 18:00')
    expect(asked(world.received('马晓东'))).toEqual([])
    await world.turnsTo('2026-11-09 18:00')
    expect(asked(world.received('马晓东'))).toHaveLength(2)
    expect(asked(world.received('陈静'))).toEqual([])
    await world.says('马晓东', of2027)
    await world.taps('马晓东', '确认登记')
    await world.turnsTo('2026-11-24 18:00')
    expect(asked(world.received('马晓东'))).toEqual([])
  } finally {
    await world.close()
  }
}, 60_000)

test('what a newer program knows is counted in at the next morning', async () => {
  const world = await openWorld({ at: at('2026-12-28 09:00') })
  const { store } = world.ground.bot.office
  try {
    await world.says('陈静', '交办 @王强 报送进度 4个工作日内')
    world.received('李娜')
    // The year is known without anybody having confirmed it, as after an update of the program.
    await store.turn((bound) =>
      bound.calendar.keepNotice(
        {
          year: 2027,
          doc: '',
          dated: '2026-11-05',
          off: [['元旦', '2026-12-31', '2027-01-03']],
          work: ['2026-12-27'],
        },
        { person: 0, at: 0 },
      ),
    )
    await world.turnsTo('2026-12-29 08:30')
    const matter = await world.matter(1)
    expect(matter).toMatchObject({ due: at('2027-01-05 18:00'), provisional: false })
    expect(world.received('李娜').join()).toContain('2027年放假安排已公布')
    expect(await world.verbs(1)).toEqual(['交办', '重算'])
    await world.turnsTo('2026-12-30 08:30')
    expect(await world.verbs(1)).toEqual(['交办', '重算'])
  } finally {
    await world.close()
  }
})
