import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

const OURS = '督办工作群'
const OTHERS = '预算科工作群'
const MEETING = '服务企业周例会群'

describe('what one unit carries is not shown in another’s group', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    const { street, bot } = world.ground
    for (const chat of [OTHERS, MEETING])
      for (const who of ['陈静', '王强']) street.addMember(chatNamed(chat), personNamed(who).openId)
    await bot.settled()
    await world.says('陈静', '交办 @王强 约谈鑫源公司 12月4日前', OURS)
    await world.says('李娜', '签收并分办 1')
  })
  afterAll(() => world.close())

  test('in the group it was assigned in it is shown to all', async () => {
    world.inGroup(OURS)
    await world.says('陈静', '查 1', OURS)
    expect(world.inGroup(OURS).join()).toContain('鑫源公司')
  })

  test('asked for in another group it goes to the asker alone', async () => {
    for (const say of ['查 1', '查 鑫源']) {
      world.inGroup(OTHERS)
      world.received('陈静')
      await world.says('陈静', say, OTHERS)
      expect(world.inGroup(OTHERS).join()).not.toContain('鑫源公司')
      expect(world.inGroup(OTHERS).join()).not.toContain('王强')
      expect(world.received('陈静').join()).toContain('鑫源公司')
    }
  })

  test('reported on in another group it is answered in one line, without the card', async () => {
    world.inGroup(OTHERS)
    await world.says('王强', '报 1 已约谈法人', OTHERS)
    await world.says('王强', '报 1 已约谈财务', OTHERS)
    expect((await world.matter(1)).report?.text).toBe('已约谈财务')
    expect(world.inGroup(OTHERS)).toEqual(['已记1号进展。', '已记1号进展。'])
  })

  test('an agenda is shown in its own group and else to the asker alone', async () => {
    world.inGroup(OTHERS)
    await world.says('陈静', '议程 服务企业', OTHERS)
    expect(world.inGroup(OTHERS)).toEqual(['已私聊发给您。'])
    world.inGroup(MEETING)
    await world.says('陈静', '议程', MEETING)
    expect(world.inGroup(MEETING).join()).toContain('服务企业')
  })

  test('a list tapped open in a group does not take the place of the group’s card', async () => {
    for (let i = 0; i < 12; i++) await world.says('陈静', `交办 预算科 核对台账${i} 12月4日前`)
    await world.says('李娜', '查 99', OURS)
    const label = '待办'
    const before = world.ground.street.cards(chatNamed(OURS)).at(-1)
    expect(JSON.stringify(before)).toContain(label)
    const head = await world.ground.bot.office.store.look(async (store) => {
      const directory = await store.people.directory()
      return directory.name(directory.unitNamed('预算科')?.head ?? null)
    })
    await world.taps(head, label, OURS)
    const after = world.ground.street.cards(chatNamed(OURS)).at(-1)
    expect(JSON.stringify(after)).not.toContain('核对台账')
    expect(world.received(head).join()).toContain('核对台账')
  })
})

describe('a group with people of other houses', () => {
  test('hears why the bot does not stay, and nothing after it', async () => {
    const world = await openWorld()
    const { street, bot } = world.ground
    const id = 'oc_a0000000000000000000000000000001'
    const outsider = 'ou_a0000000000000000000000000000001'
    street.addPerson({ openId: outsider, name: '外单位人员', tenant: 'tenant_other' })
    const chen = personNamed('陈静').openId
    street.addChat({ id, name: '项目对接群', members: [chen, outsider], botIn: false })
    await street.addBotTo(id, chen)
    await bot.settled()
    const said = street.messages(id)
    expect(said.map(({ from }) => from)).toEqual(['system', 'bot'])
    expect(JSON.stringify(said)).toContain('本群有单位以外的人员')
    expect(JSON.stringify(said)).not.toContain('绑定本群')
    await street.say(chen, id, '@[bot] 待办')
    await bot.settled()
    expect(street.messages(id).filter(({ from }) => from === 'bot')).toHaveLength(1)
    await world.close()
  })
})
