/** 为什么 and 预览: every date and every message can be explained, and what is foreseen is what comes. */
import { afterEach, describe, expect, test } from 'vitest'
import { openWorld, type World, wordsOf } from '../world.ts'

let world: World
afterEach(() => world.close())

describe('为什么', () => {
  test('a matter’s date is told with the days counted, the holidays skipped and the reminders to come', async () => {
    world = await openWorld({ at: Date.parse('2022-01-25T09:10:00+08:00') })
    await world.says('陈静', '交办 @王强 报送进度 2月11日前')
    await world.says('李娜', '签收并分办 1')
    const said = await world.says('王强', '为什么 1')
    expect(said).toContain('规则：限期')
    expect(said).toContain('其间17天，其中工作日10天，跳过休息日7天')
    expect(said).toContain('春节放假：1月31日 周一至2月6日 周日')
    expect(said).toContain('调休上班：1月29日 周六、1月30日 周日')
    expect(said).toContain('2月10日 周四 09:07 办结前1个工作日：承办人王强，到时提醒')
    expect(said).toContain('办结逾期1个工作日：负责人李娜')
    await world.turnsTo('2022-02-10 10:00')
    expect(await world.says('王强', '为什么 1')).toContain('承办人王强，已提醒')
  })

  test('a date in a year without a notice says that it is a guess', async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 2027年3月10日前')
    expect(await world.says('陈静', '为什么 1')).toContain('放假安排尚未公布')
  })

  test('one’s own messages are explained by rule, by deed, and by what held them back', async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 11月24日前')
    await world.says('李娜', '签收并分办 1')
    await world.says('王强', '免打扰 12:00-14:00')
    await world.turnsTo('2026-11-24 10:00')
    const said = await world.says('王强', '为什么提醒我')
    expect(said).toContain('规则“限期”的提醒，“办结”的日期是 11月24日 周二 18:00')
    expect(said).toContain('李娜对1号“分办”')
    expect(said).toContain('您今天已有1条')
    expect(said).toContain('免打扰时段：每天12:00至14:00')
    expect(await world.says('顾天宇', '为什么提醒我')).toContain('没有主动发给您的消息')
  })

  test('another unit’s matter is not explained to one who may not know of it', async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 11月24日前')
    expect(await world.says('段晓慧', '为什么 1')).toContain('不在您的知悉范围')
  })
})

describe('预览', () => {
  test('what is foreseen for a week is what is sent in it, to the minute and the word', async () => {
    world = await openWorld({ story: true })
    const { bot, clock, street } = world.ground
    const { office } = bot
    const begin = clock.now()
    const until = begin + 7 * 86_400_000
    const ids = new Map<string, string>()
    const foreseen = await office.store.turn(async (store) => {
      for (const person of (await store.people.directory()).people.values())
        ids.set(person.openId ?? '', `p:${person.id}`)
      return office.foresee(office, store, until)
    })
    expect(foreseen.cut).toBe(false)
    expect(foreseen.sent.length).toBeGreaterThan(20)
    await world.ground.turnTo(until)
    const places = [...ids].concat(
      foreseen.sent.flatMap(({ place }) =>
        place.startsWith('g:') ? [[place.slice(2), place] as [string, string]] : [],
      ),
    )
    const came = [...new Map(places)].flatMap(([chat, place]) =>
      street
        .messages(chat)
        // A paper goes along with its card and is not told of by itself.
        .filter((one) => one.from === 'bot' && one.at > begin && one.type !== 'file')
        .map((one) => `${minuteSaid(one.at)} ${place} ${titleOf(one.content)}`),
    )
    const said = foreseen.sent.map(({ at, place, body }) => {
      const { content } = body as { content: { card?: unknown; lines?: string[] } }
      return `${minuteSaid(at)} ${place} ${titleOf(content.card ?? content.lines)}`
    })
    expect(came.sort()).toEqual(said.sort())
  }, 120_000)

  test('it leaves no trace', async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 11月26日前')
    await world.says('李娜', '签收并分办 1')
    const rows = () =>
      world.ground.bot.office.store.look(async (store) => ({
        planned: await store.occurrences.due(Number.MAX_SAFE_INTEGER, 1000),
        letters: await store.outbox.counts(),
        matter: await store.matters.get(1),
      }))
    const before = await rows()
    const said = await world.says('王强', '预览 7天')
    expect(said).toContain('今后7天您将收到的消息')
    expect(said).toContain('09:07 1号将于 明天 11月26日')
    const after = await rows()
    expect(after.planned).toEqual(before.planned)
    expect(after.matter).toEqual(before.matter)
    expect((after.letters.sent ?? 0) - (before.letters.sent ?? 0)).toBe(1)
    expect(after.letters.ready ?? 0).toBe(before.letters.ready ?? 0)
  })

  test('the keeper sees everybody’s, others only their own', async () => {
    world = await openWorld()
    await world.says('陈静', '交办 @王强 报送进度 11月26日前')
    await world.says('李娜', '签收并分办 1')
    expect(await world.says('马晓东', '预览 7天 全部')).toContain('王强：1号将于')
    expect(await world.says('李娜', '预览 全部')).toContain('由管理员使用')
    expect(await world.says('顾天宇', '预览')).toContain('今后7天没有要发的消息')
  })
})

const minuteSaid = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

/** The words on top, without light and count: cards are edited in place afterwards. */
function titleOf(content: unknown): string {
  const card = content as { header?: { title?: { content?: string } } }
  const words = () => wordsOf({ type: 'post', content } as never)
  const title = Array.isArray(content)
    ? content.join('\n')
    : (card.header?.title?.content ?? words())
  return title.replace(/^[🟢🟡🔴] |（\d+件）/gu, '').slice(0, 12)
}
