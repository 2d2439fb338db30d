/** A fan-out and those who ask meanwhile: nobody waits behind letters to others (performance.md 3). */
import { expect, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import { APP_PACE, type Outgoing, type Sent, Undelivered } from '../../src/bot/message.ts'
import { uuidOf } from '../../src/bot/outgoing.ts'
import { openWorld, personNamed, type World } from '../world.ts'

const READERS = 40

/** An office whose own post stands still, with a page for everybody of its ledger due now. */
async function fanOut(
  send: (out: Outgoing, world: World) => Promise<Sent>,
  wake = (_: number) => {},
) {
  const world = await openWorld()
  const { bot, clock } = world.ground
  const { office } = bot
  office.nudge = () => {}
  await office.store.turn(async ({ outbox }) => {
    for (let n = 1; n <= READERS; n++)
      await outbox.put(
        {
          ...{ key: `page:${n}`, turn: 'page', n, kind: 'send', place: `p:${n}` },
          ...{ body: { content: { lines: ['今日待办'] } }, matter: null, rev: null },
          ...{ class: 'scheduled', nextTry: clock.now() },
        },
        clock.now(),
      )
  })
  const post = deliverer(office, (out) => send(out, world), bot.hear, 'test', undefined, wake)
  const asks = (key: string) =>
    bot.hear({
      kind: 'said',
      key,
      at: clock.now(),
      sender: { openId: personNamed('赵敏').openId, tenant: 'tenant_practice' },
      chat: { kind: 'private' },
      parents: [],
      text: '帮助 报',
      mentions: [],
      addressed: true,
    })
  return { world, post, asks, clock }
}

const uuid = (out: Outgoing) => ('uuid' in out ? out.uuid : '')
const pages = new Set(Array.from({ length: READERS }, (_, n) => uuidOf(`page:${n + 1}`)))

test('an answer is on its way while those before it still wait for the platform', async () => {
  const order: string[] = []
  let release: (() => void)[] = []
  const { world, post, asks } = await fanOut(async (out) => {
    const isPage = pages.has(uuid(out))
    if (isPage) await new Promise<void>((done) => release.push(done))
    order.push(isPage ? 'page' : 'answer')
    return { message: `om_${order.length}` }
  })
  try {
    const running = post.deliver()
    await expect.poll(() => release.length).toBeGreaterThan(0)
    await asks('msg:fan-out')
    const meanwhile = post.deliver()
    await expect.poll(() => order).toEqual(['answer'])
    let gone = false
    void Promise.all([running, meanwhile]).then(() => {
      gone = true
    })
    while (!gone) {
      for (const go of release.splice(0)) go()
      await new Promise((done) => setImmediate(done))
    }
    expect(order.filter((one) => one === 'page')).toHaveLength(READERS)
    expect(order.filter((one) => one === 'answer')).toHaveLength(1)
  } finally {
    release = []
    await world.close()
  }
})

test('whoever waits for the post waits for the answer that another call took up meanwhile too', async () => {
  let asked = false
  let sent = 0
  let answered = false
  let letGo: (() => void) | undefined
  const { world, post, asks } = await fanOut(async (out) => {
    if (pages.has(uuid(out))) {
      sent += 1
      if (!asked) {
        asked = true
        await asks('msg:meanwhile')
        void post.deliver()
      }
    } else {
      await new Promise<void>((done) => {
        letGo = done
      })
      answered = true
    }
    return { message: `om_${uuid(out)}` }
  })
  try {
    const done = post.deliver().then(() => answered)
    await expect.poll(() => letGo !== undefined && sent === READERS).toBe(true)
    for (let turn = 0; turn < 200; turn++) await new Promise((next) => setImmediate(next))
    letGo?.()
    expect(await done).toBe(true)
  } finally {
    await world.close()
  }
})

test('while the app’s minute is used up nothing is taken up but answers, no try is counted, and the post wakes in time', async () => {
  let room = 5
  const tried: string[] = []
  const woken: number[] = []
  const { world, post, asks, clock } = await fanOut(
    async (out) => {
      tried.push(uuid(out))
      if (pages.has(uuid(out)) && room-- <= 0) throw new Undelivered('later', APP_PACE, 40_000)
      return { message: `om_${tried.length}` }
    },
    (ms) => woken.push(ms),
  )
  const { store } = world.ground.bot.office
  try {
    expect(await post.deliver()).toBe(false)
    expect(woken).toEqual([40_000])
    const before = tried.length
    await asks('msg:used-up')
    expect(await post.deliver()).toBe(false)
    expect(tried).toHaveLength(before + 1)
    const { ready, leased = 0, sent } = await store.look(({ outbox }) => outbox.counts())
    expect({ ready, leased, sent }).toEqual({ ready: READERS - 5, leased: 0, sent: 6 })
    room = READERS
    clock.set(clock.now() + 40_000)
    expect(await post.deliver()).toBe(true)
    expect(await store.look(({ outbox }) => outbox.counts())).toEqual({ sent: READERS + 1 })
    const letters = await store.look(({ outbox }) => outbox.ofTurn('page'))
    expect(letters.map(({ attempts }) => attempts)).toEqual(Array(READERS).fill(1))
  } finally {
    await world.close()
  }
})
