/** The platform's side of the wire, for tests: envelopes as it writes them, sealed as it seals them. */
import { createCipheriv, createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export const KEY = 'test key'
export const TOKEN = 'vtok'
export const APP = 'cli_9f5343c580712544'
export const TENANT = '2ca1d211f64f6438'
export const BOT = 'ou_bot'
export const NOW = 1_700_000_000_000

/** Encrypts as the platform does: the IV, then AES-256-CBC under SHA-256 of the key. */
export function encrypted(plain: string | Uint8Array, key = KEY): string {
  const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => index))
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv)
  return Buffer.concat([iv, cipher.update(plain), cipher.final()]).toString('base64')
}

/** The headers that sign a raw body. */
export function signed(raw: string, key = KEY, timestamp = String(NOW / 1000)) {
  const signature = createHash('sha256')
    .update(`${timestamp}nonce1${key}`)
    .update(raw)
    .digest('hex')
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce1',
    'x-lark-signature': signature,
  }
}

/** A v2 envelope around an event. */
export function envelope(type: string, event: unknown, header: object = {}) {
  return {
    schema: '2.0',
    header: {
      event_id: 'ev1',
      event_type: type,
      create_time: '1700000000000',
      token: TOKEN,
      app_id: APP,
      tenant_key: TENANT,
      ...header,
    },
    event,
  }
}

/** A received message; every part can be replaced. */
export function received(message: object = {}, sender: object = {}) {
  return envelope('im.message.receive_v1', {
    sender: {
      sender_id: { open_id: 'ou_wang', union_id: 'on_wang' },
      sender_type: 'user',
      tenant_key: TENANT,
      ...sender,
    },
    message: {
      message_id: 'om_1',
      create_time: '1699999999000',
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"报 12 已完成"}',
      ...message,
    },
  })
}

/** A person mentioned as `@_user_N`. */
export function mentioned(n: number, openId: string, name: string, extra: object = {}) {
  return { key: `@_user_${n}`, id: { open_id: openId }, name, tenant_key: TENANT, ...extra }
}

const SAMPLES = new URL('../../../shared/samples/feishu/', import.meta.url)

/** The published samples of a folder, parsed; none where the folder does not exist. */
export function samples(folder: string): { name: string; body: Record<string, unknown> }[] {
  const at = new URL(`${folder}/`, SAMPLES)
  if (!existsSync(at)) return []
  return readdirSync(at).map((name) => ({
    name,
    body: JSON.parse(readFileSync(new URL(encodeURIComponent(name), at), 'utf8')),
  }))
}
