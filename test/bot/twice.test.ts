import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practiceApp } from '../../src/practice.ts'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

/** One step of the office's day as the platform would push it: who said or tapped what, when. */
interface Step {
  who: string
  say: string
  /** A tap on a card rather than a typed sentence. */
  tap?: boolean
}

/** Two matters that have nothing to do with each other, step by step. */
const first: Step[] = [
  { who: '李娜', say: '签收 1' },
  { who: '李娜', say: '分办 1 王强 先摸底' },
  { who: '王强', say: '报 1 已走访12家企业，完成60%' },
  { who: '王强', say: '报 1 已形成初稿', tap: true },
  { who: '李娜', say: '办结 1 方案已报送', tap: true },
  { who: '陈静', say: '同意 1 优秀', tap: true },
  { who: '陈静', say: '销号 1', tap: true },
]
const second: Step[] = [
  { who: '周志刚', say: '签收 2', tap: true },
  { who: '周志刚', say: '分办 2 刘洋' },
  { who: '刘洋', say: '延期 2 到12月11日 等省厅批复', tap: true },
  { who: '周志刚', say: '同意 2 延期' },
]

describe('what the platform delivers twice, late or out of order', () => {
  test('every event delivered twice, its copy anywhere later and half under a new event id, gives the same ledger', async () => {
    const plain = await ledgerAfter((steps) => steps.map((step) => ({ ...step, copy: 0 })))
    expect(plain.one).toMatchObject({ status: 'closed_out', percent: 60, grade: '优秀' })
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const shuffled = await ledgerAfter((steps) => withCopies(steps, seed))
        expect(shuffled).toEqual(plain)
      }),
      { numRuns: process.env.DUBAN_PROVE ? 30 : 3 },
    )
  }, 120_000)

  test('a sentence that comes hours late, after a newer change, asks instead of overwriting', async () => {
    const world = await prepared()
    try {
      await world.says('李娜', '签收 1')
      await world.says('李娜', '分办 1 王强')
      const said = Date.parse('2026-11-23T09:30:00+08:00')
      await world.turnsTo('2026-11-23 10:00')
      await world.says('李娜', '分办 1 @王强 请加快')
      await world.turnsTo('2026-11-23 14:30')
      const { openId } = personNamed('李娜')
      const event = sealed(saidEvent('om_late', openId, '办结 1 已办妥', said), world)
      expect((await world.ground.street.pushRaw(event.body, event.headers)).status).toBe(200)
      await world.ground.bot.settled()
      expect((await world.matter(1)).status).toBe('in_progress')
      expect(world.received('李娜').join()).toContain('这句话是 09:30 说的，之后1号已有新的变动')
      await world.taps('李娜', '仍要办理')
      expect((await world.matter(1)).status).toBe('close_requested')
    } finally {
      await world.close()
    }
  })
})

async function prepared(): Promise<World> {
  const world = await openWorld()
  await world.says('陈静', '交办 金融科 报送拨付进度 12月4日前')
  await world.says('陈静', '交办 办公室 修订公文处理办法 12月4日前')
  return world
}

type Sent = Step & { copy: number }

async function ledgerAfter(
  arrange: (steps: (Step & { id: number })[]) => (Sent & { id: number })[],
) {
  const world = await prepared()
  try {
    const at = world.ground.clock.now()
    const numbered = [...first, ...second].map((step, id) => ({ ...step, id }))
    for (const step of arrange(numbered)) {
      const { openId } = personNamed(step.who)
      const event = step.tap
        ? tappedEvent(step, openId, at + step.id)
        : saidEvent(`om_step_${step.id}`, openId, step.say, at + step.id, step.copy)
      const { body, headers } = sealed(event, world)
      const { status } = await world.ground.street.pushRaw(body, headers)
      expect(status).toBe(200)
    }
    await world.ground.bot.settled()
    const lines = async (id: number) =>
      world.ground.bot.office.store.look(async (store) =>
        (await store.journal.of(`matter:${id}`)).map(({ verb, text, actor }) => [
          verb,
          text,
          actor,
        ]),
      )
    const bare = async (id: number) => {
      const {
        head: _,
        changed: __,
        report,
        closing,
        created: ___,
        closed,
        ...rest
      } = await world.matter(id)
      return {
        ...rest,
        report: report?.text,
        closing: closing?.text,
        closed: closed !== null,
        extension: null,
      }
    }
    return { one: await bare(1), two: await bare(2), lines: [await lines(1), await lines(2)] }
  } finally {
    await world.close()
  }
}

/** The two stories interleaved by chance, each in its own order; every copy somewhere after its first. */
function withCopies(steps: (Step & { id: number })[], seed: number): (Sent & { id: number })[] {
  let state = seed | 0
  const chance = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return Math.abs(state) % below
  }
  const queues = [
    steps.filter((s) => s.id < first.length),
    steps.filter((s) => s.id >= first.length),
  ]
  const order: (Sent & { id: number })[] = []
  while (queues.some((queue) => queue.length > 0)) {
    const open = queues.filter((queue) => queue.length > 0)
    const step = open[chance(open.length)]!.shift()!
    order.push({ ...step, copy: 0 })
  }
  for (const step of [...order]) {
    const after = order.findIndex((one) => one.id === step.id) + 1
    order.splice(after + chance(order.length - after + 1), 0, { ...step, copy: 1 })
  }
  return order
}

function saidEvent(message: string, openId: string, text: string, at: number, copy = 0) {
  return {
    schema: '2.0',
    header: {
      // The same message may come under another event id: what counts is the message.
      event_id: `ev_${message}_${copy}`,
      event_type: 'im.message.receive_v1',
      create_time: String(at),
      token: practiceApp.verificationToken,
      app_id: practiceApp.id,
      tenant_key: practiceApp.tenant,
    },
    event: {
      sender: {
        sender_id: { open_id: openId },
        sender_type: 'user',
        tenant_key: practiceApp.tenant,
      },
      message: {
        message_id: message,
        create_time: String(at),
        chat_id: `oc_private_${openId}`,
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text }),
      },
    },
  }
}

function tappedEvent(step: Step & { id: number }, openId: string, at: number) {
  return {
    schema: '2.0',
    header: {
      event_id: `ev_tap_${step.id}`,
      event_type: 'card.action.trigger',
      create_time: String(at * 1000),
      token: practiceApp.verificationToken,
      app_id: practiceApp.id,
      tenant_key: practiceApp.tenant,
    },
    event: {
      operator: { tenant_key: practiceApp.tenant, open_id: openId },
      token: 'c-token',
      action: { value: { say: step.say }, tag: 'button' },
      host: 'im_message',
      context: { open_message_id: 'om_some_card', open_chat_id: chatNamed('督办工作群') },
    },
  }
}

/** The event as the platform sends it: encrypted, and signed over the raw bytes. */
function sealed(event: unknown, world: World) {
  const key = createHash('sha256').update(practiceApp.encryptKey).digest()
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const inner = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()])
  const body = Buffer.from(`{ "encrypt": "${inner.toString('base64')}" }`)
  const timestamp = String(Math.floor(world.ground.clock.now() / 1000))
  const signature = createHash('sha256')
    .update(timestamp + 'nonce' + practiceApp.encryptKey)
    .update(body)
    .digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce',
    'x-lark-signature': signature,
  }
  return { body, headers }
}
