import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, readEvent } from '../../src/feishu/events.ts'
import { webhook } from '../../src/feishu/webhook.ts'
import { encrypted, KEY, NOW, samples, signed } from './platform.ts'

const events = [...samples('events'), ...samples('callbacks')]
const typeOf = ({ header, event_type, action }: Record<string, unknown>) =>
  (header as { event_type?: string })?.event_type ?? event_type ?? (action && 'card.action.trigger')
const ours = events.filter(({ body }) => EVENT_TYPES.includes(String(typeOf(body))))
const others = events.filter((event) => !ours.includes(event))

describe.skipIf(events.length === 0)('the published samples', () => {
  it.each(ours)('$name becomes something the bot hears', ({ body }) => {
    const incoming = readEvent(body, { bot: 'ou_bot' })
    expect(incoming.kind).not.toBe('ignored')
    expect(incoming).toMatchObject({ key: expect.stringMatching(/^(msg|evt):./) })
  })

  it.each(others)('$name is left alone', ({ body }) => {
    expect(readEvent(body, { bot: 'ou_bot' }).kind).toBe('ignored')
  })

  it.each(ours)('$name passes the webhook when its own token seals it', async ({ body }) => {
    const token = String((body.header as { token?: string })?.token ?? body.token)
    const heard: unknown[] = []
    const app = webhook({
      encryptKey: KEY,
      verificationToken: token,
      wire: () => ({ bot: 'ou_bot' }),
      now: () => NOW,
      hear: async (incoming) => {
        heard.push(incoming)
        return { outcome: 'acted' }
      },
    })
    const raw = JSON.stringify({ encrypt: encrypted(JSON.stringify(body)) })
    const answer = await app.request('/feishu/events', {
      method: 'POST',
      body: raw,
      headers: signed(raw),
    })
    expect(answer.status).toBe(200)
    expect(heard).toHaveLength(1)
  })
})
