/** 周交办 is handed in at a meeting: where that is held at another time, so is the hand-in. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { isoOf, openWorld, type World } from '../world.ts'

const LIST = `周交办 服务企业周例会
1. 预算科 报送三季度预算绩效自评报告
2、金融科 摸排上市后备企业融资需求
3. 国库科 核对集中支付疑点 11月30日10:30前
4. 资产管理科 清查闲置资产`

/** A week's four matters, the third with a date of its own, the fourth changed since. */
async function handedOut(): Promise<World> {
  const world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
  onTestFinished(() => world.close())
  await world.says('陈静', LIST)
  await world.taps('陈静', '确认交办')
  await world.says('陈静', '改 4 截止 11月30日9:00')
  await world.turnsTo('2026-11-23 11:20')
  for (const who of ['李娜', '杜建华']) world.received(who)
  return world
}

const dues = async (world: World) =>
  Promise.all(
    [1, 2, 3, 4].map(async (id) => {
      const matter = await world.matter(id)
      return isoOf(matter.due).slice(5, 16)
    }),
  )

const STOOD = ['11-30T10:30', '11-30T10:30', '11-30T10:30', '11-30T09:00']

describe('the date of what is handed in at a meeting', () => {
  test('follows 改期; an own date and one that was changed stay; each hears it once', async () => {
    const world = await handedOut()
    expect(await dues(world)).toEqual(STOOD)
    expect(await world.says('刘洋', '改期 服务企业周例会 12月1日14:30 市里开会')).toContain(
      '周交办2件的交卷时间随之改为 12月1日 周二 14:30',
    )
    const moved = ['12-01T14:30', '12-01T14:30', ...STOOD.slice(2)]
    expect(await dues(world)).toEqual(moved)
    expect(isoOf((await world.matter(2)).firstDue)).toContain('11-30T10:30')
    expect((await world.verbs(2)).at(-1)).toBe('重算')
    await world.turnsTo('2026-11-23 11:30')
    const told = world.received('李娜').filter((one) => one.includes('周交办的交卷时间随会调整'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('原 11月30日 周一 10:30，现 12月1日 周二 14:30')
    // Moved into the week itself, before which nothing of the week would be handed in: it goes with the meeting.
    await world.says('刘洋', '改期 服务企业周例会 11月27日15:00')
    expect((await dues(world)).slice(0, 2)).toEqual(['11-27T15:00', '11-27T15:00'])
    expect(await world.says('刘洋', '撤销')).toContain('已撤销：改期')
    expect(await dues(world)).toEqual(moved)
  })

  test('follows 停开 and 补开, and 撤销 brings it back without a word to those who had none', async () => {
    const world = await handedOut()
    await world.says('刘洋', '停开 服务企业周例会 下周')
    expect((await dues(world))[0]).toBe('12-07T10:30')
    await world.says('刘洋', '补开 服务企业周例会 12月2日9:00')
    expect((await dues(world))[0]).toBe('12-02T09:00')
    await world.says('刘洋', '撤销')
    expect((await dues(world))[0]).toBe('12-07T10:30')
    // A meeting more within the week itself is none to hand in at.
    await world.says('刘洋', '补开 服务企业周例会 11月26日9:00')
    expect((await dues(world))[0]).toBe('12-07T10:30')
  })

  test('follows a new day of the week, and a day off; the page goes out on the morning of the hand-in', async () => {
    const world = await handedOut()
    await world.says('刘洋', '改例会 服务企业周例会 每周二14:30')
    expect(await dues(world)).toEqual(['12-01T14:30', '12-01T14:30', ...STOOD.slice(2)])
    await world.says('马晓东', '登记 调休 12月1日 休息 停电检修')
    expect((await dues(world)).slice(0, 2)).toEqual(['12-02T14:30', '12-02T14:30'])
    world.received('杜建华')
    await world.turnsTo('2026-11-30 08:20')
    expect(world.received('杜建华').join()).not.toContain('交卷情况')
    await world.turnsTo('2026-12-02 08:20')
    expect(world.received('杜建华').join()).toContain('第48周交卷情况')
  })

  test('what was handed in, or is overdue by then, stays', async () => {
    const world = await handedOut()
    await world.says('李娜', '签收并分办 2 @李娜')
    await world.says('杜建华', '延期 1 到12月4日 等数据')
    await world.turnsTo('2026-11-30 10:35')
    await world.says('刘洋', '停开 服务企业周例会 12月7日')
    expect((await dues(world))[1]).toBe('11-30T10:30')
  })
})
