/** The door on the street: the real webhook, API and long connection against the pretend platform. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterEach } from 'vitest'
import type { Heard, Incoming, Send } from '../../src/bot/message.ts'
import { type Api, openApi } from '../../src/feishu/api.ts'
import { openPace } from '../../src/feishu/pace.ts'
import { openSend, rateOf } from '../../src/feishu/send.ts'
import { webhook } from '../../src/feishu/webhook.ts'
import { turnableClock } from '../../src/sandbox/clock.ts'
import { openStreet, type Street } from '../../src/sandbox/street.ts'

export const APP = {
  id: 'cli_00112233aabbccdd',
  secret: 'a-secret',
  encryptKey: 'a-key',
  verificationToken: 'a-token',
  tenant: 'tenant_a',
}
export const WANG = 'ou_wang0000000000000000000000000001'
export const LI = 'ou_li000000000000000000000000000002'
export const GROUP = 'oc_group000000000000000000000000001'
const MORNING = Date.UTC(2026, 5, 1, 2)

/** A street with two people and a group, and the door to it. */
export interface Meeting {
  street: Street
  api: Api
  send: Send
  heard: Incoming[]
  /** What the next things heard are answered with. */
  answer: { now: Heard | Error }
  /** Passes this much of the time the platform's limits go by. */
  beat(ms: number): void
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Opens the street; with `socket` nothing is pushed to a webhook, `paceClock` is what the platform's limits go by. */
export async function meet({
  socket = false,
  paceClock,
}: {
  socket?: boolean
  paceClock?: () => number
} = {}): Promise<Meeting> {
  const clock = turnableClock(() => 0, MORNING)
  const heard: Incoming[] = []
  const answer: Meeting['answer'] = { now: { outcome: 'acted' } }
  let paced = 0
  const bot = { openId: '' }
  const app = webhook({
    encryptKey: APP.encryptKey,
    verificationToken: APP.verificationToken,
    appId: APP.id,
    wire: () => ({ bot: bot.openId, tenant: APP.tenant }),
    now: () => clock.now(),
    hear: async (incoming) => {
      heard.push(incoming)
      if (answer.now instanceof Error) throw answer.now
      return answer.now
    },
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server.once('listening', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu`
  const street = await openStreet({
    app: APP,
    clock,
    ...(socket ? {} : { push: { events: `${address}/events`, cards: `${address}/cards` } }),
    paceClock: paceClock ?? (() => paced),
    patience: 2000,
    holding: { slow: 1, lost: 1 },
    rhythm: { pingInterval: 1, reconnectInterval: 0.05, reconnectNonce: 0 },
  })
  bot.openId = street.bot.openId
  open.push(
    () => new Promise((done) => server.close(() => done())),
    () => street.close(),
  )
  street.addPerson({ openId: WANG, unionId: 'on_wang', name: '王强', mobile: '13800000001' })
  street.addPerson({ openId: LI, name: '李静', mobile: '13800000002' })
  street.addChat({ id: GROUP, name: '专班群', members: [WANG, LI] })
  const api = openApi({
    domain: street.url,
    appId: APP.id,
    appSecret: APP.secret,
    now: () => clock.now(),
    log: () => {},
  })
  const pace = openPace({ now: () => performance.now(), rate: rateOf })
  const beat = (ms: number) => {
    paced += ms
  }
  return { street, api, send: openSend(api, pace), heard, answer, beat }
}

/** A good card with one button. */
export function card(title = '事项 12') {
  return {
    schema: '2.0' as const,
    config: { update_multi: true as const },
    header: { title: { tag: 'plain_text' as const, content: title } },
    body: {
      elements: [
        { tag: 'div' as const, text: { tag: 'plain_text' as const, content: '请于周五前反馈。' } },
        {
          tag: 'button' as const,
          text: { tag: 'plain_text' as const, content: '签收' },
          behaviors: [{ type: 'callback' as const, value: { say: '签收 12', rev: 1 } }],
        },
      ],
    },
  }
}
