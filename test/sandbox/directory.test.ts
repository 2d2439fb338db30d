import { expect, test } from 'vitest'
import { APP, card, GROUP, LI, WANG, ZHAO } from './app.ts'
import { office } from './office.ts'

test('groups are listed, described, and their members paged', async () => {
  const { street, call } = await office()
  street.addChat({ id: 'oc_far', name: '别群', members: [WANG], botIn: false })
  const get = async (path: string) => (await call('GET', path)).body
  expect((await get('im/v1/chats')).data.items).toEqual([
    {
      chat_id: GROUP,
      name: '专班群',
      avatar: '',
      description: '',
      external: false,
      tenant_key: APP.tenant,
      chat_status: 'normal',
    },
  ])
  expect((await get(`im/v1/chats/${GROUP}`)).data).toMatchObject({
    chat_mode: 'group',
    user_count: '2',
  })
  expect((await get(`im/v1/chats/${street.privateChat(WANG)}`)).data.chat_mode).toBe('p2p')
  const first = (await get(`im/v1/chats/${GROUP}/members?page_size=1`)).data
  expect(first).toMatchObject({ member_total: 2, has_more: true })
  expect(first.items).toEqual([
    { member_id_type: 'open_id', member_id: WANG, name: '王强', tenant_key: APP.tenant },
  ])
  const next = `im/v1/chats/${GROUP}/members?page_size=1&page_token=${first.page_token}`
  expect((await get(next)).data.items).toMatchObject([{ member_id: LI }])
  const union = await get(`im/v1/chats/${GROUP}/members?member_id_type=union_id`)
  expect(union.data.items[0]).toMatchObject({ member_id_type: 'union_id', member_id: 'on_wang' })
  expect((await get('im/v1/chats/oc_far')).code).toBe(232011)
  expect((await get('im/v1/chats/oc_none')).code).toBe(232006)
  expect((await get('im/v1/chats/oc_far/members/is_in_chat')).data).toEqual({ is_in_chat: false })
  expect((await get(`im/v1/chats/${GROUP}/members/is_in_chat`)).data).toEqual({ is_in_chat: true })
  await street.dissolve(GROUP)
  expect((await get(`im/v1/chats/${GROUP}`)).code).toBe(232009)
})

test('people are found by mobile, named by id, and described', async () => {
  const { street, call } = await office()
  street.setReach(LI, 'resigned')
  const by = async (body: object, query = '') =>
    (await call('POST', `contact/v3/users/batch_get_id${query}`, body)).body
  expect((await by({ mobiles: ['13800000001', '+8613800000001', '13800000009'] })).data).toEqual({
    user_list: [
      { user_id: WANG, mobile: '13800000001' },
      { user_id: WANG, mobile: '+8613800000001' },
      { mobile: '13800000009' },
    ],
  })
  expect(
    (await by({ mobiles: ['13800000001'] }, '?user_id_type=union_id')).data.user_list[0].user_id,
  ).toBe('on_wang')
  expect((await by({ mobiles: Array.from({ length: 51 }, String) })).code).toBe(99992402)
  const names = await call('POST', 'contact/v3/users/basic_batch', { user_ids: [WANG, 'ou_none'] })
  expect(names.body.data).toEqual({ users: [{ user_id: WANG, name: '王强' }] })
  const eleven = { user_ids: Array.from({ length: 11 }, () => WANG) }
  expect((await call('POST', 'contact/v3/users/basic_batch', eleven)).body.code).toBe(99992402)
  const batch = await call('GET', `contact/v3/users/batch?user_ids=${WANG}&user_ids=${LI}`)
  expect(batch.body.data.items).toMatchObject([
    { open_id: WANG, union_id: 'on_wang', name: '王强', mobile: '+8613800000001' },
    { open_id: LI, status: { is_resigned: true } },
  ])
  expect((await call('GET', `contact/v3/users/${ZHAO}`)).body.data.user.name).toBe('赵敏')
  expect((await call('GET', 'contact/v3/users/ou_none')).body.code).toBe(99992351)
})

test('the bot reacts once with each emoji, and takes back only its own', async () => {
  const { street, call } = await office()
  const { message } = await street.say(WANG, GROUP, '报 12')
  await street.react(LI, message, 'THUMBSUP')
  const path = `im/v1/messages/${message}/reactions`
  const react = async (emoji_type: string) =>
    (await call('POST', path, { reaction_type: { emoji_type } })).body
  const first = await react('DONE')
  expect(first.data).toMatchObject({
    operator: { operator_id: APP.id, operator_type: 'app' },
    reaction_type: { emoji_type: 'DONE' },
  })
  expect((await react('DONE')).data.reaction_id).toBe(first.data.reaction_id)
  expect((await react('完成')).code).toBe(231001)
  const { items } = (await call('GET', path)).body.data
  expect(items).toHaveLength(2)
  expect((await call('DELETE', `${path}/${items[0].reaction_id}`)).body.code).toBe(231007)
  expect((await call('DELETE', `${path}/${items[1].reaction_id}`)).body.code).toBe(0)
  expect(street.messages(GROUP)[0]?.reactions).toEqual([{ emoji: 'THUMBSUP', by: [LI] }])
  expect(street.effects().map(({ kind, type }) => [kind, type])).toEqual([
    ['react', 'DONE'],
    ['unreact', 'DONE'],
  ])
})

test("urgent, follow-up, readers and pins work on the bot's own messages", async () => {
  const { street, clock, call, send } = await office()
  const own = (await send(WANG, card())).body.data.message_id
  const { message: theirs } = await street.say(LI, GROUP, '报 12')
  const urgent = (id: string) =>
    call('PATCH', `im/v1/messages/${id}/urgent_app?user_id_type=open_id`, {
      user_id_list: [WANG, LI],
    })
  expect((await urgent(own)).body.data).toEqual({ invalid_user_id_list: [LI] })
  expect((await urgent(theirs)).body.code).toBe(230001)
  const follow = async (id: string, ...contents: string[]) =>
    (
      await call('POST', `im/v1/messages/${id}/push_follow_up`, {
        follow_ups: contents.map((content) => ({ content })),
      })
    ).body.code
  expect(await follow(own, '报 12', '我的事项')).toBe(0)
  expect(await follow(own, '一', '二', '三', '四')).toBe(99992402)
  expect(await follow(own, '长'.repeat(201))).toBe(99992402)
  clock.set(clock.now() + 600_001)
  expect(await follow(own, '报 12')).toBe(230001)
  await street.read(WANG, [own])
  const readers = await call('GET', `im/v1/messages/${own}/read_users?user_id_type=open_id`)
  expect(readers.body.data.items).toMatchObject([{ user_id: WANG, timestamp: String(clock.now()) }])
  expect((await call('POST', 'im/v1/pins', { message_id: theirs })).body.data.pin).toMatchObject({
    message_id: theirs,
    chat_id: GROUP,
  })
  expect((await call('GET', `im/v1/pins?chat_id=${GROUP}`)).body.data.items).toHaveLength(1)
  expect((await call('DELETE', `im/v1/pins/${theirs}`)).body.code).toBe(0)
  expect((await call('GET', `im/v1/pins?chat_id=${GROUP}`)).body.data.items).toEqual([])
  expect(street.effects().map(({ kind, to }) => [kind, to])).toEqual([
    ['send', WANG],
    ['urgent', WANG],
    ['follow-up', WANG],
    ['pin', undefined],
    ['unpin', undefined],
  ])
  clock.set(clock.now() + 7 * 86_400_000)
  expect((await call('GET', `im/v1/messages/${own}/read_users`)).body.code).toBe(230001)
})

test('a card for one person in a group is seen by him alone, and cannot be fetched or patched', async () => {
  const { street, call } = await office()
  const body = { chat_id: GROUP, open_id: WANG, msg_type: 'interactive', card: card() }
  const { message_id } = (await call('POST', 'ephemeral/v1/send', body)).body.data
  expect(street.messages(GROUP)).toMatchObject([{ id: message_id, onlyFor: WANG }])
  expect((await call('GET', `im/v1/messages/${message_id}`)).body.code).toBe(231003)
  const content = JSON.stringify(card())
  expect((await call('PATCH', `im/v1/messages/${message_id}`, { content })).body.code).toBe(230001)
  expect(await street.tap(LI, message_id, { tag: 'button', text: '签收' })).toMatchObject({
    error: '消息仅他人可见',
  })
  expect(await street.tap(WANG, message_id, { tag: 'button', text: '签收' })).toMatchObject({
    status: 200,
  })
  expect((await call('POST', 'ephemeral/v1/send', { ...body, open_id: ZHAO })).body.code).toBe(
    99992351,
  )
})

test("files go up, into a message, and down again; people's files come down too", async () => {
  const { street, call, bot } = await office()
  const upload = async (path: string, fields: Record<string, string>, bytes: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set(path === 'images' ? 'image' : 'file', new Blob([bytes]), '纪要.xlsx')
    return (await call('POST', `im/v1/${path}`, form)).body
  }
  const { file_key } = (await upload('files', { file_type: 'xls', file_name: '纪要.xlsx' }, '表格'))
    .data
  const { image_key } = (await upload('images', { image_type: 'message' }, '图')).data
  expect((await upload('files', { file_type: 'exe', file_name: 'x' }, 'x')).code).toBe(234001)
  expect((await upload('files', { file_type: 'xls', file_name: 'x' }, '')).code).toBe(234010)
  expect((await upload('images', { image_type: 'poster' }, 'x')).code).toBe(234001)
  const send = async (msg_type: string, content: object) =>
    (
      await call('POST', 'im/v1/messages?receive_id_type=open_id', {
        receive_id: WANG,
        msg_type,
        content: JSON.stringify(content),
      })
    ).body
  const sent = await send('file', { file_key })
  expect(street.messages(WANG)).toMatchObject([{ type: 'file', content: '纪要.xlsx' }])
  const id = sent.data.message_id
  expect((await call('GET', `im/v1/messages/${id}/resources/${file_key}?type=file`)).body).toBe(
    '表格',
  )
  expect(
    (await call('GET', `im/v1/messages/${id}/resources/${image_key}?type=image`)).body.code,
  ).toBe(234003)
  expect((await call('GET', `im/v1/images/${image_key}`)).body).toBe('图')
  expect((await send('file', { file_key: 'file_none' })).code).toBe(230001)
  expect((await send('file', { file_key: image_key })).code).toBe(230055)
  const theirs = await street.sendFile(WANG, 'bot', '花名册.xlsx', Buffer.from('名单'))
  const content = JSON.parse(bot.heard[0]!.envelope.event.message.content)
  expect(content).toEqual({
    file_key: expect.stringMatching(/^file_v3_/),
    file_name: '花名册.xlsx',
  })
  const path = `im/v1/messages/${theirs.message}/resources/${content.file_key}?type=file`
  const down = await call('GET', path)
  expect(down.body).toBe('名单')
  expect(down.headers.get('content-disposition')).toContain(encodeURIComponent('花名册.xlsx'))
  expect((await send('file', content)).code).toBe(230017)
})

test('the addresses pushes come from can be asked for', async () => {
  const { call } = await office()
  expect((await call('GET', 'event/v1/outbound_ip')).body.data.ip_list).toEqual(['127.0.0.1'])
})

test('what the platform does not have is not found', async () => {
  const { call } = await office()
  expect((await call('GET', 'im/v1/telepathy')).status).toBe(404)
})
