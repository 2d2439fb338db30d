import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

describe('what the clock asks', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('the handler is reminded the working day before the date, and once more on the day', async () => {
    await world.says('陈静', '交办 @李娜 报送惠企贴息资金拨付进度 11月30日前')
    await world.says('李娜', '签收 1')
    await world.says('李娜', '分办 1 @王强')
    world.received('王强')
    await world.turnsTo('2026-11-27 09:06')
    expect(world.received('王强')).toEqual([])
    await world.turnsTo('2026-11-27 09:08')
    const reminder = world.received('王强').join()
    expect(reminder).toContain('1号将于 下周一 11月30日 18:00 到期，请按时办结或报进展')
    await world.turnsTo('2026-11-30 09:06')
    expect(world.received('王强')).toEqual([])
    await world.turnsTo('2026-11-30 17:00')
    expect(world.received('王强').join()).toContain('今天 11月30日 周一 18:00 到期，请今天办结')
  })

  test('a matter closed in time reminds nobody', async () => {
    await world.says('李娜', '办结 1 已报送')
    await world.says('陈静', '同意 1')
    await world.says('陈静', '销号 1')
    world.received('王强')
    await world.turnsTo('2026-12-02 17:00')
    const told = world.received('王强').join()
    expect(told).not.toContain('到期')
  })

  test('a leader gets one page at 8:20 of a working day, and silence when there is nothing', async () => {
    world.received('郑国栋')
    world.received('韩立峰')
    await world.says('陈静', '交办 金融科 汇总银企对接签约情况 12月4日前')
    await world.turnsTo('2026-12-03 08:25')
    const page = world.received('郑国栋').join()
    expect(page).toContain('督办简报 12月3日 周四')
    expect(page).toContain('三个工作日内到期（1）')
    expect(page).toContain('2号 汇总银企对接签约情况')
    expect(world.received('韩立峰').filter((text) => text.includes('简报'))).toEqual([])
    await world.turnsTo('2026-12-05 12:00')
    world.received('郑国栋')
    await world.turnsTo('2026-12-06 20:00')
    expect(world.received('郑国栋')).toEqual([])
  })

  test('the agenda goes to the secretary at 16:10 and to the group at 17:10 of the working day before', async () => {
    await world.says('李娜', '报议题 服务企业周例会 鑫源公司用地问题')
    const group = '服务企业周例会群'
    world.inGroup(group)
    world.received('刘洋')
    await world.turnsTo('2026-12-11 16:09')
    expect(world.received('刘洋').join()).not.toContain('送审')
    await world.turnsTo('2026-12-11 16:11')
    expect(world.received('刘洋').join()).toMatch(/服务企业周例会 第\d+次 议程（送审）/)
    expect(world.inGroup(group)).toEqual([])
    await world.turnsTo('2026-12-11 17:11')
    const pack = world.inGroup(group).join()
    expect(pack).toContain('时间：12月14日 周一 10:30')
    expect(pack).toContain('鑫源公司用地问题 · 李娜')
    expect(pack).toContain('已逾期（1）')

    // Asked for between its pack and the meeting, it is still the same meeting; the week after, the next.
    const number = /第\d+次 议程/.exec(pack)?.[0] ?? 'none'
    const again = await world.says('李娜', '议程 服务企业')
    expect(again).toContain(number)
    expect(again).not.toContain('顺延')
    await world.turnsTo('2026-12-14 10:31')
    const next = await world.says('李娜', '议程 服务企业')
    expect(next).not.toContain(number)
    expect(next).toContain('鑫源公司用地问题（第1次顺延） · 李娜')
  })

  test('what others need to know after hours waits for the next working morning', async () => {
    await world.turnsTo('2026-12-18 19:30')
    world.received('李娜')
    await world.says('陈静', '交办 金融科 补报普惠小微贷款数据 12月25日前')
    expect(world.received('李娜')).toEqual([])
    await world.turnsTo('2026-12-21 08:04')
    expect(world.received('李娜')).toEqual([])
    await world.turnsTo('2026-12-21 08:06')
    expect(world.received('李娜').join()).toContain('请签收')
  })
})
