import { describe, expect, it } from 'vitest'
import type { Heard, Incoming } from '../../src/bot/message.ts'
import { type WebhookOptions, webhook } from '../../src/feishu/webhook.ts'
import {
  APP,
  BOT,
  encrypted,
  envelope,
  KEY,
  NOW,
  received,
  signed,
  TENANT,
  TOKEN,
} from './platform.ts'

function door(options: Partial<WebhookOptions> & { answer?: Heard } = {}) {
  const heard: Incoming[] = []
  const counted: string[] = []
  const { answer = { outcome: 'acted' } } = options
  const app = webhook({
    encryptKey: KEY,
    verificationToken: TOKEN,
    appId: APP,
    wire: () => ({ bot: BOT, tenant: TENANT }),
    now: () => NOW,
    hear: async (incoming) => {
      heard.push(incoming)
      return answer
    },
    count: (end, what) => counted.push(`${end} ${what}`),
    ...options,
  })
  const post = async (
    raw: string | Uint8Array,
    headers: Record<string, string> = {},
    to = 'events',
  ) => {
    const answered = await app.request(`/feishu/${to}`, { method: 'POST', body: raw, headers })
    return { status: answered.status, body: await answered.json() }
  }
  const push = (event: unknown, to = 'events') => {
    const raw = JSON.stringify({ encrypt: encrypted(JSON.stringify(event)) })
    return post(raw, signed(raw), to)
  }
  return { app, post, push, heard, counted }
}

const OFFICIAL =
  'AAECAwQFBgcICQoLDA0OD3RxEPf3qlgb4PLwN+eVw6Q95u0E4rpDBFTFrudySNqz1NYBufrJtZooSDW4dh5gBS33BA/SD7NJbh9SgfSt5JJx/nXqIbYGicJ+x0Yq8ZFj'

describe('the address check', () => {
  it('is answered with its challenge though it carries no signature', async () => {
    const { post, heard } = door()
    const answer = await post(JSON.stringify({ encrypt: OFFICIAL }))
    expect(answer).toEqual({ status: 200, body: { challenge: '督办-1' } })
    expect(heard).toEqual([])
  })

  it.each([
    [
      `{ "encrypt": "${OFFICIAL}" }`,
      'e406b90e51bc98430d7a430216a639122f6f2fb67db69be4194320e280a5a347',
    ],
    [
      `{"encrypt":"${OFFICIAL}"}`,
      'df97f78e1b2c58bc9ab1bbf3c953dcd711bd6cfd7525cd9f40098295563fcca7',
    ],
  ])('is answered with the published signature over its raw bytes (%#)', async (raw, signature) => {
    const headers = {
      'x-lark-request-timestamp': '1700000000',
      'x-lark-request-nonce': 'nonce1',
      'x-lark-signature': signature,
    }
    expect((await door().post(raw, headers)).body).toEqual({ challenge: '督办-1' })
  })

  it('is refused with the wrong token', async () => {
    const raw = encrypted('{"challenge":"c","token":"other","type":"url_verification"}')
    expect((await door().post(JSON.stringify({ encrypt: raw }))).status).toBe(401)
  })
})

describe('a signed, encrypted event', () => {
  it('is heard once and answered with 200 and nothing', async () => {
    const { push, heard, counted } = door()
    expect(await push(received())).toEqual({ status: 200, body: {} })
    expect(heard.map((one) => one.key)).toEqual(['msg:om_1'])
    expect(counted).toEqual(['heard said'])
  })

  it('is heard at the address for cards too', async () => {
    const { push, heard } = door()
    await push(received(), 'cards')
    expect(heard).toHaveLength(1)
  })

  it.each([
    ['spaces and line breaks', (sealed: string) => ` {\n "encrypt" :\t"${sealed}" }\r\n`],
    ['escaped slashes', (sealed: string) => `{"encrypt":"${sealed.replaceAll('/', '\\/')}"}`],
    ['fields beside it', (sealed: string) => `{"a":1.0,"encrypt":"${sealed}","b":[]}`],
  ])('passes with %s in the raw body', async (_, write) => {
    const { post, heard } = door()
    const raw = write(encrypted(JSON.stringify(received())))
    expect((await post(raw, signed(raw))).status).toBe(200)
    expect(heard).toHaveLength(1)
  })

  it('passes with escaped slashes and odd whitespace inside the encryption', async () => {
    const { post, heard } = door()
    const inner = JSON.stringify(received({ content: '{"text":"a/b"}' }), null, 3)
    const raw = JSON.stringify({ encrypt: encrypted(inner.replaceAll('/', '\\/')) })
    await post(raw, signed(raw))
    expect(heard[0]).toMatchObject({ text: 'a/b' })
  })

  it('passes with a timestamp in milliseconds', async () => {
    const raw = JSON.stringify({ encrypt: encrypted(JSON.stringify(received())) })
    expect((await door().post(raw, signed(raw, KEY, String(NOW)))).status).toBe(200)
  })

  it('passes without a declared length, in a stream of chunks', async () => {
    const { app, heard } = door()
    const raw = JSON.stringify({ encrypt: encrypted(JSON.stringify(received())) })
    const body = new Blob([raw.slice(0, 100), raw.slice(100)]).stream()
    const request = { method: 'POST', body, headers: signed(raw), duplex: 'half' }
    expect((await app.request('/feishu/events', request as RequestInit)).status).toBe(200)
    expect(heard).toHaveLength(1)
  })

  it('of a kind nobody listens to is answered with 200 and counted', async () => {
    const { push, heard, counted } = door()
    expect((await push(envelope('im.message.message_read_v1', {}))).status).toBe(200)
    expect(heard).toEqual([])
    expect(counted).toEqual(['ignored im.message.message_read_v1'])
  })

  it('is answered with 500 when it could not be kept, so that it comes again', async () => {
    const { push, counted } = door({ hear: () => Promise.reject(new TypeError('disk is full')) })
    expect(await push(received())).toEqual({ status: 500, body: {} })
    expect(counted).toEqual(['fault TypeError'])
    const odd = door({ hear: () => Promise.reject('disk is full') })
    expect(await odd.push(received())).toEqual({ status: 500, body: {} })
  })

  it('is answered with 500 while the bot does not know who it is', async () => {
    const wire = () => {
      throw new Error('unknown')
    }
    const { push, heard } = door({ wire })
    expect((await push(received())).status).toBe(500)
    expect(heard).toEqual([])
  })
})

describe('a tap', () => {
  const tap = envelope('card.action.trigger', {
    operator: { open_id: 'ou_wang' },
    action: { tag: 'button', value: { say: '签收 12', rev: 3 } },
    context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
  })
  const toast = { type: 'success', content: '已签收' } as const
  const card = { schema: '2.0', body: { elements: [] } } as unknown as NonNullable<Heard['card']>

  it('is answered with toast and card in the same answer', async () => {
    const { push } = door({ answer: { outcome: 'acted', toast, card } })
    const answer = await push(tap, 'cards')
    expect(answer.body).toEqual({ toast, card: { type: 'raw', data: card } })
  })

  it('is answered with what there is', async () => {
    expect((await door({ answer: { outcome: 'refused', toast } }).push(tap)).body).toEqual({
      toast,
    })
    expect((await door().push(tap)).body).toEqual({})
  })

  it('alone gets toast and card: a message is answered with nothing', async () => {
    expect(
      (await door({ answer: { outcome: 'acted', toast, card } }).push(received())).body,
    ).toEqual({})
  })
})

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

describe('the settings', () => {
  it('of an office that names no app id let every app with the right token in', async () => {
    const { push, heard } = door({ appId: '' })
    await push({ ...received(), header: { ...received().header, app_id: 'cli_other' } })
    expect(heard).toHaveLength(1)
  })

  it('without Encrypt Key or Verification Token do not start', () => {
    expect(() => door({ encryptKey: '' })).toThrow('Encrypt Key')
    expect(() => door({ verificationToken: '' })).toThrow('Verification Token')
  })
})
