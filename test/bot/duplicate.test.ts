import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

describe('the same thing a second time is asked about, by whichever word it comes', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.says('陈静', '交办 预算科 报送三季度绩效自评报告 12月15日前')
  })
  afterAll(() => world.close())

  const count = () => world.ground.bot.office.store.look((store) => store.matters.count({}))

  test('拟办 asks, and takes 仍要交办 for an answer', async () => {
    const say = '拟办 预算科 报送三季度绩效自评报告 12月18日前'
    expect(await world.says('梁书航', say)).toContain('预算科已有一件相近的事：1号')
    expect(await count()).toBe(1)
    await world.taps('梁书航', '仍要交办')
    expect(await count()).toBe(2)
    expect((await world.matter(2)).title).toBe('报送三季度绩效自评报告')
  })

  test('立项 asks about another, never about the draft itself', async () => {
    expect(await world.says('陈静', '立项 2')).toContain('预算科已有一件相近的事：1号')
    expect((await world.matter(2)).status).toBe('draft')
    expect(await world.says('陈静', '立项 2 仍要交办')).toContain('2号已立项并交办预算科')
    await world.says('梁书航', '拟办 国库科 核对库款 12月18日前')
    expect(await world.says('陈静', '立项 3')).toContain('3号已立项并交办国库科')
  })

  test('批示 that begins a matter asks too; on a matter it does not', async () => {
    const say = '批示 请国库科12月18日前核对库款'
    expect(await world.says('李明远', say)).toContain('已按批示立项')
    expect(await world.says('李明远', say)).toContain('国库科已有一件相近的事：4号')
    expect(await count()).toBe(4)
    expect(await world.says('李明远', `${say} 仍要交办`)).toContain('5号')
    expect((await world.matter(5)).title).toBe('请国库科12月18日前核对库款')
    expect(await world.says('李明远', '批示 4 请国库科12月18日前核对库款')).toContain('已记4号批示')
  })
})
