import { describe, expect, it } from 'vitest'
import { readEvent } from '../../src/feishu/events.ts'
import { BOT, envelope, received, TENANT } from './platform.ts'

const wire = { bot: BOT, tenant: TENANT }
const read = (event: unknown) => readEvent(event, wire)

describe('a message', () => {
  it('in a group is said there, by its sender, at the time it was written', () => {
    expect(read(received())).toEqual({
      kind: 'said',
      key: 'msg:om_1',
      at: 1_699_999_999_000,
      sender: { openId: 'ou_wang', unionId: 'on_wang', tenant: TENANT },
      chat: { kind: 'group', id: 'oc_1' },
      message: 'om_1',
      parents: [],
      text: '报 12 已完成',
      mentions: [],
      addressed: false,
    })
  })

  it('in private is always spoken to the bot', () => {
    expect(read(received({ chat_type: 'p2p' }))).toMatchObject({
      chat: { kind: 'private', id: 'oc_1' },
      addressed: true,
    })
  })

  it('names what it replies to, nearest first, each once', () => {
    const parents = (message: object) => read(received(message))
    expect(parents({ parent_id: 'om_b', root_id: 'om_a' })).toMatchObject({
      parents: ['om_b', 'om_a'],
    })
    expect(parents({ parent_id: 'om_a', root_id: 'om_a' })).toMatchObject({ parents: ['om_a'] })
    expect(parents({ root_id: 'om_a' })).toMatchObject({ parents: ['om_a'] })
  })

  it('has the same key under two event ids', () => {
    const again = received()
    again.header.event_id = 'ev2'
    expect(read(again)).toMatchObject({ key: 'msg:om_1' })
  })

  it.each([['{}'], ['{"text":""}'], [''], [undefined], ['null'], ['{"text":1}']])(
    'that was recalled before it came (%j) says nothing',
    (content) => {
      expect(read(received({ content }))).toMatchObject({ kind: 'said', text: '' })
    },
  )

  it('with a file or a picture carries it', () => {
    const file = { message_type: 'file', content: '{"file_key":"f1","file_name":"名册.xlsx"}' }
    expect(read(received(file))).toMatchObject({
      text: '',
      file: { key: 'f1', name: '名册.xlsx', type: 'file' },
    })
    const image = { message_type: 'image', content: '{"image_key":"i1"}' }
    expect(read(received(image))).toMatchObject({ file: { key: 'i1', name: 'i1', type: 'image' } })
  })

  it.each(['audio', 'media', 'sticker', 'interactive', 'share_chat', 'merge_forward', 'toString'])(
    'of type %s is not heard',
    (message_type) => {
      expect(read(received({ message_type }))).toEqual({
        kind: 'ignored',
        type: 'im.message.receive_v1',
      })
    },
  )

  it('of a bot, of this bot, or of nobody is not heard', () => {
    expect(read(received({}, { sender_type: 'bot' }))).toMatchObject({ kind: 'ignored' })
    expect(read(received({}, { sender_type: 'app' }))).toMatchObject({ kind: 'ignored' })
    expect(read(received({}, { sender_id: { open_id: BOT } }))).toMatchObject({ kind: 'ignored' })
    expect(read(received({}, { sender_id: null }))).toMatchObject({ kind: 'ignored' })
  })

  it('keeps links as they were typed', () => {
    const content = JSON.stringify({ text: '[通知](https://a.cn) 第1行\n第2行' })
    expect(read(received({ content }))).toMatchObject({ text: '[通知](https://a.cn) 第1行\n第2行' })
  })
})

describe('a menu entry', () => {
  const menu = (event: object) => read(envelope('application.bot.menu_v6', event))

  it('is a sentence said in private', () => {
    const event = {
      operator: { operator_id: { open_id: 'ou_wang' } },
      event_key: '我的事项',
      timestamp: 1_669_364_458,
    }
    expect(menu(event)).toEqual({
      kind: 'said',
      key: 'evt:ev1',
      at: 1_669_364_458_000,
      sender: { openId: 'ou_wang', tenant: TENANT },
      chat: { kind: 'private' },
      parents: [],
      text: '我的事项',
      mentions: [],
      addressed: true,
    })
  })

  it('by nobody is not heard', () => {
    expect(menu({ event_key: '我的事项' })).toMatchObject({ kind: 'ignored' })
  })
})

describe('a reaction', () => {
  const react = (kind: string, event: object) =>
    read(envelope(`im.message.reaction.${kind}_v1`, { message_id: 'om_1', ...event }))
  const event = {
    reaction_type: { emoji_type: 'DONE' },
    operator_type: 'user',
    user_id: { open_id: 'ou_wang' },
    action_time: '1699999999000',
  }

  it('is added and taken back', () => {
    const reacted = { kind: 'reacted', message: 'om_1', emoji: 'DONE', at: 1_699_999_999_000 }
    expect(react('created', event)).toMatchObject({ ...reacted, added: true })
    expect(react('deleted', event)).toMatchObject({ ...reacted, added: false })
  })

  it('of an app is not heard', () => {
    expect(react('created', { ...event, operator_type: 'app' })).toMatchObject({ kind: 'ignored' })
  })
})

describe('the rest', () => {
  it('a recall names its message', () => {
    const event = { message_id: 'om_1', chat_id: 'oc_1', recall_time: '1699999999000' }
    expect(read(envelope('im.message.recalled_v1', event))).toEqual({
      kind: 'recalled',
      key: 'evt:ev1',
      at: 1_699_999_999_000,
      chat: { kind: 'unknown', id: 'oc_1' },
      message: 'om_1',
    })
  })

  it.each([
    ['im.chat.member.bot.added_v1', 'joined'],
    ['im.chat.member.bot.deleted_v1', 'left'],
    ['im.chat.disbanded_v1', 'left'],
  ])('%s means the bot %s', (type, kind) => {
    const event = {
      chat_id: 'oc_1',
      name: '督办群',
      operator_id: { open_id: 'ou_wang' },
      operator_tenant_key: 't2',
    }
    expect(read(envelope(type, event))).toEqual({
      kind,
      key: 'evt:ev1',
      at: 1_700_000_000_000,
      sender: { openId: 'ou_wang', tenant: 't2' },
      chat: { kind: 'group', id: 'oc_1' },
      name: '督办群',
    })
  })

  it('a move by nobody known is still a move; one without a chat is not', () => {
    const move = (event: object) => read(envelope('im.chat.disbanded_v1', event))
    expect(move({ chat_id: 'oc_1' })).toMatchObject({ kind: 'left', name: '' })
    expect(move({})).toMatchObject({ kind: 'ignored' })
  })

  it.each(['toString', '__proto__', 'constructor', ''])(
    'an event of type %j is not heard',
    (type) => {
      expect(read(envelope(type, {}))).toEqual({ kind: 'ignored', type })
    },
  )
})
