import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

describe('a number that counts or names something else is not a matter’s number', () => {
  let world: World
  let card: string
  beforeAll(async () => {
    world = await openWorld()
    for (const what of ['拨付进度', '绩效自评', '债券台账'])
      await world.says('陈静', `交办 @王强 报送${what} 12月4日前`)
    for (const id of [1, 2, 3]) await world.says('李娜', `签收并分办 ${id}`)
    const cards = world.ground.street.cards(personNamed('王强').openId)
    card = cards.find((one) => JSON.stringify(one.card).includes('拨付进度'))!.message
  })
  afterAll(() => world.close())

  test.each([
    '2号楼已封顶',
    '第3季度报表已编',
    '3季度报表已编',
    '第2轮走访已完成',
    '2号文已印发',
    '2026年预算已编',
    '3个单位已反馈',
    '2期工程已开工',
    '3号前可报送',
  ])('in reply to a card “报 %s” is about the card’s matter', async (text) => {
    const answer = await world.says('王强', `报 ${text}`, undefined, { replyTo: card })
    expect(answer).toContain('已记1号进展')
    expect((await world.matter(1)).report?.text).toBe(text)
  })

  test.each([
    ['报 2 项目已开工', 2, '项目已开工'],
    ['报 2 人行已反馈', 2, '人行已反馈'],
    ['报 3 批复已下', 3, '批复已下'],
    ['报 3 起草完成', 3, '起草完成'],
    ['报２已完成初稿', 2, '已完成初稿'],
    ['报 第2号 已完成二稿', 2, '已完成二稿'],
    ['报＃３ 分管领导已圈阅', 3, '分管领导已圈阅'],
    ['报 2号已报市政府', 2, '已报市政府'],
  ])('“%s” is about matter %i', async (say, id, text) => {
    expect(await world.says('王强', say)).toContain(`已记${id}号进展`)
    expect((await world.matter(id)).report?.text).toBe(text)
  })

  test('a time or a month is not a number either', async () => {
    expect(await world.says('陈静', '同意 2点开会')).toContain('E-SAY-1')
    expect(await world.says('陈静', '查 2月报表')).toContain('查“2月报表”')
  })
})
