import { describe, expect, it } from 'vitest'
import { MENTION } from '../../src/bot/message.ts'
import { card, GROUP, LI, meet, WANG } from './street.ts'

describe('the webhook on the street', () => {
  it('proves itself when its address is saved', async () => {
    const { street } = await meet()
    expect(await street.verifyUrl()).toBe(true)
  })

  it('hears what people say, with odd whitespace and everything', async () => {
    const { street, heard } = await meet()
    for (let n = 0; n < 20; n += 1)
      expect(await street.say(WANG, GROUP, `@[bot] 办 ${n} @[${LI}] a/b`)).toMatchObject({
        status: 200,
      })
    expect(heard).toHaveLength(20)
    expect(heard[3]).toMatchObject({
      kind: 'said',
      text: ` 办 3 ${String.fromCodePoint(MENTION)} a/b`,
      mentions: [{ openId: LI, name: '李静', tenant: 'tenant_a' }],
      addressed: true,
      sender: { openId: WANG, unionId: 'on_wang', tenant: 'tenant_a' },
      chat: { kind: 'group', id: GROUP },
    })
  })

  it('hears private words, rich text, everybody, replies, menus, reactions, recalls and moves', async () => {
    const { street, heard } = await meet()
    const first = await street.say(WANG, GROUP, '@[all] 开会')
    await street.say(LI, GROUP, '@[bot] 收到', { replyTo: first.message, post: true })
    await street.say(WANG, 'bot', '我的事项')
    await street.menu(WANG, '本周例会')
    await street.react(LI, first.message, 'DONE')
    await street.unreact(LI, first.message, 'DONE')
    await street.recall(WANG, first.message)
    await street.removeBotFrom(GROUP)
    await street.addBotTo(GROUP)
    await street.dissolve(GROUP)
    expect(heard).toMatchObject([
      { kind: 'said', text: '@所有人 开会', addressed: false },
      {
        kind: 'said',
        text: expect.stringContaining('收到'),
        addressed: true,
        parents: [first.message],
      },
      { kind: 'said', text: '我的事项', chat: { kind: 'private' }, addressed: true },
      { kind: 'said', text: '本周例会', chat: { kind: 'private' }, addressed: true },
      {
        kind: 'reacted',
        message: first.message,
        emoji: 'DONE',
        added: true,
        sender: { openId: LI },
      },
      { kind: 'reacted', added: false },
      { kind: 'recalled', message: first.message, chat: { id: GROUP } },
      { kind: 'left', chat: { id: GROUP } },
      { kind: 'joined', chat: { id: GROUP }, name: '专班群' },
      { kind: 'left', chat: { id: GROUP } },
    ])
    expect(new Set(heard.map((one) => one.key)).size).toBe(heard.length)
  })

  it('gives a tap its toast and its new card', async () => {
    const { street, send, heard, answer } = await meet()
    const sent = await send({
      kind: 'send',
      to: { chat: GROUP },
      content: { card: card() },
      uuid: 'u',
    })
    const message = String(sent.message)
    answer.now = {
      outcome: 'acted',
      toast: { type: 'success', content: '已签收' },
      card: card('事项 12 已签收'),
    }
    const tapped = await street.tap(LI, message, {
      tag: 'button',
      value: { say: '签收 12', rev: 1 },
    })
    expect(tapped).toMatchObject({ status: 200, answer: { toast: { content: '已签收' } } })
    expect(tapped.error).toBeUndefined()
    expect(JSON.stringify(street.cards(GROUP)[0]?.card)).toContain('已签收')
    expect(heard.at(-1)).toMatchObject({
      kind: 'tapped',
      sender: { openId: LI },
      message,
      say: '签收 12',
      rev: 1,
      chat: { kind: 'unknown', id: GROUP },
    })
  })

  it('gets again what it could not keep, under the same key', async () => {
    const { street, heard, answer } = await meet()
    answer.now = new Error('disk is full')
    await street.say(WANG, GROUP, '报 12 已完成')
    answer.now = { outcome: 'acted' }
    await street.turnTo(Number(street.nextDue()))
    expect(heard).toHaveLength(2)
    expect(heard[0]?.key).toBe(heard[1]?.key)
    expect(street.nextDue()).toBeUndefined()
  })

  it('knows one message by one key under two event ids', async () => {
    const { street, heard } = await meet()
    street.fault('two-event-ids', 1)
    await street.say(WANG, GROUP, '报 12 已完成')
    await street.runDue()
    expect(heard.length).toBeGreaterThan(1)
    expect(new Set(heard.map((one) => one.key)).size).toBe(1)
  })
})
