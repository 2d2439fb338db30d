/** The practice office's second door: it takes what a stored event was sealed and marked with. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Heard, Incoming } from '../../bot/message.ts'
import { webhook } from '../../feishu/webhook.ts'
import { type Ground, practiceApp } from '../../practice.ts'
import { sign } from '../../sandbox/seal.ts'
import { type Posted, postRaw } from '../../sandbox/webhook.ts'
import { fingerprints } from './fingerprint.ts'

/** How one request ended: what was heard, or why the door did not let it in. */
export interface Ended {
  posted: Posted
  heard?: Heard
  /** The webhook's own word: `signature`, `token`, `encryption` … */
  refused?: string
}

export interface Door {
  /** Signs the raw body now (`stored` is what it holds), posts it over loopback and waits for the answer. */
  knock(raw: string, stored: string, keys: { encryptKey: string; token: string }): Promise<Ended>
  close(): Promise<void>
}

const PATIENCE = 30_000

/** Opens the door; every tenant that an event names counts as ours, and what was said years ago as said now. */
export async function openDoor({ street, bot, clock }: Ground): Promise<Door> {
  let serve: (request: Request) => Response | Promise<Response> = () => new Response('{}')
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
    const answer = await serve(
      new Request(`http://127.0.0.1${incoming.url}`, {
        method: 'POST',
        headers: headers as [string, string][],
        body: Buffer.concat(chunks),
      }),
    )
    outgoing.writeHead(answer.status, { 'content-type': 'application/json' })
    outgoing.end(await answer.text())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/events`
  const keyFor = fingerprints()

  return {
    async knock(raw, stored, { encryptKey, token }) {
      const ended: Ended = { posted: { status: 0, body: '' } }
      const app = webhook({
        encryptKey,
        verificationToken: token,
        wire: () => ({ bot: street.bot.openId, tenant: practiceApp.tenant }),
        now: clock.now,
        async hear(incoming) {
          ended.heard = await bot.hear(ours(incoming, keyFor(incoming, stored), clock.now()))
          return ended.heard
        },
        count: (end, what) => {
          if (end === 'refused') ended.refused = what
        },
      })
      serve = (request) => app.fetch(request)
      const timestamp = String(Math.floor(clock.now() / 1000))
      const nonce = String(raw.length)
      ended.posted = await postRaw(
        url,
        raw,
        {
          'content-type': 'application/json;charset=utf-8',
          'x-lark-request-timestamp': timestamp,
          'x-lark-request-nonce': nonce,
          'x-lark-signature': sign(timestamp, nonce, encryptKey, raw),
        },
        PATIENCE,
      )
      return ended
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function ours(incoming: Incoming, key: string, at: number): Incoming {
  const { tenant } = practiceApp
  const sender =
    'sender' in incoming && incoming.sender ? { ...incoming.sender, tenant } : undefined
  const mentions =
    incoming.kind === 'said' ? incoming.mentions.map((one) => ({ ...one, tenant })) : undefined
  return {
    ...incoming,
    key,
    at,
    ...(sender && { sender }),
    ...(mentions && { mentions }),
  } as Incoming
}
