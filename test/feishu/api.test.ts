import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Undelivered } from '../../src/bot/message.ts'
import type { Call } from '../../src/feishu/api.ts'
import { type FarSide, openFarSide, type Reply, SECRET, TOKEN_PATH } from './far-side.ts'

let side: FarSide
afterEach(() => side.close())

const PATH = 'im/v1/messages'
const call: Call = {
  method: 'POST',
  path: PATH,
  query: { receive_id_type: 'open_id' },
  body: { a: 1 },
}

async function failure(given: Call = call): Promise<Undelivered> {
  return side.api.call(given).then(
    () => expect.unreachable('the call went through'),
    (error) => error,
  )
}

describe('a call', () => {
  it('carries the token, its query and its body, and brings the answer back', async () => {
    side = await openFarSide()
    side.on(PATH, { json: { code: 0, msg: 'success', data: { message_id: 'om_1' } } })
    expect(await side.api.call(call)).toMatchObject({ data: { message_id: 'om_1' } })
    expect(side.to(PATH)[0]).toMatchObject({
      method: 'POST',
      authorization: 'Bearer t-1',
      body: { a: 1 },
    })
    expect(side.to(PATH)[0]?.query.get('receive_id_type')).toBe('open_id')
    expect(side.to(PATH)[0]?.headers['content-type']).toContain('application/json')
  })

  it('goes past a proxy of the environment', async () => {
    side = await openFarSide()
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = 'http://127.0.0.1:1'
    try {
      await side.api.call(call)
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY
      else process.env.HTTP_PROXY = before
    }
    expect(side.to(PATH)).toHaveLength(1)
  })

  it('follows no redirect', async () => {
    side = await openFarSide()
    side.on(PATH, { status: 302, headers: { location: '/elsewhere' }, json: {} })
    expect(await failure()).toMatchObject({ reason: 'setup', code: 'http-302' })
    expect(side.to('/elsewhere')).toEqual([])
  })
})

describe('a refusal', () => {
  const rows: [string, Reply, object][] = [
    ['code with status 200', { json: { code: 230013 } }, { reason: 'gone', code: '230013' }],
    [
      'code with status 400',
      { status: 400, json: { code: 230099, msg: 'x' } },
      { reason: 'content' },
    ],
    ['code 0 with status 500', { status: 500, json: { code: 0 } }, { reason: 'later' }],
    [
      '429 with a reset',
      { status: 429, headers: { 'x-ogw-ratelimit-reset': '7' }, json: { code: 99991400 } },
      { reason: 'later', after: 7000 },
    ],
    ['429 without a body', { status: 429, bytes: '' }, { reason: 'later', code: 'http-429' }],
    ['502 of a gateway', { status: 502, bytes: '<html>' }, { reason: 'later', code: 'http-502' }],
    ['504 of a gateway', { status: 504, bytes: '<html>' }, { reason: 'unknown', code: 'http-504' }],
    [
      '200 with a page instead of JSON',
      { bytes: '<html>' },
      { reason: 'unknown', code: 'http-200' },
    ],
  ]
  it.each(rows)('by %s is told apart', async (_, reply, expected) => {
    side = await openFarSide()
    side.on(PATH, reply)
    expect(await failure()).toMatchObject(expected)
    expect(side.to(PATH)).toHaveLength(1)
  })
})

describe('a call without an answer', () => {
  const limits = { connect: 1000, answer: 500 }

  it('that takes too long may have arrived', async () => {
    side = await openFarSide({ limits })
    side.on(PATH, () => {})
    expect(await failure()).toMatchObject({ reason: 'unknown' })
  })

  it('that drips byte by byte takes too long as well', async () => {
    side = await openFarSide({ limits })
    side.on(PATH, (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await failure()).toMatchObject({ reason: 'unknown' })
  })

  it('that breaks off may have arrived; one that can be repeated is tried later', async () => {
    side = await openFarSide()
    side.on(PATH, (_, request) => request.socket.destroy())
    expect(await failure()).toMatchObject({ reason: 'unknown', code: 'ECONNRESET' })
    expect(await failure({ ...call, again: true })).toMatchObject({
      reason: 'later',
      code: 'ECONNRESET',
    })
  })

  it('that was never connected is tried later', async () => {
    side = await openFarSide({ domain: 'http://127.0.0.1:1' })
    expect(await failure()).toMatchObject({ reason: 'later', code: 'ECONNREFUSED' })
  })

  it('whose connection never stands is tried later', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const slow = { connect: 100, answer: 20_000 }
    side = await openFarSide({ domain: `https://127.0.0.1:${port}`, limits: slow })
    expect(await failure()).toMatchObject({ reason: 'later', code: 'UNREACHED' })
    silent.close()
  })

  it('to a name that does not exist is tried later', async () => {
    side = await openFarSide({ domain: 'http://nowhere.invalid' })
    expect((await failure()).reason).toBe('later')
  })

  it('whose token could not be had is tried later: nothing was said yet', async () => {
    side = await openFarSide()
    side.on(TOKEN_PATH, (_, request) => request.socket.destroy())
    expect(await failure()).toMatchObject({ reason: 'later' })
    expect(side.to(PATH)).toEqual([])
  })
})

describe('the token', () => {
  it('is fetched once for many calls at once', async () => {
    side = await openFarSide()
    await Promise.all(Array.from({ length: 20 }, () => side.api.call(call)))
    expect(side.to(TOKEN_PATH)).toHaveLength(1)
    expect(side.to(TOKEN_PATH)[0]?.body).toEqual({
      app_id: 'cli_0123456789abcdef',
      app_secret: SECRET,
    })
    expect(side.to(PATH)).toHaveLength(20)
  })

  it('is renewed ten minutes before it ends', async () => {
    side = await openFarSide()
    await side.api.call(call)
    side.clock.now += 109 * 60_000
    await side.api.call(call)
    side.clock.now += 2 * 60_000
    await side.api.call(call)
    expect(side.to(PATH).map((one) => one.authorization)).toEqual([
      'Bearer t-1',
      'Bearer t-1',
      'Bearer t-2',
    ])
  })

  it.each([99991663, 99991665, 99991671])(
    'is renewed once when it is refused with %d',
    async (code) => {
      side = await openFarSide()
      side.on(PATH, { status: 400, json: { code } }, {})
      await side.api.call(call)
      expect(side.to(PATH).map((one) => one.authorization)).toEqual(['Bearer t-1', 'Bearer t-2'])
    },
  )

  it('is renewed once, not once for each of the calls it was refused to', async () => {
    side = await openFarSide()
    side.on(PATH, (response, request) => {
      const isOld = request.headers.authorization === 'Bearer t-1'
      response.writeHead(isOld ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ code: isOld ? 99991663 : 0 }))
    })
    await Promise.all(Array.from({ length: 5 }, () => side.api.call(call)))
    expect(side.to(TOKEN_PATH)).toHaveLength(2)
  })

  it('that is refused twice is left for later', async () => {
    side = await openFarSide()
    side.on(PATH, { status: 400, json: { code: 99991663 } })
    expect(await failure()).toMatchObject({ reason: 'later', code: '99991663' })
    expect(side.to(PATH)).toHaveLength(2)
  })

  it('refused for a wrong secret is a matter of the settings', async () => {
    side = await openFarSide()
    side.on(TOKEN_PATH, { json: { code: 10014, msg: 'app secret invalid' } })
    expect(await failure()).toMatchObject({ reason: 'setup', code: '10014' })
  })

  it('that comes empty is no token', async () => {
    side = await openFarSide()
    side.on(TOKEN_PATH, { json: { code: 0, msg: 'ok' } })
    expect(await failure()).toMatchObject({ reason: 'later', code: 'no-token' })
  })
})

describe('a file', () => {
  const get: Call = { method: 'GET', path: 'im/v1/messages/om_1/resources/f1', again: true }

  it('comes as its bytes, even when it is JSON itself', async () => {
    side = await openFarSide()
    side.on(get.path, { bytes: new Uint8Array([1, 2, 250]) })
    expect([...(await side.api.bytes(get))]).toEqual([1, 2, 250])
    side.on(get.path, { json: { rows: 3 } })
    expect(Buffer.from(await side.api.bytes(get)).toString()).toBe('{"rows":3}')
  })

  it('that is refused is a refusal, not a file', async () => {
    side = await openFarSide()
    side.on(get.path, { status: 400, json: { code: 230110 } })
    await expect(side.api.bytes(get)).rejects.toMatchObject({ reason: 'expired', code: '230110' })
    side.on(get.path, { json: { code: 230110 } })
    await expect(side.api.bytes(get)).rejects.toMatchObject({ reason: 'expired' })
  })

  it('over 20 MB is not read', async () => {
    side = await openFarSide()
    side.on(get.path, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1) })
    await expect(side.api.bytes(get)).rejects.toMatchObject({
      reason: 'content',
      code: 'too-large',
    })
  })
})

describe('the log', () => {
  it('tells what failed by its code, and nothing of ids, content, token or secret', async () => {
    side = await openFarSide()
    const path = 'im/v1/messages/om_12345/reply'
    const body = { content: '{"text":"不可外传"}' }
    side.on(path, { status: 400, json: { code: 230002, msg: 'Bot is NOT in om_12345 不可外传' } })
    await failure({ method: 'POST', path, body })
    side.on(path, (_, request) => request.socket.destroy())
    const error = await failure({ method: 'POST', path, body })
    side.clock.now += 3 * 3_600_000
    side.on(TOKEN_PATH, { status: 400, json: { code: 10003, msg: SECRET } })
    const refused = await failure({ method: 'POST', path, body })
    const said = side.logged.join('\n')
    expect(said).toContain('"call":"POST im/v1/messages/:id/reply","code":"230002"')
    for (const text of [said, String(error.stack), JSON.stringify(error), String(refused.stack)])
      expect(text).not.toMatch(/om_12345|不可外传|the-secret|t-1/)
  })
})

describe('the domain', () => {
  it('may have a slash at its end', async () => {
    side = await openFarSide()
    const other = await openFarSide({ domain: `${side.url}//` })
    await other.api.call(call)
    await other.close()
    expect(side.to(PATH)).toHaveLength(1)
  })

  it('must be known or an address', async () => {
    side = await openFarSide()
    await expect(openFarSide({ domain: 'feishu.cn' })).rejects.toThrow('飞书域名')
  })
})
