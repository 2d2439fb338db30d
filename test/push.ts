/** Events as the platform pushes them, encrypted and signed: who is behind them may be anybody. */
import { createHash } from 'node:crypto'
import { practiceApp } from '../src/practice.ts'
import { encrypt, sign } from '../src/sandbox/seal.ts'
import type { World } from './world.ts'

/** Somebody who says, taps or reacts. */
export interface Sender {
  openId: string
  tenant: string
}

/** Pushes an event of a type; gives what stands in the answer. What follows is settled later. */
export async function push(
  world: World,
  type: string,
  event: object,
  tenant: string = practiceApp.tenant,
): Promise<unknown> {
  const { clock, street } = world.ground
  const pushed = {
    schema: '2.0',
    header: {
      event_id: `ev_${createHash('md5')
        .update(JSON.stringify([type, event]))
        .digest('hex')}`,
      event_type: type,
      create_time: String(clock.now()),
      token: practiceApp.verificationToken,
      app_id: practiceApp.id,
      tenant_key: tenant,
    },
    event,
  }
  const sealed = encrypt(JSON.stringify(pushed), practiceApp.encryptKey, Buffer.alloc(16, 7))
  const body = Buffer.from(JSON.stringify({ encrypt: sealed }))
  const timestamp = String(Math.floor(clock.now() / 1000))
  const { status, body: answer } = await street.pushRaw(body, {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce',
    'x-lark-signature': sign(timestamp, 'nonce', practiceApp.encryptKey, body),
  })
  if (status !== 200) throw new Error(`${type} answered with ${status}`)
  return JSON.parse(answer)
}

let taps = 0

/** Somebody taps, or has his client say so: any sentence on any message. */
export const pushTap = (
  world: World,
  { openId, tenant }: Sender,
  message: string,
  value: object,
  chat = 'oc_anywhere',
): Promise<unknown> =>
  push(world, 'card.action.trigger', {
    operator: { tenant_key: tenant, open_id: openId, union_id: `on_${openId}` },
    token: `c-${++taps}`,
    action: { value, tag: 'button', timezone: 'Asia/Shanghai' },
    host: 'im_message',
    delivery_type: '',
    context: { open_message_id: message, open_chat_id: chat },
  })
