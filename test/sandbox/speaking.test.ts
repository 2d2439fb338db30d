import { expect, test } from 'vitest'
import { APP, GROUP, LI, MORNING, WANG, ZHAO } from './app.ts'
import { office } from './office.ts'

test('what somebody says to the bot arrives encrypted and signed in an envelope of version 2.0', async () => {
  const { street, bot } = await office()
  const { message, status } = await street.say(WANG, 'bot', '报 12 已完成')
  expect(status).toBe(200)
  const [heard] = bot.heard
  expect(heard?.signed).toBe(true)
  expect(heard?.headers['x-lark-request-timestamp']).toBe(String(MORNING / 1000))
  expect(heard?.envelope).toEqual({
    schema: '2.0',
    header: {
      event_id: expect.any(String),
      event_type: 'im.message.receive_v1',
      create_time: String(MORNING),
      token: APP.verificationToken,
      app_id: APP.id,
      tenant_key: APP.tenant,
    },
    event: {
      sender: {
        sender_id: { union_id: 'on_wang', open_id: WANG },
        sender_type: 'user',
        tenant_key: APP.tenant,
      },
      message: {
        message_id: message,
        create_time: String(MORNING),
        update_time: String(MORNING),
        chat_id: street.privateChat(WANG),
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"报 12 已完成"}',
      },
    },
  })
})

test('ten mentions are keyed @_user_1 to @_user_10, and the bot is marked as a bot', async () => {
  const { street, bot } = await office()
  const typed = `@[bot] ${`@[${LI}]`.repeat(9)} @_user_1`
  await street.say(WANG, GROUP, typed)
  const { message } = bot.heard[0]!.envelope.event
  const keys = Array.from({ length: 10 }, (_, index) => `@_user_${index + 1}`)
  expect(message.mentions.map(({ key }: { key: string }) => key)).toEqual(keys)
  expect(JSON.parse(message.content).text).toBe(`@_user_1 ${keys.slice(1).join('')} @_user_1`)
  expect(message.mentions[0]).toEqual({
    key: '@_user_1',
    id: { union_id: street.bot.openId.replace('ou_', 'on_'), open_id: street.bot.openId },
    mentioned_type: 'bot',
    name: '督办',
    tenant_key: APP.tenant,
  })
  expect(message.mentions[9]).toMatchObject({ mentioned_type: 'user', name: '李静' })
  expect(street.messages(GROUP)[0]?.content).toBe(`@督办 ${'@李静'.repeat(9)} @督办`)
})

test('@所有人 is @_all in the text and has no entry among the mentions', async () => {
  const { street, bot } = await office()
  await street.say(WANG, GROUP, '@[all] 请报进展')
  const { message } = bot.heard[0]!.envelope.event
  expect(JSON.parse(message.content)).toEqual({ text: '@_all 请报进展' })
  expect(message).not.toHaveProperty('mentions')
})

test('rich text arrives without a locale, one line per line', async () => {
  const { street, bot } = await office()
  await street.say(WANG, GROUP, '@[bot] 报 12\n已完成 @[all]', { post: true })
  const { message } = bot.heard[0]!.envelope.event
  expect(message.message_type).toBe('post')
  expect(JSON.parse(message.content)).toEqual({
    title: '',
    content: [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '督办', style: [] },
        { tag: 'text', text: ' 报 12', style: [] },
      ],
      [
        { tag: 'text', text: '已完成 ', style: [] },
        { tag: 'at', user_id: '@_all', user_name: '', style: [] },
      ],
    ],
  })
})

test('a reply names its parent and its root, a thread also its id', async () => {
  const { street, bot } = await office()
  const first = await street.say(WANG, GROUP, '一')
  const second = await street.say(LI, GROUP, '二', { replyTo: first.message })
  await street.say(WANG, GROUP, '三', { replyTo: second.message, thread: true })
  const [, two, three] = bot.heard.map(({ envelope }) => envelope.event.message)
  expect(two).toMatchObject({ parent_id: first.message, root_id: first.message })
  expect(two).not.toHaveProperty('thread_id')
  expect(three).toMatchObject({ parent_id: second.message, root_id: first.message })
  expect(three.thread_id).toMatch(/^omt_/)
})

test('with only the mention scope the bot hears group messages that mention it, and no others', async () => {
  const { street, bot } = await office({ hearing: 'mentions' })
  expect(await street.say(WANG, GROUP, '大家好')).toMatchObject({ status: 0 })
  expect(await street.say(WANG, GROUP, '@[all] 大家好')).toMatchObject({ status: 0 })
  expect(await street.say(WANG, GROUP, '@[bot] 汇总')).toMatchObject({ status: 200 })
  expect(await street.say(WANG, 'bot', '汇总')).toMatchObject({ status: 200 })
  expect(bot.heard).toHaveLength(2)
})

test('a group the bot has left is not heard any more', async () => {
  const { street, bot } = await office()
  await street.removeBotFrom(GROUP)
  expect(bot.heard[0]?.envelope.header.event_type).toBe('im.chat.member.bot.deleted_v1')
  expect(await street.say(WANG, GROUP, '@[bot] 汇总')).toMatchObject({ status: 0 })
  expect(bot.heard).toHaveLength(1)
})

test('nobody speaks where he is not', async () => {
  const { street } = await office()
  await expect(street.say(ZHAO, GROUP, '好')).rejects.toThrow('赵敏 不在 专班群')
  await expect(street.say('ou_nobody', 'bot', '好')).rejects.toThrow('街上没有这个人')
  await expect(street.say(WANG, 'oc_none', '好')).rejects.toThrow('没有这个会话')
})

test('pushes are spelled in ways that break a receiver which writes JSON again before it verifies', async () => {
  const { street, bot } = await office()
  for (let n = 0; n < 40; n += 1) await street.say(WANG, 'bot', `报 12 三/四 ${n}`)
  expect(bot.heard.every(({ signed }) => signed)).toBe(true)
  const rewritten = bot.heard.filter(({ raw }) => JSON.stringify(JSON.parse(raw)) === raw)
  expect(rewritten.length).toBeLessThan(30)
  expect(bot.heard.some(({ raw }) => raw.includes('\\/'))).toBe(true)
  expect(bot.heard.some(({ raw }) => raw.includes('\r\n'))).toBe(true)
  expect(bot.heard.some(({ plain }) => plain.includes('\\u62a5'))).toBe(true)
  expect(bot.heard.map(({ envelope }) => JSON.parse(envelope.event.message.content).text)).toEqual(
    Array.from({ length: 40 }, (_, n) => `报 12 三/四 ${n}`),
  )
})

test('what was said earlier stands earlier in the chat, and says so', async () => {
  const { street, bot } = await office()
  await street.say(WANG, GROUP, '二')
  await street.say(LI, GROUP, '一', { at: MORNING - 60_000 })
  expect(street.messages(GROUP).map(({ content }) => content)).toEqual(['一', '二'])
  expect(bot.heard[1]?.envelope.event.message.create_time).toBe(String(MORNING - 60_000))
})

test('an image is told from a file by its name', async () => {
  const { street, bot } = await office()
  await street.sendFile(WANG, GROUP, '现场.PNG', Buffer.from('x'))
  const { message } = bot.heard[0]!.envelope.event
  expect(message.message_type).toBe('image')
  expect(JSON.parse(message.content)).toEqual({ image_key: expect.stringMatching(/^img_v3_/) })
})
