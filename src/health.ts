/** The bot's HTTP face: the door, and what the keeper's instruments ask for. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import type { Office } from './bot/office.ts'
import { dayOf, instantAt } from './domain/time/day.ts'
import type { LongConnection } from './feishu/socket.ts'
import type { Unkept } from './store/unkept.ts'

/** A tick that is older than this means that the clock stands. */
const TICK_AGE = 180

const STATES = ['ready', 'leased', 'folded', 'unknown', 'dead']

/** Whether the platform has told the bot who it is; without that no event can be taken. */
interface Known {
  known(): boolean
  ask(): Promise<void>
}

/** The store, as the last turn found it. */
interface Watch {
  ailing(): Unkept | undefined
}

const AILMENTS = { full: '磁盘已满', damaged: '数据库已损坏', lost: '数据库连不上' }

/** `/healthz` lives, `/readyz` works, `/metrics` counts (loopback only); and the door where events come by webhook. */
export function health(
  office: Office,
  me: Known,
  watch: Watch,
  door?: Hono,
  line?: LongConnection,
): Hono {
  const app = new Hono()
  if (door) app.route('/', door)
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const problems = await problemsOf(office, me, watch, line)
    return c.json({ ok: problems.length === 0, problems }, problems.length === 0 ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const from = getConnInfo(c).remote.address ?? ''
    if (!/^(127\.|::1$|::ffff:127\.)/.test(from)) return c.text('', 404)
    const { registry } = office.meters
    await gauge(office).catch((error) => office.log.error({ err: error }, 'metrics'))
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  return app
}

/** What is counted only when it is asked for. */
async function gauge({ store, meters, now }: Office): Promise<void> {
  const at = now()
  const month = instantAt(`${dayOf(at).slice(0, 8)}01`, '0:00')
  const { counts, calls, oldest } = await store.look(async ({ outbox }) => ({
    counts: await outbox.counts(),
    ...(await outbox.strain(month)),
  }))
  for (const state of STATES) meters.letters.set({ state }, counts[state] ?? 0)
  meters.oldestReady.set(Math.max(0, (at - (oldest ?? at)) / 1000))
  meters.callsThisMonth.set(calls)
}

async function problemsOf(
  office: Office,
  me: Known,
  watch: Watch,
  line: LongConnection | undefined,
): Promise<string[]> {
  const problems: string[] = []
  const ailing = watch.ailing()
  if (ailing) problems.push(`${AILMENTS[ailing.ailment]}，台账停止写入`)
  try {
    await office.store.look((store) => store.people.version())
  } catch {
    problems.push('数据库不可用')
  }
  const ticked = (await office.meters.tickAge.get()).values[0]?.value ?? 0
  if (office.now() / 1000 - ticked > TICK_AGE) problems.push('时钟任务停滞')
  if (!me.known()) {
    problems.push('连不上飞书平台')
    // Asked anew, since no event may come to ask while a balancer keeps them away.
    void me.ask()
  }
  if (line && !line.state().connected) problems.push('长连接未连上')
  return problems
}
