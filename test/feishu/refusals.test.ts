import { describe, expect, it } from 'vitest'
import { door, OFFICIAL } from './door.ts'
import { encrypted, KEY, NOW, received, signed, TOKEN } from './platform.ts'

describe('refused, with nothing heard and nothing said:', () => {
  const body = JSON.stringify({ encrypt: encrypted(JSON.stringify(received())) })
  const seal = (plain: unknown) => JSON.stringify({ encrypt: encrypted(JSON.stringify(plain)) })
  const at = (ms: number) => String(Math.floor((NOW + ms) / 1000))
  const without = (name: string) => {
    const { [name]: _, ...rest } = signed(body) as Record<string, string>
    return rest
  }
  const own = (raw: string): [string, Record<string, string>] => [raw, signed(raw)]
  const HOUR = 3_600_000

  const refusals: [string, number, string, [string, Record<string, string>]][] = [
    ['a forged signature', 401, 'signature', [body, signed(body, 'other key')]],
    ['a body changed by one space', 401, 'signature', [`${body} `, signed(body)]],
    [
      'a signature in capitals of the wrong length',
      401,
      'signature',
      [body, { ...signed(body), 'x-lark-signature': 'ABC' }],
    ],
    [
      'a signature of 64 letters that are not hex',
      401,
      'signature',
      [body, { ...signed(body), 'x-lark-signature': 'z'.repeat(64) }],
    ],
    ['no signature', 401, 'unsigned', [body, without('x-lark-signature')]],
    ['no timestamp', 401, 'signature', [body, without('x-lark-request-timestamp')]],
    ['no nonce', 401, 'signature', [body, without('x-lark-request-nonce')]],
    ['a body replayed after nine hours', 401, 'stale', [body, signed(body, KEY, at(-9 * HOUR))]],
    ['a body from eleven minutes ahead', 401, 'stale', [body, signed(body, KEY, at(11 * 60_000))]],
    ['a timestamp that is no number', 401, 'stale', [body, signed(body, KEY, 'yesterday')]],
    [
      'the wrong token',
      401,
      'token',
      own(seal({ ...received(), header: { ...received().header, token: 'x' } })),
    ],
    ['no token', 401, 'token', own(seal({ schema: '2.0', event: {} }))],
    [
      'another app',
      401,
      'app',
      own(seal({ ...received(), header: { ...received().header, app_id: 'cli_other' } })),
    ],
    ['an unencrypted event', 401, 'unencrypted', own(JSON.stringify(received()))],
    [
      'an unencrypted address check',
      401,
      'unencrypted',
      [JSON.stringify({ challenge: 'c', token: TOKEN, type: 'url_verification' }), {}],
    ],
    [
      'an encrypted body without signature that is no address check',
      401,
      'unsigned',
      [seal(received()), {}],
    ],
    [
      'unsigned encryption that cannot be opened',
      401,
      'unsigned',
      [JSON.stringify({ encrypt: OFFICIAL.slice(0, 64) }), {}],
    ],
    ['a number where the encryption should be', 401, 'unencrypted', own('{"encrypt":1}')],
    [
      'truncated base64',
      400,
      'encryption',
      own(JSON.stringify({ encrypt: OFFICIAL.slice(0, 50) })),
    ],
    [
      'base64 of half a block',
      400,
      'encryption',
      own(JSON.stringify({ encrypt: OFFICIAL.slice(0, 32) })),
    ],
    ['an empty encryption', 400, 'encryption', own('{"encrypt":""}')],
    ['an encryption of spaces', 400, 'encryption', own('{"encrypt":"    "}')],
    [
      'encryption under another key',
      400,
      'encryption',
      own(JSON.stringify({ encrypt: encrypted('{}', 'other') })),
    ],
    [
      'plain text that is no JSON',
      400,
      'json',
      own(JSON.stringify({ encrypt: encrypted('hello') })),
    ],
    [
      'plain JSON that is no object',
      400,
      'json',
      own(JSON.stringify({ encrypt: encrypted('[1]') })),
    ],
    ['a body that is no JSON', 400, 'json', own('encrypt=1')],
    ['an empty body', 400, 'json', own('')],
    ['a list', 400, 'json', own('[]')],
  ]

  it.each(refusals)('%s', async (_, status, why, [raw, headers]) => {
    const { post, heard, counted } = door()
    expect(await post(raw, headers)).toEqual({ status, body: {} })
    expect(heard).toEqual([])
    expect(counted).toEqual([`refused ${why}`])
  })

  it('a body declared larger than a megabyte, unread', async () => {
    const { post, counted } = door()
    expect((await post(body, { ...signed(body), 'content-length': '1048577' })).status).toBe(413)
    expect(counted).toEqual(['refused size'])
  })

  it('a body that lies about its length', async () => {
    const big = 'a'.repeat(1024 * 1024 + 1)
    expect((await door().post(big, { ...signed(big), 'content-length': '10' })).status).toBe(413)
    expect((await door().post(big, { ...signed(big), 'content-length': 'ten' })).status).toBe(413)
  })

  it('an endless stream, which is cut off and not read to its end', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(64 * 1024))
      },
      cancel: () => {
        cancelled = true
      },
    })
    const request = { method: 'POST', body: endless, duplex: 'half' } as RequestInit
    expect((await door().app.request('/feishu/events', request)).status).toBe(413)
    expect(cancelled).toBe(true)
    expect(pulled).toBeLessThan(20)
  })

  it('a stream that breaks off', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new Error('reset')),
    })
    const request = { method: 'POST', body: broken, duplex: 'half' } as RequestInit
    expect((await door().app.request('/feishu/events', request)).status).toBe(400)
  })
})
