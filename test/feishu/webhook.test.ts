import { describe, expect, it } from 'vitest'
import type { Heard } from '../../src/bot/message.ts'
import { door, OFFICIAL } from './door.ts'
import { encrypted, envelope, KEY, NOW, received, signed, TOKEN } from './platform.ts'

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

  it('never brings an event in with it', async () => {
    const both = { ...received(), type: 'url_verification', token: TOKEN, challenge: 'c' }
    const { post, heard } = door()
    const answer = await post(JSON.stringify({ encrypt: encrypted(JSON.stringify(both)) }))
    expect(answer).toEqual({ status: 200, body: { challenge: 'c' } })
    expect(heard).toEqual([])
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

  it('that names no time counts from when it came', async () => {
    const { push, heard } = door()
    const header = { create_time: undefined }
    await push(envelope('im.message.recalled_v1', { message_id: 'om_1' }, header))
    expect(heard[0]?.at).toBe(NOW)
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
