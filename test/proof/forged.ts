/** An event of the platform that a test makes itself: with the office's own keys, but for what is to be wrong with it. */
import type { Street } from '../../src/sandbox/street.ts'
import type { Trial } from './trial.ts'

/** What is wrong with an event that somebody made himself. */
export interface Forgery {
  /** Who is said to have said it, by name; 陈静 where nobody is named. */
  who?: string
  /** When it is said to have been said. */
  said?: number
  token?: string
  tenant?: string
  signature?: string
  /** Bytes of a field that nobody reads. */
  padding?: number
}

/** The body and headers of a sentence, as the platform would push it but for what is wrong with it. */
export async function forge(
  { ground }: Trial,
  text: string,
  wrong: Forgery,
): Promise<Parameters<Street['pushRaw']>> {
  const { encrypt, sign } = await import('../../src/sandbox/seal.ts')
  const { practiceApp } = await import('../../src/practice.ts')
  const { personNamed } = await import('../world.ts')
  const { id, encryptKey, verificationToken, tenant: ours } = practiceApp
  const { token = verificationToken, tenant = ours, signature, padding = 0, who = '陈静' } = wrong
  const at = ground.clock.now()
  const { said = at } = wrong
  const message = {
    message_id: 'om_forged',
    create_time: String(said),
    chat_id: 'oc_forged',
    chat_type: 'p2p',
    message_type: 'text',
    content: JSON.stringify({ text }),
    user_agent: 'x'.repeat(padding),
  }
  const sender_id = { open_id: personNamed(who).openId }
  const event = {
    schema: '2.0',
    header: {
      event_id: 'ev_forged',
      event_type: 'im.message.receive_v1',
      create_time: String(said),
      token,
      app_id: id,
      tenant_key: tenant,
    },
    event: { sender: { sender_id, sender_type: 'user', tenant_key: tenant }, message },
  }
  const sealed = encrypt(JSON.stringify(event), encryptKey, Buffer.alloc(16, 7))
  const body = JSON.stringify({ encrypt: sealed })
  const timestamp = String(Math.floor(at / 1000))
  return [
    Buffer.from(body),
    {
      'content-type': 'application/json',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': 'n',
      'x-lark-signature': signature ?? sign(timestamp, 'n', encryptKey, body),
    },
  ]
}
