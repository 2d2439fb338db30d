import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { APP, GROUP, LI, MORNING, WANG, ZHAO } from './app.ts'
import { type Office, office } from './office.ts'

const types = ({ bot }: Office) => bot.heard.map(({ envelope }) => envelope.header.event_type)

test('a push that is not answered with 200 comes again at 15 s, 5 min, 1 h and 6 h, then never', async () => {
  const own = await office()
  const at: number[] = []
  own.bot.answer = () => {
    at.push((own.clock.now() - MORNING) / 1000)
    return { status: 503 }
  }
  expect(await own.street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 503 })
  expect(own.street.nextDue()).toBe(MORNING + 15_000)
  await own.street.turnTo(MORNING + 86_400_000)
  expect(at).toEqual([0, 15, 315, 3915, 25_515])
  expect(own.clock.now()).toBe(MORNING + 86_400_000)
  expect(own.street.nextDue()).toBeUndefined()
  const ids = own.bot.heard.map(({ envelope }) => envelope.header.event_id)
  expect(new Set(ids).size).toBe(1)
  expect(own.bot.heard.every(({ signed }) => signed)).toBe(true)
  const signatures = own.bot.heard.map(({ headers }) => headers['x-lark-signature'])
  expect(new Set(signatures).size).toBe(5)
})

test.each(['silence', { status: 302 }, { status: 201 }] as const)(
  'an answer of %j counts as none',
  async (reply) => {
    const own = await office(reply === 'silence' ? { patience: 1000 } : {})
    own.bot.answer = () => reply
    await own.street.say(WANG, 'bot', '报 12')
    expect(own.street.nextDue()).toBe(MORNING + 15_000)
    own.bot.answer = () => ({})
    await own.street.turnTo(MORNING + 15_000)
    expect(own.bot.heard).toHaveLength(2)
    expect(own.street.nextDue()).toBeUndefined()
  },
)

test('an answer that begins in time and does not end counts as none', async () => {
  const half = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-length': 2 }).write('{')
  })
  await new Promise<void>((ready) => half.listen(0, '127.0.0.1', ready))
  onTestFinished(() => half.closeAllConnections())
  onTestFinished(() => void half.close())
  const { port } = half.address() as AddressInfo
  const own = await office({ push: { events: `http://127.0.0.1:${port}/` }, patience: 100 })
  expect(await own.street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 0 })
  expect(own.street.nextDue()).toBe(MORNING + 15_000)
})

test("an address that is not on this machine's plain HTTP is refused at once", async () => {
  await expect(office({ push: { events: 'https://bot.example/' } })).rejects.toThrow(
    '应以 http:// 开头',
  )
})

test('a bot that is not there gets everything once it is back', async () => {
  const own = await office()
  const down = await office({ push: { events: 'http://127.0.0.1:1/' } })
  expect(await down.street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 0 })
  expect(down.street.nextDue()).toBe(MORNING + 15_000)
  expect(await own.street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 200 })
})

test('several waiting pushes come in the order of their due times', async () => {
  const own = await office()
  own.bot.answer = () => ({ status: 500 })
  await own.street.say(WANG, 'bot', '一')
  own.clock.set(MORNING + 5000)
  await own.street.say(WANG, 'bot', '二')
  own.bot.answer = () => ({})
  own.clock.set(MORNING + 20_000)
  await own.street.runDue()
  const said = own.bot.heard.map(({ envelope }) => JSON.parse(envelope.event.message.content).text)
  expect(said).toEqual(['一', '二', '一', '二'])
})

test('a message recalled before it could be delivered arrives with empty content', async () => {
  const own = await office()
  own.bot.answer = () => ({ status: 500 })
  const { message } = await own.street.say(WANG, GROUP, '@[bot] 报 12')
  await own.street.recall(WANG, message)
  own.bot.answer = () => ({})
  await own.street.turnTo(MORNING + 15_000)
  const again = own.bot.heard.filter(({ envelope }) => envelope.event.message)
  expect(again.map(({ envelope }) => envelope.event.message.content)).toEqual([
    '{"text":"@_user_1 报 12"}',
    '',
  ])
})

test('a live street pushes again by itself', async () => {
  const own = await office({ live: true })
  own.bot.answer = () => ({ status: 500 })
  await own.street.say(WANG, 'bot', '报 12')
  const again = new Promise((done) => {
    own.bot.answer = (heard) => {
      done(heard.envelope.event.message.content)
      return {}
    }
  })
  own.clock.set(MORNING + 15_000)
  expect(await again).toBe('{"text":"报 12"}')
})

test('the address proves itself within a second with its challenge, encrypted and unsigned', async () => {
  const own = await office()
  expect(await own.street.verifyUrl()).toBe(true)
  expect(own.bot.heard[0]?.envelope).toMatchObject({
    type: 'url_verification',
    token: APP.verificationToken,
  })
  expect(own.bot.heard[0]?.headers).not.toHaveProperty('x-lark-signature')
  const down = await office({ push: { events: 'http://127.0.0.1:1/' } })
  expect(await down.street.verifyUrl()).toBe(false)
})

test('raw bytes are posted as they are', async () => {
  const own = await office()
  await own.street.say(WANG, 'bot', '报 12')
  const { raw, headers } = own.bot.heard[0]!
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-lark')),
  ) as Record<string, string>
  expect(await own.street.pushRaw(Buffer.from(raw), kept)).toEqual({ status: 200, body: '{}' })
  expect(own.bot.heard[1]).toMatchObject({ raw, signed: true })
})

test('reactions, recalls, menu taps, visits and readers are told as the platform tells them', async () => {
  const own = await office()
  const { street } = own
  const { message } = await street.say(WANG, GROUP, '报 12')
  const mine = (await own.send(WANG, '请签收')).body.data.message_id
  own.bot.heard.length = 0
  await street.react(LI, message, 'DONE')
  await street.react(LI, message, 'DONE')
  await street.unreact(LI, message, 'DONE')
  await street.recall(WANG, message)
  await street.menu(WANG, '我的事项')
  await street.enter(WANG)
  await street.read(WANG, [mine])
  const user_id = { union_id: LI.replace('ou_', 'on_'), open_id: LI }
  const reaction = {
    message_id: message,
    reaction_type: { emoji_type: 'DONE' },
    operator_type: 'user',
    user_id,
    action_time: String(MORNING),
  }
  const wang = { union_id: 'on_wang', open_id: WANG }
  expect(own.bot.heard.map(({ envelope }) => [envelope.header.event_type, envelope.event])).toEqual(
    [
      ['im.message.reaction.created_v1', reaction],
      ['im.message.reaction.deleted_v1', reaction],
      [
        'im.message.recalled_v1',
        {
          message_id: message,
          chat_id: GROUP,
          recall_time: String(MORNING),
          recall_type: 'message_owner',
        },
      ],
      [
        'application.bot.menu_v6',
        {
          operator: { operator_name: '王强', operator_id: wang },
          event_key: '我的事项',
          timestamp: MORNING / 1000,
        },
      ],
      [
        'im.chat.access_event.bot_p2p_chat_entered_v1',
        {
          chat_id: street.privateChat(WANG),
          operator_id: wang,
          last_message_id: mine,
          last_message_create_time: String(MORNING),
        },
      ],
      [
        'im.message.message_read_v1',
        {
          reader: { reader_id: wang, read_time: String(MORNING), tenant_key: APP.tenant },
          message_id_list: [mine],
        },
      ],
    ],
  )
})

test('comings and goings in a group are told, and shown as lines in it', async () => {
  const own = await office()
  const { street } = own
  street.addChat({ id: 'oc_new', name: '新群', members: [WANG], botIn: false })
  await street.addBotTo('oc_new')
  await street.addMember('oc_new', ZHAO)
  await street.removeMember('oc_new', ZHAO)
  await street.removeBotFrom('oc_new')
  await street.addMember('oc_new', LI)
  await street.addBotTo('oc_new')
  await street.dissolve('oc_new')
  expect(types(own)).toEqual([
    'im.chat.member.bot.added_v1',
    'im.chat.member.user.added_v1',
    'im.chat.member.user.deleted_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.disbanded_v1',
  ])
  const [added, member] = own.bot.heard
  expect(added?.envelope.event).toEqual({
    chat_id: 'oc_new',
    operator_id: { union_id: 'on_wang', open_id: WANG },
    external: false,
    operator_tenant_key: APP.tenant,
    name: '新群',
    i18n_names: { zh_cn: '新群', en_us: '', ja_jp: '' },
  })
  expect(member?.envelope.event.users).toEqual([
    {
      name: '赵敏',
      tenant_key: APP.tenant,
      user_id: { union_id: ZHAO.replace('ou_', 'on_'), open_id: ZHAO },
    },
  ])
  expect(street.messages('oc_new').map(({ content }) => content)).toEqual([
    '督办 已加入群聊',
    '赵敏 已加入群聊',
    '赵敏 已被移出群聊',
    '督办 已被移出群聊',
    '李静 已加入群聊',
    '督办 已加入群聊',
    '群聊已解散',
  ])
  await expect(street.say(WANG, 'oc_new', '好')).rejects.toThrow('新群 已解散')
})

test('the same doings on two streets give the same ids', async () => {
  const said = async () => {
    const { street } = await office()
    return (await street.say(WANG, GROUP, '报 12')).message
  }
  expect(await said()).toBe(await said())
})
