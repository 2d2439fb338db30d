import { expect, test } from 'vitest'
import { APP, card, GROUP, MORNING, WANG } from './app.ts'
import { fetchToken, office } from './office.ts'

test('the same event is pushed twice, under one event id', async () => {
  const { street, bot } = await office()
  street.fault('duplicate-event', 1)
  await street.say(WANG, 'bot', '报 12')
  await street.say(WANG, 'bot', '报 13')
  const ids = bot.heard.map(({ envelope }) => envelope.header.event_id)
  expect(ids).toHaveLength(3)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
})

test('the same message is pushed under two event ids', async () => {
  const { street, bot } = await office()
  street.fault('two-event-ids', 1)
  await street.menu(WANG, '我的事项')
  await street.say(WANG, 'bot', '报 12')
  const [, one, two] = bot.heard.map(({ envelope }) => envelope)
  expect(bot.heard).toHaveLength(3)
  expect(one.event).toEqual(two.event)
  expect(one.header.event_id).not.toBe(two.header.event_id)
})

test('a delayed event comes 15 seconds later, behind one that was said after it', async () => {
  const { street, bot } = await office()
  street.fault('event-delay', 1)
  expect(await street.say(WANG, 'bot', '一')).toMatchObject({ status: 0 })
  await street.say(WANG, 'bot', '二')
  await street.turnTo(MORNING + 15_000)
  const told = bot.heard.map(({ envelope }) => envelope)
  expect(told.map(({ event }) => JSON.parse(event.message.content).text)).toEqual(['二', '一'])
  expect(told[1].header.create_time).toBe(String(MORNING))
})

test('an answer is lost after the message was sent, and the uuid finds it again', async () => {
  const { street, send } = await office()
  street.fault('timeout-after-success', 1)
  await expect(send(GROUP, '请签收', 'once')).rejects.toThrow()
  const [message] = street.messages(GROUP)
  const again = await send(GROUP, '请签收', 'once')
  expect(again.body.data.message_id).toBe(message?.id)
  expect(street.messages(GROUP)).toHaveLength(1)
  expect(street.calls().filter(({ way, status }) => way === 'api' && status === 0)).toHaveLength(1)
})

test('each refusal can be switched on for a number of times', async () => {
  const { street, send } = await office()
  const codes = async (
    kind: Parameters<typeof street.fault>[0],
    to: string,
    what: string | object,
  ) => {
    street.fault(kind, 1)
    const [first, second] = [await send(to, what), await send(to, what)]
    expect(second.status).toBe(200)
    return [first.status, first.body.code]
  }
  expect(await codes('group-rate-limit', GROUP, '好')).toEqual([400, 230020])
  expect(await codes('app-rate-limit', WANG, '好')).toEqual([429, 99991400])
  expect(await codes('card-refused', GROUP, card())).toEqual([400, 230099])
  expect(await codes('unreachable', WANG, '好')).toEqual([400, 230013])
  expect(await codes('quota', GROUP, '好')).toEqual([400, 99991403])
  expect(await codes('server-error', WANG, '好')).toEqual([500, 2200])
  expect(street.faults().every(({ times }) => times === 0)).toBe(true)
})

test('a fault strikes only what it is about', async () => {
  const { street, send, call } = await office()
  street.fault('group-rate-limit', -1)
  street.fault('card-refused', -1)
  expect((await send(WANG, '好')).status).toBe(200)
  expect((await send(GROUP, '好')).body.code).toBe(230020)
  street.fault('group-rate-limit', 0)
  expect((await send(GROUP, '好')).status).toBe(200)
  expect((await send(GROUP, card())).body.code).toBe(230099)
  expect((await send(GROUP, card())).body.code).toBe(230099)
  street.fault('quota', -1)
  expect((await call('POST', 'contact/v3/users/basic_batch', { user_ids: [WANG] })).status).toBe(
    200,
  )
  expect((await call('GET', 'im/v1/chats')).body.code).toBe(99991403)
})

test('a token that expires in the middle is refused until a new one is fetched', async () => {
  const { street } = await office()
  const token = await fetchToken(street)
  const info = async (bearer: string) => {
    const headers = { authorization: `Bearer ${bearer}` }
    const answer = await fetch(`${street.url}/open-apis/bot/v3/info`, { headers })
    return ((await answer.json()) as { code: number }).code
  }
  street.fault('token-expired', 1)
  expect(await info(token)).toBe(99991663)
  expect(await info(token)).toBe(99991663)
  expect(await info(await fetchToken(street))).toBe(0)
})

test('a slow answer is still an answer', async () => {
  const { street, send } = await office()
  street.fault('slow', 1)
  expect((await send(GROUP, '好')).status).toBe(200)
})

test('only known faults, and whole numbers of times', async () => {
  const { street } = await office({ app: { ...APP, botName: '督小办' } })
  expect(street.bot.name).toBe('督小办')
  expect(() => street.fault('earthquake' as never, 1)).toThrow('没有这种故障')
  expect(() => street.fault('slow', 1.5)).toThrow('次数应为')
  expect(() => street.fault('slow', -2)).toThrow('次数应为')
})
