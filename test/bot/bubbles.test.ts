import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import { type Outgoing, type Sent, Undelivered } from '../../src/bot/message.ts'
import { bubblesUnder } from '../../src/views/bubbles.ts'
import { openWorld, personNamed, type World, wordsOf } from '../world.ts'

let ids = 0

/** A call that hung bubbles under a message, as the platform got it. */
interface Hung {
  status: number
  message: string
  says: string[]
}

const hung = (world: World): Hung[] =>
  world.ground.street
    .calls()
    .filter((one) => one.title.includes('推送跟随气泡'))
    .map(({ status, request }) => {
      const { path, body } = request as {
        path: string
        body: { follow_ups: { content: string }[] }
      }
      const message = /messages\/([^/]+)\//.exec(path)?.[1] ?? ''
      return { status, message, says: body.follow_ups.map((one) => one.content) }
    })

const newestOf = (world: World, who: string) =>
  world.ground.street.messages(personNamed(who).openId).at(-1)!

const letters = (world: World) =>
  world.ground.bot.office.store.look((store) => store.outbox.counts())

describe('bubbles under an answer in private', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送拨付进度 12月4日前', '督办工作群')
    await world.says('李娜', '签收并分办 1')
  })
  afterEach(() => world.close())

  test('a report answered in words offers what may come next, under that very answer', async () => {
    const before = hung(world).length
    expect(await world.says('王强', '报 1 已走访12家企业')).toContain('已记1号进展')
    expect(hung(world).slice(before)).toEqual([
      { status: 200, message: newestOf(world, '王强').id, says: ['待办', '查 1'] },
    ])
  })

  test('every bubble is a sentence that is understood when it is tapped', async () => {
    await world.says('王强', '报 1 已走访12家企业')
    const { says } = hung(world).at(-1)!
    for (const sentence of says) {
      const answer = await world.says('王强', sentence)
      expect(answer).not.toBe('')
      expect(answer).not.toMatch(/没有听懂|E-/)
    }
  })

  test('撤销 is offered where the answer says that it may be said, and takes it back', async () => {
    await world.says('陈静', '查 1')
    const before = hung(world).length
    expect(await world.says('陈静', '改 1 标题 报送十一月拨付进度')).toContain('可说“撤销”')
    expect(
      hung(world)
        .slice(before)
        .map((one) => one.says),
    ).toEqual([['待办', '查 1', '撤销']])
    await world.says('陈静', '撤销')
    expect((await world.matter(1)).title).toBe('报送拨付进度')
    expect(hung(world).at(-1)?.says).not.toContain('撤销')
  })

  test('who may no longer see the matter is not offered it', () => {
    expect(bubblesUnder(['已转办。10分钟内可说“撤销”。'], undefined)).toEqual(['撤销'])
    expect(bubblesUnder(['已记1号进展。'], undefined)).toEqual([])
  })

  test('cards have their buttons, refusals their tries, and groups nothing', async () => {
    const before = hung(world).length
    await world.says('王强', '待办')
    await world.says('王强', '查 1')
    await world.says('王强', '报 99 已完成')
    await world.says('王强', '销号 1')
    await world.says('王强', '没有这句话')
    await world.says('李娜', '报 1 已走访12家企业', '督办工作群')
    await world.says('陈静', '改 1 标题 报送进度', '督办工作群')
    await world.says('陈静', '交办 @王强 再报一次 12月4日前')
    expect(hung(world).slice(before)).toEqual([])
  })

  test('a platform without bubbles is asked once: the answer stands, nothing is alarmed', async () => {
    world.ground.street.fault('no-bubbles', -1)
    const admins = () => world.ground.street.messages(personNamed('maxiaodong').openId).map(wordsOf)
    const before = { hung: hung(world).length, letters: await letters(world), told: admins() }
    expect(await world.says('王强', '报 1 已走访12家企业')).toContain('已记1号进展')
    await world.turnsTo('2026-11-23 09:30')
    expect(hung(world).slice(before.hung)).toHaveLength(1)
    expect(hung(world).at(-1)?.status).not.toBe(200)
    expect(admins()).toEqual(before.told)
    const after = await letters(world)
    expect(after.cancelled).toBe((before.letters.cancelled ?? 0) + 1)
    expect(after.dead ?? 0).toBe(before.letters.dead ?? 0)
    expect(await world.says('王强', '报 1 已走访15家企业')).toContain('已记1号进展')
  })

  test('bubbles that fail, whatever the reason, are not tried again and hold up no answer', async () => {
    const { office, hear } = world.ground.bot
    office.nudge = () => {}
    const reasons = ['later', 'unknown', 'content', 'expired', 'setup', 'gone'] as const
    const tried: string[] = []
    const answered: string[] = []
    let reason: Undelivered['reason'] = 'later'
    const platform = async (out: Outgoing): Promise<Sent> => {
      if (out.kind === 'follow-up') {
        tried.push(reason)
        throw new Undelivered(reason, 'x')
      }
      const words = JSON.stringify(out)
      if (out.kind === 'send' && words.includes('已记1号进展')) answered.push(reason)
      return { message: `om_${++ids}` }
    }
    const post = deliverer(office, platform, hear, 'test')
    for (reason of reasons) {
      await hear({
        kind: 'said',
        key: `msg:bubbles-${reason}`,
        at: world.ground.clock.now(),
        sender: { openId: personNamed('王强').openId, tenant: 'tenant_practice' },
        chat: { kind: 'private' },
        parents: [],
        text: `报 1 已走访${++ids}家企业`,
        mentions: [],
        addressed: true,
      })
      await post.deliver()
    }
    world.ground.clock.set(world.ground.clock.now() + 300_000)
    await post.deliver()
    expect(tried).toEqual(reasons)
    expect(answered).toEqual(reasons)
    expect((await letters(world)).dead ?? 0).toBe(0)
  })
})
