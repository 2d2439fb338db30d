import { expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await openWorld()
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

const nameOf = (world: World, id: number | null) =>
  world.ground.bot.office.store.look(async (store) => (await store.people.directory()).name(id))

test('who leaves hands his open matters on with their history; duties and the 督查室 follow', () =>
  inWorld(async (world) => {
    for (const what of ['报送进度', '汇总清单']) {
      await world.says('陈静', `交办 @王强 ${what} 12月4日前`)
    }
    await world.says('李娜', '签收并分办 1')
    await world.says('李娜', '签收并分办 2')
    await world.says('王强', '报 1 完成60%')
    for (const who of ['陈静', '李娜', '梁书航', '王强']) world.received(who)
    expect(await world.says('马晓东', '登记 离任 @王强')).toContain('移交事项2件')
    const matter = await world.matter(1)
    expect(await nameOf(world, matter.handler)).toBe('李娜')
    expect(matter).toMatchObject({ percent: 60, status: 'in_progress' })
    expect(await world.verbs(1)).toEqual(['交办', '签收', '分办', '报', '移交'])
    expect(world.received('李娜').join()).toContain('以下事项由您接办（2件）')
    expect(world.received('梁书航').join()).toContain('1号 报送进度 → 李娜')
    expect(await world.says('李娜', '待办')).toContain('1号 报送进度')
    expect(await world.says('王强', '报 1 完成80%')).toContain('不在本单位名册')
    expect(world.received('王强').join()).not.toContain('报送进度')
  }))

test('the stand-in of his last leave comes before the head; a head’s own post goes to the deputy', () =>
  inWorld(async (world) => {
    await world.says('陈静', '交办 @王强 报送进度 12月4日前')
    await world.says('李娜', '签收并分办 1')
    await world.says('王强', '请假 今天至12月31日 代办 @史丽萍')
    await world.says('马晓东', '登记 离任 @王强')
    expect(await nameOf(world, (await world.matter(1)).handler)).toBe('史丽萍')
    expect(await world.says('马晓东', '登记 离任 @李娜')).toContain('金融科')
    await world.says('陈静', '交办 金融科 汇总清单 12月4日前')
    expect(world.received('邱海峰').join()).toContain('2号')
    expect(await world.says('邱海峰', '签收 2')).toContain('已签收')
  }))

test('what was struck off by other means is passed on at the next working morning, once', () =>
  inWorld(async (world) => {
    await world.says('陈静', '交办 @王强 报送进度 12月4日前')
    await world.says('李娜', '签收并分办 1')
    await world.ground.bot.office.store.turn(async (store) => {
      const directory = await store.people.directory()
      await store.people.savePerson({ ...directory.named('王强')[0]!, left: true })
    })
    await world.turnsTo('2026-11-24 08:30')
    expect(await nameOf(world, (await world.matter(1)).handler)).toBe('李娜')
    world.received('陈静')
    await world.turnsTo('2026-11-25 08:30')
    expect(world.received('陈静').join()).not.toContain('移交')
    expect(await world.verbs(1)).toEqual(['交办', '签收', '分办', '移交'])
  }))
