/** The street's one door: API, long connection and chat page on a port of this machine. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { type Holding, openApis } from './api/gate.ts'
import { isLocal, isLocalRequest } from './loopback.ts'
import { type Doings, pageApi, type Suggestions } from './page-api.ts'
import type { Sockets } from './sockets.ts'
import { staticPage } from './static-page.ts'
import type { World } from './world.ts'

interface Door {
  url: string
  close(): Promise<void>
}

interface Behind {
  world: World
  sockets: Sockets
  doings: Doings
  suggestions: Suggestions
  holding: Holding
  page: string | undefined
}

const HOSTS = new Set(['127.0.0.1', 'localhost', '::1'])

/** Opens the door. Throws for a host that others could reach. */
export async function listen(behind: Behind, host: string, port: number): Promise<Door> {
  if (!HOSTS.has(host)) throw new Error(`练习街区只在本机开放，不能监听 ${host}`)
  const server = createAdaptorServer({ fetch: doorway(behind).fetch }) as Server
  server.on('upgrade', (request, stream, head) => {
    if (isLocalRequest(request)) behind.sockets.upgrade(request, stream, head)
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
  })
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, host, ready)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      behind.sockets.cut()
      server.closeAllConnections()
      await closed
    },
  }
}

function doorway({ world, sockets, doings, suggestions, holding, page }: Behind) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (c, next) => {
    if (!isLocal(c.req.header('host'), c.req.header('origin'))) return c.text('仅限本机访问', 403)
    return next()
  })
  app.route('/', openApis(world, holding))
  app.post('/callback/ws/endpoint', async (c) => {
    const body = await c.req.json().catch(() => ({}))
    const refused = (code: number, msg: string) => c.json({ code, msg, data: {} })
    if (body.AppID !== world.app.id || body.AppSecret !== world.app.secret)
      return refused(514, 'app_id or app_secret is invalid')
    const data = sockets.invite(`ws://${c.req.header('host')}`)
    return data ? c.json({ code: 0, msg: '', data }) : refused(1000040350, 'too many connections')
  })
  app.route('/sandbox', pageApi(world, doings, suggestions))
  if (page !== undefined) app.route('/', staticPage(page))
  app.onError((error, c) => c.json({ code: 2200, msg: error.message }, 500))
  return app
}
