import { createRequire } from 'node:module'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import {
  CONTROL,
  DATA,
  decodeFrame,
  encodeFrame,
  type Frame,
  header,
} from '../../src/sandbox/frame.ts'
import type { Street, StreetOptions } from '../../src/sandbox/street.ts'
import { APP, card, GROUP, MORNING, WANG } from './app.ts'
import { office as plainOffice } from './office.ts'

const sdk = createRequire(import.meta.url)(
  '@larksuiteoapi/node-sdk',
) as typeof import('@larksuiteoapi/node-sdk')
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const RHYTHM = { pingInterval: 60, reconnectInterval: 1, reconnectNonce: 0 }

/** An office without a webhook. */
function office(options: Partial<StreetOptions> = {}) {
  return plainOffice({ rhythm: RHYTHM, ...options }, false)
}

// biome-ignore lint/suspicious/noExplicitAny: the SDK hands over what came over the wire
type Told = any

/** The SDK's own client, connected and ready for events. */
async function connected(
  street: Street,
  handles: Record<string, (event: Told) => unknown>,
  onReconnected = () => {},
) {
  const before = street.connections()
  const client = new sdk.WSClient({
    appId: APP.id,
    appSecret: APP.secret,
    domain: street.url,
    logger: silent,
    onReconnected,
  })
  onTestFinished(() => client.close({ force: true }))
  const eventDispatcher = new sdk.EventDispatcher({ logger: silent }).register(handles)
  await client.start({ eventDispatcher })
  await until(() => street.connections() > before)
  return client
}

/** Waits for something that comes over the wire, turn by turn of the event loop. */
async function until(done: () => boolean) {
  while (!done()) await new Promise((next) => setImmediate(next))
}

test('the real SDK hears events over the long connection, with an empty token', async () => {
  const { street } = await office()
  const heard: Told[] = []
  await connected(street, { 'im.message.receive_v1': (event) => void heard.push(event) })
  expect(await street.say(WANG, GROUP, '@[bot] 报 12')).toMatchObject({ status: 200 })
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatchObject({
    event_type: 'im.message.receive_v1',
    token: '',
    message: { chat_id: GROUP, content: '{"text":"@_user_1 报 12"}' },
  })
  expect(street.calls()).toMatchObject([{ way: 'socket', status: 200 }])
})

test('the real SDK answers a tap over the long connection, and the new card stands', async () => {
  const { street, send } = await office()
  const id = (await send(GROUP, card())).body.data.message_id
  const toast = { type: 'success', content: '已签收' }
  await connected(street, {
    'card.action.trigger': () => ({ toast, card: { type: 'raw', data: card('已签收') } }),
  })
  expect(await street.tap(WANG, id, { tag: 'button', text: '签收' })).toMatchObject({
    status: 200,
    answer: { toast },
  })
  expect(street.cards(GROUP)).toMatchObject([{ card: card('已签收') }])
})

test('a handler that throws is acknowledged with 500, and the event comes again', async () => {
  const { street } = await office()
  let times = 0
  await connected(street, {
    'im.message.receive_v1': () => {
      times += 1
      if (times === 1) throw new Error('store is down')
    },
  })
  expect(await street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 500 })
  await street.turnTo(MORNING + 15_000)
  expect(times).toBe(2)
  expect(street.nextDue()).toBeUndefined()
})

test('a handler that takes too long counts as none', async () => {
  const { street } = await office({ patience: 100 })
  await connected(street, { 'im.message.receive_v1': () => new Promise(() => {}) })
  expect(await street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 0 })
  expect(street.nextDue()).toBe(MORNING + 15_000)
})

test('with nobody connected events wait for their next time', async () => {
  const { street } = await office()
  expect(await street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 0 })
  const heard: string[] = []
  await connected(street, {
    'im.message.receive_v1': (event) => void heard.push(event.message.content),
  })
  await street.turnTo(MORNING + 15_000)
  expect(heard).toEqual(['{"text":"报 12"}'])
})

test('of several clients one at random gets each event', async () => {
  const { street } = await office()
  const counts = [0, 0]
  for (const index of [0, 1])
    await connected(street, {
      'im.message.receive_v1': () => {
        counts[index]! += 1
      },
    })
  for (let n = 0; n < 20; n += 1) await street.say(WANG, 'bot', `报 ${n}`)
  expect(counts[0]! + counts[1]!).toBe(20)
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

test('a large event comes whole, in one frame or in two', async () => {
  const { street } = await office()
  const heard: string[] = []
  await connected(street, {
    'im.message.receive_v1': (event) => void heard.push(JSON.parse(event.message.content).text),
  })
  const sentences = Array.from({ length: 8 }, (_, n) => `${n}${'督办'.repeat(1000)}`)
  for (const sentence of sentences) await street.say(WANG, 'bot', sentence)
  expect(heard).toEqual(sentences)
})

test('a connection that was cut comes again by itself', async () => {
  const { street } = await office()
  const heard: string[] = []
  let again = false
  const handles = {
    'im.message.receive_v1': (event: Told) => void heard.push(event.message.content),
  }
  await connected(street, handles, () => {
    again = true
  })
  street.cutConnections()
  await until(() => again && street.connections() === 1)
  await street.say(WANG, 'bot', '还在')
  expect(heard).toEqual(['{"text":"还在"}'])
})

/** A client of our own that sees the bare frames. */
async function bare(street: Street) {
  const answer = await fetch(`${street.url}/callback/ws/endpoint`, {
    method: 'POST',
    body: JSON.stringify({ AppID: APP.id, AppSecret: APP.secret }),
  })
  const { data } = (await answer.json()) as { data: { URL: string; ClientConfig: object } }
  const socket = new WebSocket(data.URL)
  onTestFinished(() => socket.terminate())
  const frames: Frame[] = []
  socket.on('message', (bytes) => frames.push(decodeFrame(bytes as Buffer)))
  await new Promise((open) => socket.once('open', open))
  const send = (frame: Partial<Frame>) =>
    socket.send(
      encodeFrame({
        SeqID: 0,
        LogID: 0,
        service: 1,
        method: CONTROL,
        headers: [],
        payload: Buffer.alloc(0),
        ...frame,
      }),
    )
  return {
    data,
    socket,
    frames,
    send,
    ping: () => send({ headers: [{ key: 'type', value: 'ping' }] }),
  }
}

test('nothing is sent before the first ping; a ping is answered with the rhythm', async () => {
  const { street } = await office()
  const { data, frames, ping } = await bare(street)
  expect(data.URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/.*device_id=\d+&service_id=1/)
  expect(street.connections()).toBe(0)
  expect(await street.say(WANG, 'bot', '太早')).toMatchObject({ status: 0 })
  ping()
  await until(() => street.connections() === 1)
  await until(() => frames.length === 1)
  expect(header(frames[0]!, 'type')).toBe('pong')
  expect(JSON.parse(Buffer.from(frames[0]!.payload).toString())).toEqual({
    PingInterval: 60,
    ReconnectCount: -1,
    ReconnectInterval: 1,
    ReconnectNonce: 0,
  })
})

test('a large event is split in two frames sometimes, a small one never', async () => {
  const { street } = await office({ patience: 20 })
  const { frames, ping } = await bare(street)
  ping()
  await until(() => street.connections() === 1)
  await street.say(WANG, 'bot', '短')
  for (let n = 0; n < 10; n += 1) await street.say(WANG, 'bot', '长'.repeat(2000))
  const data = frames.filter(({ method }) => method === DATA)
  const sums = data
    .filter((frame) => header(frame, 'seq') === '0')
    .map((frame) => header(frame, 'sum'))
  expect(sums).toHaveLength(11)
  expect(sums[0]).toBe('1')
  expect(new Set(sums.slice(1))).toEqual(new Set(['1', '2']))
  expect(new Set(data.map((frame) => header(frame, 'message_id'))).size).toBe(11)
})

test('a half-open connection stands, but neither pings nor events come through', async () => {
  const { street } = await office({ patience: 20 })
  const { frames, ping, socket } = await bare(street)
  ping()
  await until(() => frames.length === 1)
  street.freezeConnections()
  ping()
  expect(await street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 0 })
  expect(frames).toHaveLength(1)
  expect(socket.readyState).toBe(WebSocket.OPEN)
  expect(street.nextDue()).toBe(MORNING + 15_000)
  const fresh = await bare(street)
  fresh.ping()
  await until(() => fresh.frames.length === 1)
})

test('an acknowledgement nobody can read counts as a failure', async () => {
  const { street } = await office()
  const { socket, ping, send } = await bare(street)
  ping()
  await until(() => street.connections() === 1)
  socket.on('message', (bytes) => {
    const frame = decodeFrame(bytes as Buffer)
    if (frame.method === DATA) send({ ...frame, payload: Buffer.from('ok') })
  })
  expect(await street.say(WANG, 'bot', '报 12')).toMatchObject({ status: 500 })
})

test('bytes that are no frame end the connection', async () => {
  const { street } = await office()
  const { socket } = await bare(street)
  const closed = new Promise<number>((done) => socket.once('close', done))
  socket.send(Buffer.from([0xff, 0xff, 0xff]))
  expect(await closed).toBe(1002)
})

test('the endpoint refuses a wrong secret, and the fifty-first connection', async () => {
  const { street } = await office()
  const ask = async (AppSecret: string) => {
    const body = JSON.stringify({ AppID: APP.id, AppSecret })
    const answer = await fetch(`${street.url}/callback/ws/endpoint`, { method: 'POST', body })
    return ((await answer.json()) as { code: number }).code
  }
  expect(await ask('wrong')).toBe(514)
  await Promise.all(Array.from({ length: 50 }, () => bare(street)))
  expect(await ask(APP.secret)).toBe(1000040350)
})

test('a connection needs a ticket, good once, and comes from this machine', async () => {
  const { street } = await office()
  const { data } = await bare(street)
  const status = (url: string, headers: Record<string, string> = {}) =>
    new Promise((done) => {
      const socket = new WebSocket(url, { headers })
      socket.once('unexpected-response', (_, answer) => done(answer.statusCode))
      socket.once('open', () => done('open'))
      socket.on('error', () => {})
    })
  expect(await status(data.URL)).toBe(401)
  expect(await status(data.URL.replace(/ticket=.*/, 'ticket=guess'))).toBe(401)
  expect(await status(data.URL, { origin: 'https://evil.example' })).toBe(403)
  expect(await status(data.URL, { host: 'evil.example' })).toBe(403)
})
