/** A webhook with a hearer behind it, and the platform's ways to reach it. */
import type { Heard, Incoming } from '../../src/bot/message.ts'
import { type WebhookOptions, webhook } from '../../src/feishu/webhook.ts'
import { APP, BOT, encrypted, KEY, NOW, signed, TENANT, TOKEN } from './platform.ts'

/** The encryption of an address check as published, under the key `test key`. */
export const OFFICIAL =
  'AAECAwQFBgcICQoLDA0OD3RxEPf3qlgb4PLwN+eVw6Q95u0E4rpDBFTFrudySNqz1NYBufrJtZooSDW4dh5gBS33BA/SD7NJbh9SgfSt5JJx/nXqIbYGicJ+x0Yq8ZFj'

/** A webhook that keeps what it heard and what it counted; `answer` is what every event is answered with. */
export function door(options: Partial<WebhookOptions> & { answer?: Heard } = {}) {
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
