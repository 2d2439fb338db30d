import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

describe('around the sentence', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @李娜 报送拨付进度 12月4日前', '督办工作群')
  })
  afterAll(() => world.close())

  test('a card is a button that types: 👌 on it signs, and the answer is a reaction', async () => {
    const { street, bot } = world.ground
    const [shown] = street.cards(chatNamed('督办工作群'))
    await street.react(personNamed('陈静').openId, shown!.message, 'OK')
    expect((await world.matter(1)).status).toBe('assigned')
    await street.react(personNamed('李娜').openId, shown!.message, 'OK')
    await bot.settled()
    expect((await world.matter(1)).status).toBe('signed')
    const said = street.messages(chatNamed('督办工作群')).find((one) => one.id === shown!.message)
    expect(said?.reactions.map((one) => one.emoji)).toContain('DONE')
  })

  test('in reply to the card the number may be left out', async () => {
    await world.says('李娜', '分办 1 @王强')
    const { street } = world.ground
    const card = street.cards(personNamed('王强').openId).at(-1)
    expect(
      await world.says('王强', '报 已走访12家企业', undefined, { replyTo: card!.message }),
    ).toContain('已记1号进展')
    expect((await world.matter(1)).report?.text).toBe('已走访12家企业')
  })

  test('the menu says a sentence and is answered in private', async () => {
    world.received('王强')
    await world.ground.street.menu(personNamed('王强').openId, '待办')
    await world.ground.bot.settled()
    expect(world.received('王强').join()).toContain('我的待办（1件）')
  })

  test('a list asked for in a group goes to the asker in private, with one line of pointer', async () => {
    world.inGroup('督办工作群')
    world.received('陈静')
    await world.says('陈静', '待办 金融科', '督办工作群')
    expect(world.inGroup('督办工作群').at(-1)).toBe('已私聊发给您。')
    expect(world.received('陈静').join()).toContain('金融科待办（1件）')
  })

  test('one living card per place: it is edited in place, and an older one points to the newer', async () => {
    const { street } = world.ground
    const living = street
      .cards(personNamed('王强').openId)
      .filter((one) => JSON.stringify(one.card).includes('汇报'))
    expect(living).toHaveLength(1)
    await world.says('王强', '查 1')
    const cards = street.cards(personNamed('王强').openId)
    const current = cards.filter((one) => JSON.stringify(one.card).includes('汇报'))
    expect(current).toHaveLength(1)
    expect(cards.filter((one) => JSON.stringify(one.card).includes('看最新一张'))).toHaveLength(1)
  })

  test('a tap on a card that is out of date does nothing twice and shows the matter as it stands', async () => {
    await world.says('李娜', '办结 1 已报送')
    const { street, bot } = world.ground
    const [card] = street
      .cards(personNamed('陈静').openId)
      .filter((one) => JSON.stringify(one.card).includes('优秀'))
    const value = { say: '同意 1 良好', rev: (await world.matter(1)).rev - 1 }
    const tapped = await street.tap(personNamed('陈静').openId, card!.message, {
      tag: 'button',
      value,
      stale: true,
    })
    await bot.settled()
    expect(tapped).toMatchObject({
      answer: { toast: { content: expect.stringContaining('事项已更新') } },
    })
    expect((await world.matter(1)).status).toBe('close_requested')
  })

  test('the bot greets a group it comes into, once, and says whom to complain to', async () => {
    const { street, bot } = world.ground
    street.addChat({
      id: 'oc_new',
      name: '新群',
      members: [personNamed('马晓东').openId],
      botIn: false,
    })
    await street.addBotTo('oc_new', personNamed('马晓东').openId)
    await bot.settled()
    const said = street.messages('oc_new').filter((one) => one.from === 'bot')
    expect(said).toHaveLength(1)
    expect(JSON.stringify(said[0]?.content)).toContain('意见')
  })

  test('the bot’s name alone in a group is a request for help', async () => {
    world.received('陈静')
    await world.says('陈静', '', '督办工作群')
    expect(world.received('陈静').join()).toContain('可以对我说')
  })

  test('help shows only what one may say', async () => {
    expect(await world.says('王强', '帮助')).not.toMatch(/^(交办|同意|签收)　/m)
    expect(await world.says('陈静', '帮助')).toMatch(/^交办　/m)
  })

  test('an opinion reaches the 督查室; an anonymous one without a name, at the hour at which all are handed over', async () => {
    await world.says('王强', '意见 匿名 日报要求重复')
    world.received('陈静')
    await world.turnsTo('2026-11-23 16:50')
    const told = world.received('陈静').join()
    expect(told).toContain('有同志匿名提意见（第1条）：日报要求重复')
    expect(told).not.toContain('王强')
  })
})

test('what was handed in on time does not turn red while others take their time', async () => {
  const office = await openWorld()
  try {
    await office.says('郑国栋', '交办 金融科 报送拨付进度 11月26日前')
    await office.says('李娜', '签收并分办 1')
    await office.says('李娜', '办结 1 已报送')
    await office.turnsTo('2026-11-30 09:00')
    expect(await office.says('陈静', '待办 金融科')).toContain('🟢 1号')
    await office.says('陈静', '退回 1 缺附件')
    expect(await office.says('陈静', '待办 金融科')).toContain('🔴 1号')
  } finally {
    await office.close()
  }
})

describe('when the platform is not well', () => {
  test.each([
    ['timeout-after-success', 1],
    ['group-rate-limit', 2],
    ['app-rate-limit', 2],
    ['token-expired', 1],
    ['server-error', 2],
    ['duplicate-event', 2],
    ['two-event-ids', 2],
  ] as const)('%s: the sentence is kept, the answer comes once', async (kind, times) => {
    const world = await openWorld()
    try {
      world.ground.street.fault(kind, times)
      await world.says('陈静', '交办 金融科 报送拨付进度 12月4日前', '督办工作群')
      for (const minute of ['09:03', '09:10', '09:30', '10:05'])
        await world.turnsTo(`2026-11-23 ${minute}`)
      expect(world.inGroup('督办工作群').filter((text) => text.includes('已交办'))).toHaveLength(1)
      expect(world.received('李娜').filter((text) => text.includes('请签收'))).toHaveLength(1)
      const counts = await world.ground.bot.office.store.look((store) => store.outbox.counts())
      // The secretary's many packs are kept together; nothing else waits or fails.
      expect(Object.keys(counts).filter((state) => state !== 'folded')).toEqual(['sent'])
    } finally {
      await world.close()
    }
  })

  test('a card that the platform refuses goes out once as plain words', async () => {
    const world = await openWorld()
    try {
      world.ground.street.fault('card-refused', 1)
      await world.says('陈静', '交办 金融科 报送拨付进度 12月4日前')
      await world.turnsTo('2026-11-23 09:05')
      const told = [...world.received('陈静'), ...world.received('李娜')]
      expect(told.filter((text) => text.includes('1号 报送拨付进度'))).toHaveLength(2)
    } finally {
      await world.close()
    }
  })

  test('somebody who cannot be reached is told to the 督查室', async () => {
    const world = await openWorld()
    try {
      world.ground.street.setReach(personNamed('李娜').openId, 'resigned')
      await world.says('郑国栋', '交办 金融科 报送拨付进度 12月4日前')
      await world.turnsTo('2026-11-23 09:05')
      expect(world.received('陈静').join()).toContain('发给李娜的消息（1号）未送达：收件人不可达')
    } finally {
      await world.close()
    }
  })
})
