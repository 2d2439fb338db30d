/** Carrying a push to the bot's webhook: encrypted, signed, in odd spelling, answered in time or not at all. */
import { Agent, request } from 'node:http'
import { encrypt, sign } from './seal.ts'
import { oddly } from './whitespace.ts'
import type { World } from './world.ts'

/** What came back from the bot. */
export interface Posted {
  /** HTTP status; 0 when there was no answer in time or no connection. */
  status: number
  body: string
}

/** Connections are kept, as the platform keeps them; idle ones hold nobody up. */
const agent = new Agent({ keepAlive: true })

/** Posts raw bytes and waits at most `patience` milliseconds for the whole answer; redirects are not followed. */
export function postRaw(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
  patience: number,
): Promise<Posted> {
  const bytes = Buffer.from(body)
  const length = { 'content-length': bytes.length }
  return new Promise((done) => {
    const none = { status: 0, body: '' }
    const asked = request(url, { method: 'POST', agent, headers: { ...headers, ...length } })
    const timer = setTimeout(() => asked.destroy(), patience)
    const finish = (posted: Posted) => {
      clearTimeout(timer)
      done(posted)
    }
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        finish({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      )
      answer.on('error', () => finish(none))
      answer.on('close', () => finish(none))
    })
    asked.on('error', () => finish(none))
    asked.end(bytes)
  })
}

/** Encrypts and signs a push and posts it. The verification of an address goes without a signature (1.3). */
export function postSealed(
  world: World,
  url: string,
  content: unknown,
  { patience, signed }: { patience: number; signed: boolean },
): Promise<Posted> {
  const { app, ids, clock } = world
  const plain = oddly(content, ids.random())
  const raw = oddly({ encrypt: encrypt(plain, app.encryptKey, ids.bytes(16)) }, ids.random())
  const headers: Record<string, string> = { 'content-type': 'application/json;charset=utf-8' }
  if (signed) {
    const timestamp = String(Math.floor(clock.now() / 1000))
    const nonce = String(ids.pick(2 ** 31))
    headers['x-lark-request-timestamp'] = timestamp
    headers['x-lark-request-nonce'] = nonce
    headers['x-lark-signature'] = sign(timestamp, nonce, app.encryptKey, raw)
  }
  return postRaw(url, raw, headers, patience)
}
