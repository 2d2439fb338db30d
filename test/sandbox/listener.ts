/** A bot that only listens: checks signatures over raw bytes, decrypts, remembers, and answers as it is told. */
import { createDecipheriv, createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APP } from './app.ts'

export interface Heard {
  // biome-ignore lint/suspicious/noExplicitAny: an envelope as it came over the wire
  envelope: any
  raw: string
  plain: string
  headers: IncomingHttpHeaders
  signed: boolean
}

/** What to answer: a status and a body, or 'silence' for no answer at all. */
export type Reply = { status?: number; body?: unknown } | 'silence'

export interface Listener {
  url: string
  heard: Heard[]
  /** Decides the answer to each push; by default 200 `{}`. */
  answer: (heard: Heard) => Reply | Promise<Reply>
  close(): Promise<void>
}

export async function listener(): Promise<Listener> {
  const self: Listener = { url: '', heard: [], answer: () => ({}), close: async () => {} }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const heard = open(Buffer.concat(chunks), request.headers)
    self.heard.push(heard)
    if (heard.envelope.type === 'url_verification')
      return response.end(JSON.stringify({ challenge: heard.envelope.challenge }))
    const reply = await self.answer(heard)
    if (reply === 'silence') return
    const { status = 200, body = {} } = reply
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/events`
  self.close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return self
}

function open(raw: Buffer, headers: IncomingHttpHeaders): Heard {
  const sealed = Buffer.from(JSON.parse(raw.toString()).encrypt, 'base64')
  const key = createHash('sha256').update(APP.encryptKey).digest()
  const cipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16))
  const plain = Buffer.concat([cipher.update(sealed.subarray(16)), cipher.final()]).toString()
  const { 'x-lark-request-timestamp': at, 'x-lark-request-nonce': nonce } = headers
  const signature = createHash('sha256')
    .update(`${at}${nonce}${APP.encryptKey}`)
    .update(raw)
    .digest('hex')
  return {
    envelope: JSON.parse(plain),
    plain,
    raw: raw.toString(),
    headers,
    signed: headers['x-lark-signature'] === signature,
  }
}
