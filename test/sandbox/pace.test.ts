import { expect, test } from 'vitest'
import { Pace } from '../../src/sandbox/pace.ts'
import { card, GROUP, WANG } from './app.ts'
import { office } from './office.ts'

test('a person gets five messages a second, the sixth is 230020 without a time to wait', async () => {
  const { send, beat } = await office()
  for (let n = 0; n < 5; n += 1) expect((await send(WANG, '好')).status).toBe(200)
  const sixth = await send(WANG, '好')
  expect([sixth.status, sixth.body.code]).toEqual([400, 230020])
  expect(sixth.headers.has('x-ogw-ratelimit-reset')).toBe(false)
  expect((await send(GROUP, '好')).status).toBe(200)
  beat(999)
  expect((await send(WANG, '好')).status).toBe(400)
  beat(1)
  expect((await send(WANG, '好')).status).toBe(200)
})

test('messages and replies to one group count together', async () => {
  const { street, call, send } = await office()
  const { message } = await street.say(WANG, GROUP, '报 12')
  for (let n = 0; n < 5; n += 1) await send(GROUP, '好')
  const reply = { msg_type: 'text', content: '{"text":"好"}' }
  expect((await call('POST', `im/v1/messages/${message}/reply`, reply)).body.code).toBe(230020)
})

test('one card is patched five times a second', async () => {
  const { call, send, beat } = await office()
  const { message_id } = (await send(GROUP, card())).body.data
  const patch = async () =>
    (await call('PATCH', `im/v1/messages/${message_id}`, { content: JSON.stringify(card()) })).body
      .code
  for (let n = 0; n < 5; n += 1) expect(await patch()).toBe(0)
  expect(await patch()).toBe(230020)
  beat(1000)
  expect(await patch()).toBe(0)
})

test('the app makes 50 calls a second, then the gateway says how long to wait', async () => {
  const { street, send, beat } = await office()
  for (let n = 0; n < 11; n += 1) street.addPerson({ openId: `ou_${n}`, name: `科员${n}` })
  for (let n = 0; n < 50; n += 1) expect((await send(`ou_${n % 10}`, '好')).status).toBe(200)
  const next = await send('ou_10', '好')
  expect([next.status, next.body.code]).toEqual([429, 99991400])
  expect(next.headers.get('x-ogw-ratelimit-limit')).toBe('50')
  expect(next.headers.get('x-ogw-ratelimit-reset')).toBe('1')
  beat(1000)
  expect((await send('ou_10', '好')).status).toBe(200)
})

test('the app makes 1,000 calls a minute', () => {
  let now = 0
  const pace = new Pace(() => now)
  for (let call = 0; call < 1000; call += 1) {
    pace.app()
    if (call % 40 === 39) now += 1000
  }
  const limited = { status: 429, code: 99991400 }
  const headers = { 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': '35' }
  expect(() => pace.app()).toThrow(expect.objectContaining({ ...limited, headers }))
  now += 34_999
  expect(() => pace.app()).toThrow(expect.objectContaining(limited))
  now += 1
  expect(() => pace.app()).not.toThrow()
})

test('forgetting idle chats does not loosen the limit of a busy one', () => {
  let now = 0
  const pace = new Pace(() => now)
  for (let n = 0; n < 1500; n += 1) pace.target(`oc_idle_${n}`)
  now += 1000
  for (let n = 0; n < 5; n += 1) pace.target('oc_busy')
  for (let n = 0; n < 1500; n += 1) pace.target(`oc_new_${n}`)
  expect(() => pace.target('oc_busy')).toThrow(expect.objectContaining({ code: 230020 }))
})

test('reading is not counted', async () => {
  const { call } = await office()
  for (let n = 0; n < 60; n += 1)
    expect((await call('GET', `im/v1/chats/${GROUP}`)).status).toBe(200)
})
