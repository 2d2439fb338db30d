import { expect, test } from 'vitest'
import { card, GROUP, LI, WANG } from './app.ts'
import { type Office, office } from './office.ts'

const DAY = 86_400_000

async function patch({ call, beat }: Office, id: string, after: unknown) {
  beat(1000)
  return (await call('PATCH', `im/v1/messages/${id}`, { content: JSON.stringify(after) })).body.code
}

async function sent({ send, beat }: Office, to: string, what: string | object): Promise<string> {
  beat(1000)
  return (await send(to, what)).body.data.message_id
}

test('a card is patched in place, and everyone sees the new one', async () => {
  const own = await office()
  const id = await sent(own, GROUP, card('旧'))
  own.clock.set(own.clock.now() + 14 * DAY)
  expect(await patch(own, id, card('新'))).toBe(0)
  expect(own.street.cards(GROUP)).toMatchObject([{ message: id, card: card('新') }])
  expect(own.street.effects().at(-1)).toMatchObject({ kind: 'patch', message: id, chat: GROUP })
  own.clock.set(own.clock.now() + 1)
  expect(await patch(own, id, card('晚'))).toBe(230031)
})

test('only an own card that is still there can be patched', async () => {
  const own = await office()
  const { message } = await own.street.say(WANG, GROUP, '报 12')
  expect(await patch(own, message, card())).toBe(230001)
  expect(await patch(own, await sent(own, GROUP, '好'), card())).toBe(230001)
  expect(await patch(own, 'om_nothing', card())).toBe(231003)
  const recalled = await sent(own, GROUP, card())
  expect((await own.call('DELETE', `im/v1/messages/${recalled}`)).body.code).toBe(0)
  expect(await patch(own, recalled, card())).toBe(230011)
  const erased = await sent(own, GROUP, card())
  own.street.erase(erased)
  expect(await patch(own, erased, card())).toBe(230110)
  const left = await sent(own, GROUP, card())
  await own.street.removeBotFrom(GROUP)
  expect(await patch(own, left, card())).toBe(230002)
  const private_ = await sent(own, WANG, card())
  own.street.setReach(WANG, 'out-of-scope')
  expect(await patch(own, private_, card())).toBe(230013)
})

test('a patch needs update_multi before and after, and never goes back to schema 1.0', async () => {
  const own = await office()
  const { config, ...bare } = card()
  const id = await sent(own, GROUP, card())
  expect(await patch(own, id, bare)).toBe(230001)
  expect(await patch(own, id, { config, elements: [] })).toBe(200830)
  expect(await patch(own, await sent(own, GROUP, bare), card())).toBe(230001)
  expect((await own.call('PATCH', `im/v1/messages/${id}`, { content: card() })).body.code).toBe(
    9499,
  )
  expect((await own.call('PATCH', `im/v1/messages/${id}`, { content: '{' })).body.code).toBe(230001)
})

test('a patched card is judged like a sent one', async () => {
  const own = await office()
  const id = await sent(own, GROUP, card())
  const words = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } })
  expect(await patch(own, id, card('x', { ...words('x'), colour: 'red' }))).toBe(230099)
  expect(await patch(own, id, card('x', { tag: 'markdown', content: '<at id=ou_no></at>' }))).toBe(
    230099,
  )
  expect(await patch(own, id, card('x', words('13812345678')))).toBe(230028)
  const big = Array.from({ length: 80 }, () => words('字'.repeat(130)))
  expect(await patch(own, id, card('x', ...big))).toBe(230025)
  expect(own.street.cards(GROUP)[0]?.card).toEqual(card())
})

test('an own text is edited twenty times', async () => {
  const own = await office()
  const id = await sent(own, GROUP, '第 0 版')
  const edit = async (text: string) => {
    own.beat(1000)
    const body = { msg_type: 'text', content: JSON.stringify({ text }) }
    return (await own.call('PUT', `im/v1/messages/${id}`, body)).body.code
  }
  for (let n = 1; n <= 20; n += 1) expect(await edit(`第 ${n} 版`)).toBe(0)
  expect(await edit('第 21 版')).toBe(230072)
  expect(own.street.messages(GROUP)).toMatchObject([{ content: '第 20 版', edited: true }])
  const { message } = await own.street.say(WANG, GROUP, '报')
  const theirs = { msg_type: 'text', content: '{"text":"改"}' }
  expect((await own.call('PUT', `im/v1/messages/${message}`, theirs)).body.code).toBe(230001)
})

test('the bot recalls its own messages only', async () => {
  const own = await office()
  const id = await sent(own, GROUP, '好')
  const { message } = await own.street.say(WANG, GROUP, '报')
  expect((await own.call('DELETE', `im/v1/messages/${message}`)).body.code).toBe(230026)
  expect((await own.call('DELETE', `im/v1/messages/${id}`)).body).toMatchObject({
    code: 0,
    data: {},
  })
  expect((await own.call('DELETE', `im/v1/messages/${id}`)).body.code).toBe(230011)
  expect(own.street.messages(GROUP)).toMatchObject([{ id, recalled: true, content: '' }, {}])
  const [item] = (await own.call('GET', `im/v1/messages/${id}`)).body.data.items
  expect(item).toMatchObject({ deleted: true, body: { content: 'This message was recalled' } })
})

test("a fetched card is the platform's rewriting, unless its raw content is asked for", async () => {
  const own = await office()
  const id = await sent(own, GROUP, card('事项 12'))
  const read = async (query: string) =>
    JSON.parse(
      (await own.call('GET', `im/v1/messages/${id}${query}`)).body.data.items[0].body.content,
    )
  expect(await read('')).toEqual({
    title: '事项 12',
    elements: [
      [{ tag: 'text', text: '请于周五前反馈。' }],
      [{ tag: 'button', text: '签收', type: 'default' }],
    ],
  })
  expect(await read('?card_msg_content_type=raw_card_content')).toEqual(card('事项 12'))
})

test('the history of a chat comes in pages, by time, either way', async () => {
  const own = await office()
  const start = own.clock.now()
  for (let n = 0; n < 5; n += 1) {
    own.clock.set(start + n * 10_000)
    await own.street.say(n % 2 ? LI : WANG, GROUP, `第 ${n} 句`)
  }
  const read = async (more: string) => {
    const path = `im/v1/messages?container_id_type=chat&container_id=${GROUP}${more}`
    const { data } = (await own.call('GET', path)).body
    const texts = data.items.map(
      (item: { body: { content: string } }) => JSON.parse(item.body.content).text,
    )
    return { texts, next: data.page_token, more: data.has_more }
  }
  const first = await read('&page_size=2')
  expect(first).toMatchObject({ texts: ['第 0 句', '第 1 句'], more: true })
  expect(await read(`&page_size=2&page_token=${first.next}`)).toMatchObject({
    texts: ['第 2 句', '第 3 句'],
  })
  expect(await read('&sort_type=ByCreateTimeDesc&page_size=1')).toMatchObject({
    texts: ['第 4 句'],
  })
  const seconds = (ms: number) => Math.floor((start + ms) / 1000)
  expect(await read(`&start_time=${seconds(10_000)}&end_time=${seconds(20_000)}`)).toEqual({
    texts: ['第 1 句', '第 2 句'],
    next: '',
    more: false,
  })
  const wrong = `im/v1/messages?container_id_type=chat&container_id=${GROUP}&page_size=51`
  expect((await own.call('GET', wrong)).body.code).toBe(99992402)
})
