/** What the chat page asks for and does: /sandbox/… (protocol.ts). */
import { Hono } from 'hono'
import { isNode } from './card-tree.ts'
import { chatSeen } from './chats.ts'
import { messageSeen } from './posting.ts'
import type { Acts, Fault, Person, Push, State } from './protocol.ts'
import type { Manner } from './speaking.ts'
import type { Tap } from './tap.ts'
import type { Tapped } from './tapping.ts'
import type { World } from './world.ts'

const MESSAGES_SHOWN = 300
const TRACES_SHOWN = 300
const HEARTBEAT = 15_000

/** The doings the page can ask for. */
export interface Doings {
  say(as: string, chat: string, text: string, manner: Manner): Promise<object>
  tap(as: string, message: string, tap: Tap): Promise<Tapped>
  react(as: string, message: string, emoji: string): Promise<object>
  unreact(as: string, message: string, emoji: string): Promise<object>
  recall(as: string, message: string): Promise<object>
  menu(as: string, key: string): Promise<object>
  sendFile(as: string, chat: string, name: string, bytes: Uint8Array): Promise<object>
  turn(to: number): Promise<void>
  fault(kind: Fault['kind'], times: number): void
}

/** What the page offers to try, and the entries of the bot's menu. */
export type Suggestions = Pick<State, 'tries' | 'menu'>

/** State, stream, and one POST for each act; answers `{ok: true, …}` or `{ok: false, error}` in Chinese. */
export function pageApi(world: World, doings: Doings, suggestions: Suggestions): Hono {
  const app = new Hono()
  app.get('/state', (c) => c.json(stateOf(world, suggestions)))
  app.get('/stream', (c) => {
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
    return c.body(streamOf(world), 200, headers)
  })
  const act = <K extends keyof Acts>(name: K, run: (body: Acts[K]) => Promise<object>) =>
    app.post(`/${name}`, async (c) => {
      try {
        const body: unknown = await c.req.json()
        if (!isNode(body)) throw new Error('请求应为 JSON 对象')
        return c.json({ ok: true, ...(await run(body as unknown as Acts[K])) })
      } catch (error) {
        return c.json({ ok: false, error: (error as Error).message }, 400)
      }
    })
  act('say', ({ as, chat, text, replyTo, post }) =>
    doings.say(as, chat, text, { ...(replyTo ? { replyTo } : {}), ...(post ? { post } : {}) }),
  )
  act('tap', async ({ as, message, ...tap }) => {
    const { status, answer, error } = await doings.tap(as, message, tap)
    if (error !== undefined)
      throw new Error(/^\d+$/.test(error) ? `出错了，请稍后重试（错误码：${error}）` : error)
    return { status, ...(isNode(answer) && answer.toast ? { toast: answer.toast } : {}) }
  })
  act('react', ({ as, message, emoji, remove }) =>
    remove ? doings.unreact(as, message, emoji) : doings.react(as, message, emoji),
  )
  act('recall', ({ as, message }) => doings.recall(as, message))
  act('menu', ({ as, key }) => doings.menu(as, key))
  act('file', ({ as, chat, name, base64 }) =>
    doings.sendFile(as, chat, name, Buffer.from(base64, 'base64')),
  )
  act('clock', async ({ to }) => {
    if (!Number.isFinite(to) || to < world.clock.now()) throw new Error('时间只能向前拨')
    await doings.turn(to)
    return { now: world.clock.now() }
  })
  act('fault', async ({ kind, times }) => {
    doings.fault(kind, times)
    return {}
  })
  return app
}

/** Everything the page needs when it opens; of each chat the latest messages. */
function stateOf(world: World, { tries, menu }: Suggestions): State {
  const chats = world.chats.all().filter(({ dissolved }) => !dissolved)
  const messages = chats.flatMap(({ id }) => world.messages.of(id).slice(-MESSAGES_SHOWN))
  return {
    now: world.clock.now(),
    people: world.people.all().map(({ openId, name, title }): Person => ({ openId, name, title })),
    chats: chats.map(chatSeen),
    messages: messages.map(messageSeen),
    traces: world.inspector.list().slice(-TRACES_SHOWN),
    faults: world.faults.list(),
    tries,
    menu,
    bot: world.bot,
  }
}

/** Server-sent events, with a comment now and then so that a dead page is noticed. */
function streamOf(world: World): ReadableStream<Uint8Array> {
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(Buffer.from(text))
      const unlisten = world.stream.listen((push: Push) =>
        send(`data: ${JSON.stringify(push)}\n\n`),
      )
      const beat = setInterval(() => send(': \n\n'), HEARTBEAT)
      beat.unref()
      stop = () => {
        unlisten()
        clearInterval(beat)
      }
      send(': \n\n')
    },
    cancel: () => stop(),
  })
}
