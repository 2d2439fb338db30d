/** The webhook: every request of the platform is checked, opened, read and heard before it is answered. */
import { Hono } from 'hono'
import type { Hear } from '../bot/message.ts'
import type { Instant } from '../domain/time/day.ts'
import { answerTo } from './answer.ts'
import { readBody } from './body.ts'
import { readEnvelope } from './envelope.ts'
import { readOpened, type Wire } from './events.ts'
import { type Fields, fields, isFields, moment, word } from './loose.ts'
import { isSecret, type Seal, type Signature, seal } from './seal.ts'

/** What the webhook tells the metrics: how a request ended, and which check or event type it was. */
export type Count = (end: 'heard' | 'ignored' | 'refused' | 'fault', what: string) => void

/** The webhook's settings and ports. */
export interface WebhookOptions {
  encryptKey: string
  verificationToken: string
  /** Events of another app are refused, where this is given. */
  appId?: string
  /** The bot's own open_id and the office's tenant, asked for at each event. */
  wire: () => Pick<Wire, 'bot' | 'tenant'>
  now: () => Instant
  hear: Hear
  count?: Count
}

/** A request that is turned away: its status, and why (for the metrics only; the answer says nothing). */
class Refused extends Error {
  readonly status: 400 | 401 | 413
  constructor(status: 400 | 401 | 413, why: string) {
    super(why)
    this.status = status
  }
}

/** The two secrets, made ready once. */
interface Keys {
  lock: Seal
  token: Uint8Array
}

const MOST_BYTES = 1024 * 1024
/** Longer than the platform's own schedule of re-pushes, which ends after about seven hours (feishu-platform.md 1.6). */
const OLDEST = 8 * 3_600_000
const NEWEST = 10 * 60_000

/**
 * `POST /feishu/events` and `POST /feishu/cards`, one handler for both. Answers 200 once `hear` has resolved, 500
 * when it rejected (the platform then sends the event again), 4xx and nothing else when a check fails.
 * Throws at once when the Encrypt Key or the Verification Token is empty.
 */
export function webhook(options: WebhookOptions): Hono {
  const { encryptKey, verificationToken, count = () => {} } = options
  if (!encryptKey)
    throw new Error('缺少 Encrypt Key：请在飞书开放平台“事件与回调”的“加密策略”中设置后重启')
  if (!verificationToken)
    throw new Error('缺少 Verification Token：请从飞书开放平台“事件与回调”中抄录')
  const keys = { lock: seal(encryptKey), token: Buffer.from(verificationToken) }

  const app = new Hono()
  for (const path of ['/feishu/events', '/feishu/cards'])
    app.post(path, async (c) => {
      const end = await receive(c.req.raw, keys, options).catch((error: unknown) => {
        const isRefused = error instanceof Refused
        if (isRefused) count('refused', error.message)
        else count('fault', error instanceof Error ? error.name : 'fault')
        return { status: isRefused ? error.status : 500, body: {} } as const
      })
      return c.json(end.body, end.status)
    })
  return app
}

async function receive(request: Request, { lock, token }: Keys, options: WebhookOptions) {
  const { appId, wire, now, hear, count = () => {} } = options
  const raw = await readBody(request, MOST_BYTES).catch(() => {
    throw new Refused(400, 'body')
  })
  if (!raw) throw new Refused(413, 'size')
  const at = now()
  const opened = unseal(raw, signatureOf(request.headers), lock, at)
  const envelope = readEnvelope(opened)
  if (!isSecret(envelope.token, token)) throw new Refused(401, 'token')
  if (envelope.type === 'url_verification')
    return { status: 200, body: { challenge: word(opened.challenge) } } as const
  if (appId && envelope.app && envelope.app !== appId) throw new Refused(401, 'app')
  const incoming = readOpened(envelope, { ...wire(), at })
  if (incoming.kind === 'ignored') {
    count('ignored', incoming.type)
    return { status: 200, body: {} } as const
  }
  const heard = await hear(incoming)
  count('heard', incoming.kind)
  return { status: 200, body: answerTo(incoming, heard) } as const
}

/**
 * The event inside. A body without a signature may only be the platform's check of the address, which is sent
 * unsigned; anything else in it is refused the same way whatever it holds, so that nothing can be learnt by probing.
 */
function unseal(raw: Uint8Array, signed: Signature, lock: Seal, at: Instant): Fields {
  const isSigned = signed.signature !== undefined
  if (isSigned && !lock.fits(raw, signed)) throw new Refused(401, 'signature')
  if (isSigned && !isFresh(signed.timestamp, at)) throw new Refused(401, 'stale')
  const { encrypt } = json(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'))
  if (typeof encrypt !== 'string') throw new Refused(401, 'unencrypted')
  const text = lock.open(encrypt)
  if (!isSigned) return addressCheck(text)
  if (text === undefined) throw new Refused(400, 'encryption')
  return json(text)
}

function addressCheck(text: string | undefined): Fields {
  try {
    const inner = fields(JSON.parse(text ?? ''))
    const { type, token, challenge } = inner
    if (type === 'url_verification') return { type, token, challenge }
  } catch {}
  throw new Refused(401, 'unsigned')
}

function json(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused(400, 'json')
  }
  if (!isFields(value)) throw new Refused(400, 'json')
  return value
}

function isFresh(timestamp: string | undefined, now: Instant): boolean {
  const at = /^\d{10,13}$/.test(timestamp ?? '') ? moment(timestamp) : undefined
  return at !== undefined && at >= now - OLDEST && at <= now + NEWEST
}

function signatureOf(headers: Headers): Signature {
  return {
    timestamp: headers.get('x-lark-request-timestamp') ?? undefined,
    nonce: headers.get('x-lark-request-nonce') ?? undefined,
    signature: headers.get('x-lark-signature') ?? undefined,
  }
}
