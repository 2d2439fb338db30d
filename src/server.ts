/** A running bot: store, engine and door put together, listening, with its clock and its post. */
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { deliverer } from './bot/deliver.ts'
import { distress } from './bot/distress.ts'
import type { Hear, Send } from './bot/message.ts'
import type { Office, Step } from './bot/office.ts'
import type { Press } from './bot/press.ts'
import { nextMoment, planJobs, tick } from './bot/tick.ts'
import type { Feishu } from './config.ts'
import type { Instant } from './domain/time/day.ts'
import { type Api, openApi } from './feishu/api.ts'
import { botOf } from './feishu/contacts.ts'
import type { Log } from './feishu/log.ts'
import { openPace } from './feishu/pace.ts'
import { openSend, rateOf } from './feishu/send.ts'
import { sharedPace } from './feishu/shared-pace.ts'
import { type LongConnection, openSocket } from './feishu/socket.ts'
import { type Count, webhook } from './feishu/webhook.ts'
import { furnished } from './furnished.ts'
import { health } from './health.ts'
import { openStore } from './store/open.ts'
import { Unkept } from './store/unkept.ts'

export interface BotOptions {
  databaseUrl: string
  feishu: Feishu
  port: number
  host: string
  now: () => Instant
  log: Logger
  /** A serving process holds its SQLite file alone. */
  alone?: boolean
  /** Where papers are made; in this thread unless given. */
  press?: Press | undefined
  /** How fast the pace's own time runs; the practice ground lives through days in seconds. */
  paceSpeed?: number
  /** Called at every named step; tests end the process there. */
  step?: (name: Step) => void
  /** The name on this process's leases, the same after a restart; by default a new one each time. */
  owner?: string
  /** Milliseconds that a letter stays with a process that does not come back. */
  lease?: number
  /** Milliseconds after which a database that does not answer counts as gone. */
  patience?: number
}

export interface Bot {
  /** http://127.0.0.1:port */
  url: string
  office: Office
  hear: Hear
  api: Api
  /** The clock is felt: resolves when what is due has happened; what it wrote goes out meanwhile, however long that takes. */
  beat(): Promise<void>
  /** Everything due by now has happened and every letter that may go has gone. */
  settled(): Promise<void>
  /** When something next falls due. */
  nextDue(): Promise<Instant | undefined>
  close(): Promise<void>
}

/** Milliseconds by which a timer and the clock may differ. */
const EARLY = 5

/** No turn of the office takes this long: a database that is silent for longer is gone. */
const PATIENCE = 30_000

/** Opens everything and listens; recovers what an earlier process left, and ticks once. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { feishu, now, log, step = () => {} } = options
  const { alone = false, patience = PATIENCE, owner = randomUUID(), lease } = options
  const store = await openStore(options.databaseUrl, { alone, patience })
  const office = await furnished({
    store,
    now,
    log,
    secret: feishu.appSecret,
    press: options.press,
    step,
  })
  const doorLog: Log = (level, what, facts) => log[level](facts ?? {}, what)
  const { domain, appId, appSecret } = feishu
  const api = openApi({ domain, appId, appSecret, now, log: doorLog })
  const { paceSpeed = 1 } = options
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms / paceSpeed))
  const ports = { now: () => performance.now() * paceSpeed, wait }
  const own = openPace({ ...ports, rate: rateOf })
  const { pace: reserve } = store
  const pace = reserve
    ? sharedPace(own, (asked) => reserve({ ...asked, speed: paceSpeed }), ports)
    : own
  const send: Send = openSend(api, pace)
  const watch = distress(office, send)
  const { hear } = watch
  // A timer may ring a moment before its time by the other clock, and would find the door still closed.
  const wake = (ms: number) => void setTimeout(() => office.nudge(), ms / paceSpeed + EARLY).unref()
  const post = deliverer(office, send, hear, owner, lease, wake)
  const me = whoAmI(api, log)
  const { wire } = me
  const count: Count = (end, what) => {
    if (end === 'ignored') office.meters.unknownEvents.inc({ type: what })
    else if (end === 'refused') office.meters.refusedRequests.inc({ why: what })
  }

  // A ledger that cannot be written is still read: the keeper is told, and the office goes on as far as it can.
  await watch
    .feel(async () => {
      await store.look((bound) => office.directory(bound))
      await store.turn((bound) => bound.outbox.recover(owner))
      await planJobs(office)
    })
    .catch((error) => {
      if (!(error instanceof Unkept)) throw error
    })

  const door =
    feishu.mode === 'webhook' ? webhook({ ...feishu, wire, now, hear, count }) : undefined
  const line: LongConnection | undefined =
    feishu.mode === 'socket'
      ? openSocket({ domain, appId, appSecret, wire, now, hear, log: doorLog, count })
      : undefined
  const { server, url } = await listen(health(office, me, watch, door, line), options)
  // Listening comes first: what arrives before the answer is turned away once and sent again.
  await me.ask()

  const settled = () =>
    watch.feel(async () => {
      do {
        await tick(office)
        if (!(await post.deliver())) return
      } while (((await nextMoment(office)) ?? Number.POSITIVE_INFINITY) <= now())
    })
  const beat = () =>
    watch.feel(async () => {
      await tick(office)
      office.nudge()
    })
  const sent = () => watch.feel(async () => void (await post.deliver()))
  office.nudge = () => void sent().catch((error) => log.error({ err: error }, 'deliver'))
  return {
    url,
    office,
    hear,
    api,
    settled,
    beat,
    nextDue: () => nextMoment(office),
    async close() {
      office.nudge = () => {}
      line?.close()
      await closed(server)
      await post.deliver().catch(() => {})
      await store.close()
    },
  }
}

/**
 * The bot's own open_id. Until the platform has told it nobody can know who was spoken to, so events are turned away
 * with 500 and the platform sends them again: nothing is taken for small talk and lost.
 */
function whoAmI(api: Api, log: Logger) {
  let bot: string | undefined
  let asking: Promise<void> | undefined
  const ask = (): Promise<void> => {
    asking ??= botOf(api)
      .then((found) => {
        bot = found.openId
      })
      .catch(({ message }: Error) =>
        log.warn(
          { cause: message },
          '连不上飞书平台，暂不能收发消息；会继续尝试，请检查网络、FEISHU_DOMAIN 和应用凭证',
        ),
      )
      .finally(() => {
        asking = undefined
      })
    return asking
  }
  return {
    ask,
    known: () => bot !== undefined,
    wire() {
      if (bot === undefined) {
        void ask()
        throw new Error('the bot does not know its own open_id yet')
      }
      return { bot }
    },
  }
}

async function listen(app: Hono, { port, host }: { port: number; host: string }) {
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, host, ready)
  })
  const at = server.address() as AddressInfo
  return { server, url: `http://${host}:${at.port}` }
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
