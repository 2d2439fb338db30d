/** A tiny street for the tests of the page: serves the built page, one fixed state and a stream, and keeps what people do. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Acts, Push, State } from '../../src/sandbox/protocol.ts'

/** One thing a person did on the page. */
export type Deed = { [K in keyof Acts]: { kind: K; body: Acts[K] } }[keyof Acts]

export interface Ground {
  url: string
  /** What people did, in order. */
  deeds: Deed[]
  /** Resolves with the next deed of a kind that has not been taken yet. */
  next<K extends keyof Acts>(kind: K): Promise<Acts[K]>
  /** What the next deeds are answered with, instead of `{ok: true}`; a promise holds the answer back. */
  answer(answer: object | Promise<object>): void
  /** Tells every open page. */
  push(push: Push): void
  /** Goes away, cutting every connection, and comes back on the same port with another state. */
  away(): Promise<void>
  back(state: State): Promise<void>
  close(): Promise<void>
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/** Opens the ground on a free port of this machine. */
export async function openGround(first: State): Promise<Ground> {
  let state = first
  let answer: object | Promise<object> = { ok: true }
  const streams = new Set<ServerResponse>()
  const deeds: Deed[] = []
  const untaken: Deed[] = []
  const waiting: (() => void)[] = []
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://ground').pathname
    if (path === '/sandbox/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': \n\n')
      streams.add(response)
      response.once('close', () => streams.delete(response))
    } else if (path === '/sandbox/state') json(response, state)
    else if (request.method === 'POST') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const kind = path.replace('/sandbox/', '') as keyof Acts
      const deed = { kind, body: JSON.parse(Buffer.concat(chunks).toString()) } as Deed
      deeds.push(deed)
      untaken.push(deed)
      for (const wake of waiting.splice(0)) wake()
      json(response, await answer)
    } else {
      const file = path === '/' ? 'index.html' : path.slice(1)
      const type = TYPES[file.split('.').at(-1) ?? '']
      response.setHeader('content-security-policy', POLICY)
      response.setHeader('content-type', `${type}; charset=utf-8`)
      response.end(await readFile(join(inject('pageDir'), file)))
    }
  })
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${port}`,
    deeds,
    async next<K extends keyof Acts>(kind: K): Promise<Acts[K]> {
      for (;;) {
        const at = untaken.findIndex((deed) => deed.kind === kind)
        if (at >= 0) return untaken.splice(at, 1)[0]?.body as Acts[K]
        await new Promise<void>((wake) => waiting.push(wake))
      }
    },
    answer: (next) => {
      answer = next
    },
    push: (push) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(push)}\n\n`)
    },
    away: close,
    back: async (next) => {
      state = next
      await listen(port)
    },
    close,
  }
}

function json(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}
