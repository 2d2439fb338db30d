/** Topics: from a text in any order, from a matter, from a no that needs others; the secretary's word, told to whom it came from. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const queued = (series = 2) =>
  world.ground.bot.office.store.look((store) => store.meetings.topics(series))
const texts = async () => (await queued()).map((one) => one.text)

describe('a topic', () => {
  test('is reported in any order, once, and handed to the secretary', async () => {
    world.received('刘洋')
    const said = await world.says('李娜', '报议题 服务企业周例会 鑫源公司用地问题')
    expect(said).toContain('已报“服务企业周例会”议题1（第1个），列入')
    const card = world.received('刘洋').join()
    expect(card).toContain('服务企业周例会 议题1')
    expect(card).toContain('金融科李娜')
    expect(await world.says('李娜', '议题 鑫源公司用地问题 服务企业周例会')).toContain('已经报过了')
    await world.says('李娜', '报议题 担保费减免 到服务企业周例会')
    await world.says('李娜', '给服务企业周例会报议题：银企对接名单')
    expect(await texts()).toEqual(['鑫源公司用地问题', '担保费减免', '银企对接名单'])
    expect(await world.says('李娜', '报议题 没有例会的题目')).toContain('还缺：例会名称')
  })

  test('is accepted by a tap and returned with a reason; whoever brought it is told', async () => {
    world.received('李娜')
    expect(await world.says('王强', '采纳议题 1')).toContain('由会议秘书刘洋或督查室办理')
    expect(await world.taps('刘洋', '采纳')).toContain('已采纳')
    expect(world.received('李娜').join()).toContain('议题1“鑫源公司用地问题”已采纳')
    expect(await world.says('刘洋', '采纳议题 1')).toContain('E-TOPIC-2')
    expect(await world.says('刘洋', '退回议题 2')).toContain('退回议题请写明理由')
    expect(await world.says('刘洋', '退回议题 服务企业 担保费减免 原因：材料不全')).toContain(
      '已退回',
    )
    expect(world.received('李娜').join()).toContain('议题2“担保费减免”已退回：材料不全')
    // Neither the accepted nor the one nobody has spoken of leaves the agenda.
    expect(await texts()).toEqual(['鑫源公司用地问题', '银企对接名单'])
    expect(await world.says('刘洋', '撤销')).toContain('已撤销：退回议题')
    expect(await texts()).toEqual(['鑫源公司用地问题', '担保费减免', '银企对接名单'])
    expect(await world.says('刘洋', '退回议题 名单 先由科室对接')).toContain(
      '议题3“银企对接名单”已退回',
    )
    expect(await world.says('刘洋', '退回议题 没有的题目 不用上会')).toMatch(/还缺|没有/)
    expect(await world.says('刘洋', '报议题 已议 服务企业周例会 担保费减免')).toContain('已销去')
  })

  test('comes from a matter that is stuck: from its card, and from a no that needs others', async () => {
    await world.says('陈静', '交办 @王强 核定鑫源公司用地 12月4日前')
    await world.says('李娜', '签收并分办 1')
    expect(await world.says('王强', '查 1')).not.toContain('[提交例会]')
    expect(await world.says('王强', '说不 1 需国土部门确权')).toContain(
      '需其他部门的，可说“提交例会 1”',
    )
    expect(await world.says('李娜', '查 1')).toContain('[提交例会]')
    expect(await world.taps('李娜', '提交例会')).toContain('已报“服务企业周例会”议题')
    expect((await queued()).at(-1)).toMatchObject({
      matter: 1,
      text: '核定鑫源公司用地（1号）：需国土部门确权',
    })
    expect(await world.says('李娜', '提交例会 1 服务企业周例会')).toContain('已经报过了')
    expect(await world.says('李娜', '撤销')).toContain('已撤销：提交例会')
    expect(await world.says('李娜', '提交例会 1 重点项目建设 请协调确权')).toContain(
      '已报“重点项目建设周例会”',
    )
  })

  test('is nobody’s to bring who has nothing to do with the matter, and tells no meeting of what is not its field', async () => {
    expect(await world.says('赵敏', '提交例会 1')).toMatch(/E-RIGHT/)
    expect(await world.says('李娜', '提交例会 1 城建交通工程周例会')).toContain('没有金融科参加')
    expect(await world.says('陈静', '提交例会 1 城建交通工程周例会')).toContain(
      '已报“城建交通工程周例会”',
    )
  })
})
