import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

describe('a meeting is called off, added, changed', () => {
  let world: World
  const group = '服务企业周例会群'
  beforeAll(async () => {
    // Today's meeting on enterprises is over, the three of the afternoon are still to come.
    world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
    await world.says('李娜', '报议题 服务企业周例会 鑫源公司用地')
  })
  afterAll(() => world.close())
  const answer = async (say: string, where?: string) => {
    world.received('刘洋')
    if (where) world.inGroup(where)
    await world.says('刘洋', say, where)
    return (where ? world.inGroup(where) : world.received('刘洋')).join()
  }

  test('停开 takes away the next meeting alone and says when it meets next; no pack is made for it', async () => {
    expect(await answer('停开 服务企业周例会 下周 市里统一开会')).toContain(
      '“服务企业周例会”11月30日 周一 10:30 的会议已停开，下次会议 12月7日 周一 10:30',
    )
    world.inGroup(group)
    await world.turnsTo('2026-11-27 17:30')
    expect(world.received('刘洋').join()).not.toContain('服务企业周例会 第')
    expect(world.inGroup(group)).toEqual([])
    await world.turnsTo('2026-12-04 17:30')
    expect(world.inGroup(group).join()).toContain('服务企业周例会 第1次 议程')
  })

  test('what was called off after its pack went out is told to the group once, with the reason', async () => {
    world.inGroup(group)
    expect(await answer('停开 服务企业周例会 12月7日 主要领导外出')).toContain(
      '下次会议 12月14日 周一 10:30',
    )
    await world.turnsTo('2026-12-07 08:30')
    const told = world.inGroup(group)
    expect(told).toHaveLength(1)
    expect(told.join()).toContain('服务企业周例会 本次停开')
    expect(told.join()).toContain('主要领导外出')
  })

  test('补开 adds one meeting, and its pack is made in time', async () => {
    expect(await answer('例会 补开 服务企业周例会 12月10日14:30')).toContain(
      '将于 12月10日 周四 14:30 补开，下次会议 12月10日 周四 14:30',
    )
    world.inGroup(group)
    await world.turnsTo('2026-12-09 17:30')
    expect(world.inGroup(group).join()).toContain('时间：12月10日 周四 14:30')
  })

  test('撤销 takes a change of the arrangement back, and the pack is planned as before', async () => {
    expect(await answer('改例会 招商引资周例会 周三15:00')).toContain(
      '下次会议 12月16日 周三 15:00',
    )
    expect(await answer('撤销')).toContain('已撤销：改例会')
    expect(await answer('例会 第2页')).toContain(
      '招商引资周例会 · 冯雅琴 · 下次 12月14日 周一 15:30',
    )
  })

  test('two meetings at one time are pointed out', async () => {
    expect(await answer('改例会 招商引资周例会 每周一16:30')).toContain('与“安全稳定周例会”同时')
    await answer('撤销')
  })

  test('a week without a meeting is told with the next date', async () => {
    expect(await answer('停开 服务企业周例会 12月11日')).toContain('那天没有会议')
  })

  test('only those who arrange meetings may; others are told who', async () => {
    world.received('王强')
    await world.says('王强', '停开 服务企业周例会')
    expect(world.received('王强').join()).toContain('会议秘书、督查室、管理员')
  })

  test('a series that skips rest days is not moved by them', async () => {
    expect(await answer('改例会 招商引资周例会 遇休息日跳过 每周五15:30')).toContain('遇休息日跳过')
    await world.turnsTo('2026-12-28 09:00')
    expect(await answer('例会 第2页')).toContain(
      '招商引资周例会 · 冯雅琴 · 下次 2027年1月8日 周五 15:30',
    )
  })
})
