/** A far side for the API's tests: an HTTP server that answers each path as the test says, and keeps what it got. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Instant } from '../../src/domain/time/day.ts'
import { type Api, type ApiOptions, openApi } from '../../src/feishu/api.ts'

/** One request as it arrived. */
export interface Got {
  method: string
  path: string
  query: URLSearchParams
  authorization: string | undefined
  headers: IncomingMessage['headers']
  text: string
  body: Record<string, unknown>
}

/** A JSON answer, with a status and headers where they matter; or what is done with the connection. */
export type Reply =
  | {
      status?: number
      headers?: Record<string, string>
      json?: unknown
      bytes?: Uint8Array | string
    }
  | ((response: ServerResponse, request: IncomingMessage) => void)

/** The far side, and an API that talks to it. */
export interface FarSide {
  url: string
  api: Api
  got: Got[]
  /** Requests to a path. */
  to(path: string): Got[]
  logged: string[]
  clock: { now: Instant }
  on(path: string, ...replies: Reply[]): void
  close(): Promise<void>
}

export const SECRET = 'the-secret-of-the-app'
const TOKEN_PATH = 'auth/v3/tenant_access_token/internal'

/** Opens one. Tokens are `t-1`, `t-2` …, for two hours, unless the test says otherwise; the last reply repeats. */
export async function openFarSide(options: Partial<ApiOptions> = {}): Promise<FarSide> {
  const got: Got[] = []
  const logged: string[] = []
  const replies = new Map<string, Reply[]>()
  const clock = { now: 1_700_000_000_000 }
  let tokens = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '', 'http://x')
    const path = url.pathname.replace('/open-apis/', '')
    const text = Buffer.concat(chunks).toString()
    const isJson = String(request.headers['content-type']).includes('json')
    got.push({
      method: request.method ?? '',
      path,
      query: url.searchParams,
      authorization: request.headers.authorization,
      headers: request.headers,
      text,
      body: isJson ? JSON.parse(text) : {},
    })
    const left = replies.get(path)
    const reply = (left && left.length > 1 ? left.shift() : left?.[0]) ?? ordinary(path)
    if (typeof reply === 'function') return reply(response, request)
    const { status = 200, headers = {}, json, bytes } = reply
    response.writeHead(status, {
      'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream',
      ...headers,
    })
    response.end(bytes ?? JSON.stringify(json ?? { code: 0, msg: 'ok', data: {} }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = openApi({
    domain: url,
    appId: 'cli_0123456789abcdef',
    appSecret: SECRET,
    now: () => clock.now,
    log: (...parts) => logged.push(JSON.stringify(parts)),
    ...options,
  })
  return {
    url,
    api,
    got,
    logged,
    clock,
    to: (path) => got.filter((one) => one.path === path),
    on: (path, ...list) => replies.set(path, list),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }

  function ordinary(path: string): Reply {
    if (path !== TOKEN_PATH) return {}
    tokens += 1
    return { json: { code: 0, msg: 'ok', tenant_access_token: `t-${tokens}`, expire: 7200 } }
  }
}

export { TOKEN_PATH }
