import { describe, expect, test } from 'vitest'
import { type Deliverer, deliverer } from '../../src/bot/deliver.ts'
import { type Outgoing, type Sent, Undelivered } from '../../src/bot/message.ts'
import { openTurn } from '../../src/bot/open-turn.ts'
import { openWorld, personNamed, type World } from '../world.ts'

/** A second post office of the same office, whose platform is the test's own. */
function postOf(world: World, send: (out: Outgoing) => Promise<Sent>): Deliverer {
  const { office } = world.ground.bot
  return deliverer(office, send, world.ground.bot.hear, 'test')
}

const words = (out: Outgoing) =>
  JSON.stringify('content' in out ? out.content : 'card' in out ? out.card : '')

/** The bot's own post is stopped; sentences are heard and nothing goes out. */
async function quietWorld(): Promise<World> {
  const world = await openWorld()
  await world.says('陈静', '交办 @王强 报送拨付进度 12月4日前')
  await world.says('李娜', '签收并分办 1')
  world.ground.bot.office.nudge = () => {}
  return world
}

let n = 0
let ids = 0
const hear = (world: World, who: string, text: string) =>
  world.ground.bot.hear({
    kind: 'said',
    key: `msg:post${++n}`,
    at: world.ground.clock.now(),
    sender: { openId: personNamed(who).openId, tenant: 'tenant_practice' },
    chat: { kind: 'private' },
    parents: [],
    text,
    mentions: [],
    addressed: true,
  })

const later = (world: World, seconds: number) =>
  world.ground.clock.set(world.ground.clock.now() + seconds * 1000)

describe('what goes out', () => {
  test('an edit that has to be tried again does not put an older state over a newer one', async () => {
    const world = await quietWorld()
    try {
      const shown: string[] = []
      let refuse = true
      const post = postOf(world, async (out) => {
        if (out.kind === 'patch' && refuse) throw new Undelivered('later', '230020', 5000)
        if (out.kind === 'patch') shown.push(words(out))
        return { message: `om_sent${++ids}` }
      })
      await hear(world, '王强', '报 1 旧进展')
      await post.deliver()
      refuse = false
      await hear(world, '王强', '报 1 新进展')
      await post.deliver()
      later(world, 30)
      await post.deliver()
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.some((one) => one.includes('旧进展'))).toBe(false)
      const counts = await world.ground.bot.office.store.look((store) => store.outbox.counts())
      expect(counts.cancelled).toBeGreaterThan(0)
    } finally {
      await world.close()
    }
  })

  test('letters of one moment keep their order, whichever turn wrote them', async () => {
    const world = await quietWorld()
    try {
      await world.ground.bot.settled()
      const { office } = world.ground.bot
      const write = (turn: string, words: string[]) =>
        office.store.turn(async (store) => {
          const { post } = await openTurn(office, store, { key: turn, way: '测试' })
          for (const word of words)
            await post({
              ...{ kind: 'send', place: 'g:oc_1', class: 'answer', key: word },
              body: { content: { lines: [word] } },
            })
        })
      await write('先', ['一', '二', '三'])
      await write('后', ['四'])
      const sent: string[] = []
      await postOf(world, async (out) => {
        sent.push(words(out))
        return { message: `om_${sent.length}` }
      }).deliver()
      expect(sent.join()).toMatch(/一.*二.*三.*四/)
    } finally {
      await world.close()
    }
  })

  test('letters to one place keep their order when the first has to be tried again', async () => {
    const world = await quietWorld()
    try {
      const sent: string[] = []
      let refuse = true
      const post = postOf(world, async (out) => {
        if (refuse) {
          refuse = false
          throw new Undelivered('later', '99991400')
        }
        sent.push(words(out))
        return { message: `om_sent${sent.length}` }
      })
      await hear(world, '赵敏', '帮助 报')
      await hear(world, '赵敏', '帮助 查')
      await post.deliver()
      expect(sent).toEqual([])
      later(world, 5)
      await post.deliver()
      expect(sent.map((one) => /"content":"([报查])"/.exec(one)?.[1])).toEqual(['报', '查'])
    } finally {
      await world.close()
    }
  })

  test('a slow place does not keep an answer elsewhere waiting for all that goes there', async () => {
    const world = await quietWorld()
    try {
      const slow = personNamed('赵敏').openId
      const order: string[] = []
      const post = postOf(world, async (out) => {
        const to = out.kind === 'send' && 'person' in out.to ? out.to.person : ''
        order.push(to === slow ? 'slow' : to === personNamed('刘洋').openId ? 'quick' : 'other')
        if (to === slow) later(world, 4)
        if (order.filter((one) => one === 'slow').length === 1 && to === slow)
          await hear(world, '刘洋', '帮助 查')
        return { message: `om_sent${++ids}` }
      })
      for (let i = 0; i < 6; i++) await hear(world, '赵敏', '帮助 报')
      await post.deliver()
      const told = order.filter((one) => one !== 'other')
      expect(told.filter((one) => one === 'slow')).toHaveLength(6)
      expect(told.indexOf('quick')).toBeLessThan(4)
    } finally {
      await world.close()
    }
  })

  test('a letter whose lease ran out while those before it were slow is not sent by two', async () => {
    const world = await quietWorld()
    try {
      const sent: string[] = []
      const other = postOf(world, async (out) => {
        sent.push('uuid' in out ? out.uuid : '')
        return { message: `om_other${sent.length}` }
      })
      const slow = postOf(world, async (out) => {
        sent.push('uuid' in out ? out.uuid : '')
        later(world, 70)
        await other.deliver()
        return { message: `om_slow${sent.length}` }
      })
      await hear(world, '赵敏', '帮助 报')
      await hear(world, '赵敏', '帮助 查')
      await slow.deliver()
      const second = sent.filter((uuid, i) => sent.indexOf(uuid) !== i)
      // The first was already on the way when its lease ran out: the platform knows it by its uuid.
      expect(second).toHaveLength(1)
    } finally {
      await world.close()
    }
  })

  test('somebody who has left gets nothing any more, and the supervisors hear of it', async () => {
    const world = await quietWorld()
    try {
      const { store } = world.ground.bot.office
      await hear(world, '李娜', '分办 1 王强 请加快')
      await world.ground.bot.settled()
      world.received('王强')
      await store.turn(async (bound) => {
        const person = (await bound.people.directory()).named('王强')[0]!
        await bound.people.savePerson({ ...person, left: true })
      })
      await hear(world, '李娜', '延期 1 到12月11日 等批复')
      await hear(world, '陈静', '同意 1')
      await world.ground.bot.settled()
      expect(world.received('王强')).toEqual([])
      expect(world.received('陈静').join()).toContain('未送达')
    } finally {
      await world.close()
    }
  })

  test('what was sent is kept for a quarter and then forgotten; what waits is not', async () => {
    const world = await quietWorld()
    try {
      const count = () => world.ground.bot.office.store.look((store) => store.outbox.counts())
      await world.ground.bot.settled()
      expect((await count()).sent).toBeGreaterThan(0)
      const { store, calendar } = world.ground.bot.office
      const upkeep = world.ground.bot.office.registry.jobs.get('upkeep')!
      const runAt = async (now: number) =>
        store.turn(async (bound) => {
          const turn = { store: bound, now, calendar: calendar() } as Parameters<
            typeof upkeep.run
          >[0]
          await upkeep.run(turn, '', now)
        })
      const sent = (await count()).sent
      await runAt(world.ground.clock.now() + 80 * 86_400_000)
      expect((await count()).sent).toBe(sent)
      const ready = (await count()).ready
      await runAt(world.ground.clock.now() + 93 * 86_400_000)
      expect((await count()).sent ?? 0).toBe(0)
      expect((await count()).ready).toBe(ready)
    } finally {
      await world.close()
    }
  })
})
