import { expect, test } from 'vitest'
import { dutiesOf } from '../../src/domain/matter/duties.ts'
import { openWorld } from '../world.ts'

test('a list of very many says how many there really are', async () => {
  const world = await openWorld()
  try {
    await world.says('陈静', '交办 @王强 报送进度 12月4日前')
    await world.says('李娜', '签收并分办 1')
    await world.ground.bot.office.store.turn(async (store) => {
      const one = (await store.matters.get(1))!
      const directory = await store.people.directory()
      for (let id = 100; id < 1099; id++) {
        const matter = { ...one, id, formal: `2026-交办-${id}` }
        await store.matters.insert(matter)
        await store.pending.set(id, [], dutiesOf(matter, directory))
      }
    })
    expect(await world.says('王强', '待办')).toContain('我的待办（1000件）')
    expect(await world.says('李娜', '待办 金融科')).toContain('金融科待办（1000件）')
  } finally {
    await world.close()
  }
})
