import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, readEvent } from '../../src/feishu/events.ts'
import { webhook } from '../../src/feishu/webhook.ts'
import { BOT, encrypted, KEY, NOW, received, signed, TOKEN } from './platform.ts'

/** `npm run prove` tries some 150,000 bodies, signatures, events and cards; a failure names its seed. */
const MORE = process.env.DUBAN_PROVE ? 20 : 1

const json = fc.jsonValue({ maxDepth: 6 })
const type = fc.constantFrom(...EVENT_TYPES)

/** Names the platform uses, so that random objects look like events. */
const name = fc.constantFrom(
  ...[
    'header',
    'event',
    'event_type',
    'event_id',
    'create_time',
    'token',
    'tenant_key',
    'sender',
    'sender_id',
  ],
  ...[
    'open_id',
    'message',
    'message_id',
    'content',
    'mentions',
    'message_type',
    'chat_type',
    'key',
    'id',
    'name',
  ],
  ...[
    'operator',
    'action',
    'value',
    'form_value',
    'context',
    'options',
    'user_id',
    'title',
    'tag',
    'text',
  ],
)
const lookalike = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('@_user_1'),
      type,
    ),
    fc.dictionary(name, tie('node'), { maxKeys: 8 }),
    fc.array(tie('node'), { maxLength: 5 }),
  ),
})).node

const door = webhook({
  encryptKey: KEY,
  verificationToken: TOKEN,
  wire: () => ({ bot: BOT }),
  now: () => NOW,
  hear: async () => ({ outcome: 'acted' }),
})
const post = (raw: Uint8Array | string, headers = {}) =>
  door.request('/feishu/events', { method: 'POST', body: raw, headers })

describe('whatever comes', () => {
  it('readEvent never throws on any JSON, and what it hears has a key', () => {
    fc.assert(
      fc.property(fc.oneof(json, lookalike), (body) => {
        const incoming = readEvent(body, { bot: BOT })
        expect(incoming.kind === 'ignored' || incoming.key.length > 4).toBe(true)
      }),
      { numRuns: 2000 * MORE },
    )
  })

  it('readEvent never throws on an event of ours with anything inside', () => {
    fc.assert(
      fc.property(type, fc.oneof(json, lookalike), (event_type, event) => {
        readEvent({ header: { event_type, event_id: 'e' }, event }, { bot: BOT })
      }),
      { numRuns: 2000 * MORE },
    )
  })

  it('readEvent never throws on a message with anything as content', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('text', 'post', 'file', 'image'),
        lookalike,
        lookalike,
        (message_type, body, mentions) => {
          readEvent(received({ message_type, content: JSON.stringify(body), mentions }), {
            bot: BOT,
          })
        },
      ),
      { numRuns: 2000 * MORE },
    )
  })

  it('readEvent survives a hundred thousand nested lists', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(
      readEvent(
        {
          type: 'event_callback',
          event: { type: 'im.message.recalled_v1', message_id: 'm', deep },
        },
        { bot: BOT },
      ).kind,
    ).toBe('recalled')
  })

  it('the webhook answers arbitrary bytes with a refusal', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 })
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.dictionary(
          fc.constantFrom('x-lark-signature', 'x-lark-request-timestamp'),
          fc.stringMatching(/^[!-~]{1,80}$/),
        ),
        async (raw, headers) => {
          expect((await post(raw, headers)).status).toBeOneOf([400, 401])
        },
      ),
      { numRuns: 500 * MORE },
    )
  })

  it('the webhook answers anything well sealed with 200 or a refusal, never with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(json, lookalike), type, async (event, event_type) => {
        const body = JSON.stringify({ header: { token: TOKEN, event_type }, event })
        const raw = JSON.stringify({ encrypt: encrypted(body) })
        expect((await post(raw, signed(raw))).status).toBe(200)
      }),
      { numRuns: 500 * MORE },
    )
  })

  it('one changed byte anywhere in a signed body is refused', async () => {
    const raw = Buffer.from(JSON.stringify({ encrypt: encrypted(JSON.stringify(received())) }))
    const headers = signed(raw.toString())
    await fc.assert(
      fc.asyncProperty(
        fc.nat(raw.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (index, change) => {
          const changed = Buffer.from(raw)
          changed[index] = (changed[index] ?? 0) ^ change
          expect((await post(changed, headers)).status).toBe(401)
        },
      ),
      { numRuns: 300 * MORE },
    )
  })
})
