/** What the platform would push: encrypted, signed, distinct, about 1.5 KB, as the bytes of a whole request. */
import { randomBytes } from 'node:crypto'
import { envelope } from '../sandbox/envelope.ts'
import { encrypt, sign } from '../sandbox/seal.ts'
import { appAt, tenant } from './app.ts'
import { handlerOf, MATTERS, openIdOf } from './office.ts'
import { slackRequest } from './push-slack.ts'

const { appId, encryptKey, verificationToken } = appAt('')

/** `报 N …` said in private by the one who carries N; the same serial gives the same message id. */
export function push(serial: number, at: number): Buffer {
  const matter = (serial % MATTERS) + 1
  const openId = openIdOf(handlerOf(matter))
  const message = `om_${String(serial).padStart(32, '0')}`
  const text = textOf(serial)
  const event = {
    message: {
      chat_id: `oc_${openId.slice(3)}`,
      chat_type: 'p2p',
      content: JSON.stringify({ text }),
      create_time: `${at}`,
      message_id: message,
      message_type: 'text',
      update_time: `${at}`,
      user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Lark/7.30.9 LarkLocale/zh_CN',
    },
    sender: {
      sender_id: { open_id: openId, union_id: `on_${openId.slice(3)}`, user_id: null },
      sender_type: 'user',
      tenant_key: tenant,
    },
  }
  const happening = { id: `event-${serial}`, type: 'im.message.receive_v1', at, event }
  const plain = JSON.stringify(envelope(happening, { id: appId, tenant }, verificationToken))
  return request(JSON.stringify({ encrypt: encrypt(plain, encryptKey, randomBytes(16)) }), at)
}

/** What the handler of a matter reports. */
const textOf = (serial: number): string =>
  `报 ${(serial % MATTERS) + 1} 已走访${serial % 97}家企业，与人行对接贴息口径，月底前出方案，完成${serial % 100}%`

/** The same words as Slack would push them. */
export const slackPush: Push = (serial, at) => slackRequest(serial, textOf(serial), at)

function request(body: string, at: number): Buffer {
  const stamp = `${Math.floor(at / 1000)}`
  const nonce = randomBytes(8).toString('hex')
  const head = [
    'POST /feishu/events HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-lark-request-timestamp: ${stamp}`,
    `x-lark-request-nonce: ${nonce}`,
    `x-lark-signature: ${sign(stamp, nonce, encryptKey, body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Pushes made before they are needed, so that making them costs the measured time nothing. */
export interface Magazine {
  fill(count: number): void
  next(): Buffer
}

/** The request of a serial. */
export type Push = (serial: number, at: number) => Buffer

/** A magazine of pushes that are all distinct; one that goes `round` begins again after some thousands. */
export function magazine(push: Push, round: boolean): Magazine {
  if (round) return goingRound(push)
  const ready: Buffer[] = []
  let serial = 0
  const make = () => push(serial++, Date.now())
  return {
    fill(count) {
      ready.reverse()
      while (ready.length < count) ready.push(make())
      ready.reverse()
    },
    next: () => ready.pop() ?? make(),
  }
}

const ROUND = 4000

function goingRound(push: Push): Magazine {
  const made = Array.from({ length: ROUND }, (_, serial) => push(serial, Date.now()))
  let at = 0
  return {
    fill() {},
    next: () => made[at++ % ROUND] as Buffer,
  }
}
