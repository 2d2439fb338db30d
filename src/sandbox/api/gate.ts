/** The gate of the API: faults, token, quota and pace before an endpoint; envelope and trace after it. */

import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { isNode } from '../card-tree.ts'
import { redacted } from '../inspector.ts'
import { tooFast } from '../pace.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import { attachments } from './attachments.ts'
import { attention } from './attention.ts'
import { auth } from './auth.ts'
import { cards } from './cards.ts'
import { contacts } from './contacts.ts'
import { type Call, type Endpoint, Whole } from './endpoint.ts'
import { groups } from './groups.ts'
import { keeping } from './keeping.ts'
import { readForm } from './multipart.ts'
import { reactions } from './reactions.ts'
import { sending } from './sending.ts'

type Env = { Bindings: HttpBindings }

/** How long a fault holds an answer back, in milliseconds of real time. */
export interface Holding {
  slow: number
  lost: number
}

const ENDPOINTS: Endpoint[][] = [
  auth,
  sending,
  keeping,
  reactions,
  attention,
  attachments,
  groups,
  contacts,
  cards,
]

/** Everything under /open-apis/. */
export function openApis(world: World, holding: Holding): Hono<Env> {
  const app = new Hono<Env>()
  for (const endpoint of ENDPOINTS.flat())
    app.on(endpoint.method, `/open-apis/${endpoint.path}`, (c) =>
      answer(world, holding, endpoint, c),
    )
  return app
}

async function answer(world: World, holding: Holding, endpoint: Endpoint, c: Context<Env>) {
  const started = performance.now()
  const logId = world.ids.hex().toUpperCase()
  const headers: Record<string, string> = { 'x-tt-logid': logId }
  let call: Call | undefined
  let reply: unknown
  let status = 200
  try {
    call = await read(endpoint, c)
    await admit(world, holding, endpoint, c)
    const data = await endpoint.run(world, call)
    reply = data instanceof Whole ? { code: 0, msg: 'ok', ...data.fields } : data
    if (!(data instanceof Whole) && !(data instanceof Response))
      reply = { code: 0, msg: 'success', data }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    status = error.status
    Object.assign(headers, error.headers)
    reply = {
      code: error.code,
      msg: error.message,
      error: { log_id: logId, troubleshooter: `log_id=${logId}` },
    }
  }
  const isStruck = endpoint.writes || endpoint.struck
  const lost = status === 200 && isStruck && world.faults.strikes('timeout-after-success')
  world.inspector.note({
    at: world.clock.now(),
    way: 'api',
    title: `${endpoint.title} ${endpoint.method} ${endpoint.path}`,
    status: lost ? 0 : status,
    ms: Math.round(performance.now() - started),
    request: {
      path: c.req.path,
      ...(c.req.url.includes('?') ? { query: c.req.query() } : {}),
      ...(call ? { body: redacted({ ...call.body, ...named(call.form) }) } : {}),
    },
    response: reply instanceof Response ? '（文件内容）' : redacted(reply),
  })
  if (lost) return lose(c, holding.lost)
  if (reply instanceof Response) {
    reply.headers.set('x-tt-logid', logId)
    return reply
  }
  return c.json(reply as object, status as 200, headers)
}

/** What an answer must pass before the endpoint runs, in the platform's order. */
async function admit(world: World, holding: Holding, endpoint: Endpoint, c: Context<Env>) {
  const { faults } = world
  const isStruck = endpoint.writes || endpoint.struck
  if (isStruck && faults.strikes('slow')) await pause(holding.slow)
  if (isStruck && faults.strikes('server-error'))
    throw new Refusal(2200, undefined, { status: 500 })
  if (!endpoint.open) {
    if (faults.strikes('token-expired')) world.tokens.revoke()
    world.tokens.check(c.req.header('authorization'), world.clock.now())
  }
  if (!endpoint.unmetered && faults.strikes('quota')) throw new Refusal(99991403)
  if (!endpoint.writes) return
  if (faults.strikes('app-rate-limit')) throw tooFast(50, 1)
  world.pace.app()
}

/** Reads path, query and body. Throws 9499 for a body that is not a JSON object. */
async function read({ method }: Endpoint, c: Context<Env>): Promise<Call> {
  const call: Call = {
    part: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    queries: (name) => c.req.queries(name) ?? [],
    body: {},
    form: {},
  }
  if (method === 'GET') return call
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('multipart/form-data'))
    return { ...call, form: readForm(type, new Uint8Array(await c.req.arrayBuffer())) }
  const raw = await c.req.text()
  if (raw === '') return call
  let body: unknown
  try {
    body = JSON.parse(raw)
  } catch {
    throw new Refusal(9499)
  }
  if (!isNode(body)) throw new Refusal(9499)
  return { ...call, body }
}

/** Does the work and lets nobody know: the connection ends without an answer. */
async function lose(c: Context<Env>, hold: number): Promise<Response> {
  await pause(hold)
  c.env.outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

function named(form: Call['form']) {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : `（${value.length} 字节）`,
    ]),
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref())
}
