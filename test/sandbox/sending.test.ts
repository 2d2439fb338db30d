import { expect, test } from 'vitest'
import { APP, card, GROUP, LI, WANG } from './app.ts'
import { office } from './office.ts'

test('a sent message is answered with what the platform answers, and shown in the chat', async () => {
  const { street, send } = await office()
  const { status, headers, body } = await send(GROUP, `<at user_id="${LI}">x</at> 请反馈`, 'u1')
  expect(status).toBe(200)
  expect(headers.get('x-tt-logid')).toMatch(/^[0-9A-F]{32}$/)
  expect(body).toMatchObject({ code: 0, msg: 'success' })
  expect(body.data).toEqual({
    message_id: expect.stringMatching(/^om_/),
    msg_type: 'text',
    create_time: expect.stringMatching(/^\d{13}$/),
    update_time: expect.stringMatching(/^\d{13}$/),
    deleted: false,
    updated: false,
    chat_id: GROUP,
    sender: { id: APP.id, id_type: 'app_id', sender_type: 'app', tenant_key: APP.tenant },
    body: { content: '{"text":"@_user_1 请反馈"}' },
    mentions: [
      { key: '@_user_1', id: LI, id_type: 'open_id', name: '李静', tenant_key: APP.tenant },
    ],
  })
  expect(street.messages(GROUP)).toMatchObject([
    { id: body.data.message_id, from: 'bot', type: 'text', content: '@李静 请反馈' },
  ])
  expect(street.effects()).toEqual([
    {
      kind: 'send',
      message: body.data.message_id,
      chat: GROUP,
      at: expect.any(Number),
      type: 'text',
      uuid: 'u1',
    },
  ])
})

test('a private message goes by open_id, union_id or the chat, and always to the same chat', async () => {
  const { street, call, send } = await office()
  const content = JSON.stringify({ text: '好' })
  const by = async (type: string, receive_id: string) =>
    (
      await call('POST', `im/v1/messages?receive_id_type=${type}`, {
        receive_id,
        msg_type: 'text',
        content,
      })
    ).body
  const chat = street.privateChat(WANG)
  expect((await send(WANG, '好')).body.data.chat_id).toBe(chat)
  expect((await by('union_id', 'on_wang')).data.chat_id).toBe(chat)
  expect((await by('chat_id', chat)).data.chat_id).toBe(chat)
  expect((await by('user_id', 'e33ggbyz')).code).toBe(99992351)
  expect((await by('email', 'nobody@example.com')).code).toBe(230034)
  expect((await by('phone', '1')).code).toBe(99992402)
})

test('a reply hangs under its parent, a reply in a thread opens one', async () => {
  const { street, call } = await office()
  const { message } = await street.say(WANG, GROUP, '@[bot] 报 12')
  const reply = async (to: string, more = {}) =>
    (
      await call('POST', `im/v1/messages/${to}/reply`, {
        msg_type: 'text',
        content: '{"text":"收到"}',
        ...more,
      })
    ).body.data
  const first = await reply(message)
  expect(first).toMatchObject({ parent_id: message, root_id: message, chat_id: GROUP })
  expect(first).not.toHaveProperty('thread_id')
  const second = await reply(first.message_id, { reply_in_thread: true })
  expect(second).toMatchObject({ parent_id: first.message_id, root_id: message })
  expect(second.thread_id).toMatch(/^omt_/)
  expect(street.effects().map(({ kind }) => kind)).toEqual(['reply', 'reply'])
  const history = await call(
    'GET',
    `im/v1/messages?container_id_type=thread&container_id=${second.thread_id}`,
  )
  expect(history.body.data.items.map((item: { message_id: string }) => item.message_id)).toEqual([
    first.message_id,
    second.message_id,
  ])
})

test('the same uuid within an hour gives the first message again, whatever the content', async () => {
  const { street, clock, send, beat } = await office()
  const first = (await send(GROUP, '一', 'key-1')).body.data
  beat(1000)
  clock.set(clock.now() + 3_599_000)
  expect((await send(GROUP, '二', 'key-1')).body).toMatchObject({ code: 0, data: first })
  expect((await send(WANG, '二', 'key-1')).body.data.message_id).toBe(first.message_id)
  expect(street.effects()).toHaveLength(1)
  clock.set(clock.now() + 2000)
  const later = (await send(GROUP, '二', 'key-1')).body.data
  expect(later.message_id).not.toBe(first.message_id)
  expect(street.messages(GROUP).map(({ content }) => content)).toEqual(['一', '二'])
})

test('a refused message does not use up its uuid', async () => {
  const { street, send } = await office()
  street.setMuted(GROUP, true)
  expect((await send(GROUP, '一', 'key-2')).body.code).toBe(230035)
  street.setMuted(GROUP, false)
  expect((await send(GROUP, '一', 'key-2')).body.code).toBe(0)
})

test('a uuid has at most 50 characters', async () => {
  const { send } = await office()
  expect((await send(GROUP, '一', 'x'.repeat(50))).body.code).toBe(0)
  expect((await send(GROUP, '一', 'x'.repeat(51))).body.code).toBe(230001)
})

test('whom the bot cannot reach is refused with the code that says why', async () => {
  const { street, send } = await office()
  const code = async (to: string) => {
    const { status, body } = await send(to, '请签收')
    return [status, body.code]
  }
  street.addPerson({ openId: 'ou_foreign', name: '外单位', tenant: 'tenant_b' })
  expect(await code('ou_foreign')).toEqual([400, 230038])
  expect(await code('ou_nobody')).toEqual([400, 99992351])
  expect(await code('oc_nowhere')).toEqual([400, 230034])
  street.setReach(WANG, 'out-of-scope')
  expect(await code(WANG)).toEqual([400, 230013])
  expect(await code(street.privateChat(WANG))).toEqual([400, 230013])
  street.setReach(WANG, 'resigned')
  expect(await code(WANG)).toEqual([400, 230029])
  street.setReach(WANG, 'bot-off')
  expect(await code(WANG)).toEqual([400, 230053])
  street.setReach(WANG, 'ok')
  expect(await code(WANG)).toEqual([200, 0])
  street.setMuted(GROUP, true)
  expect(await code(GROUP)).toEqual([400, 230035])
  street.setMuted(GROUP, false)
  await street.removeBotFrom(GROUP)
  expect(await code(GROUP)).toEqual([400, 230002])
  await street.addBotTo(GROUP)
  expect(await code(GROUP)).toEqual([200, 0])
  await street.dissolve(GROUP)
  expect(await code(GROUP)).toEqual([400, 232009])
})

test('a business error carries the log id and no data', async () => {
  const { send } = await office()
  const { headers, body } = await send('oc_nowhere', '好')
  expect(body).toEqual({
    code: 230034,
    msg: 'The receive_id is invalid.',
    error: {
      log_id: headers.get('x-tt-logid'),
      troubleshooter: expect.stringContaining(headers.get('x-tt-logid')!),
    },
  })
})

test('a replied message must still be there', async () => {
  const { street, call } = await office()
  const reply = async (id: string) =>
    (
      await call('POST', `im/v1/messages/${id}/reply`, {
        msg_type: 'text',
        content: '{"text":"收到"}',
      })
    ).body.code
  const { message } = await street.say(WANG, GROUP, '报 12')
  await street.recall(WANG, message)
  expect(await reply(message)).toBe(230011)
  const other = await street.say(WANG, GROUP, '报 12')
  street.erase(other.message)
  expect(await reply(other.message)).toBe(230110)
  expect(await reply('om_nothing')).toBe(231003)
})

test('the clock of the pace is not the clock of the street', async () => {
  const { clock, send, beat } = await office()
  for (let n = 0; n < 5; n += 1) expect((await send(GROUP, '好')).status).toBe(200)
  clock.set(clock.now() + 60_000)
  expect((await send(GROUP, '好')).body.code).toBe(230020)
  beat(1000)
  expect((await send(GROUP, '好')).status).toBe(200)
})

test('a card is sent as a card', async () => {
  const { street, send } = await office()
  const { body } = await send(WANG, card())
  expect(body.data.msg_type).toBe('interactive')
  expect(JSON.parse(body.data.body.content)).toEqual(card())
  expect(street.cards(WANG)).toEqual([
    { message: body.data.message_id, at: expect.any(Number), card: card() },
  ])
})
