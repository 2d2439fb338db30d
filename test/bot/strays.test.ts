/** What may not have arrived ends by its keeper's word: sent once more, there already, or needed no more. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { officeFindings } from '../../src/admin/doctor/office.ts'
import { deliverer } from '../../src/bot/deliver.ts'
import { Undelivered } from '../../src/bot/message.ts'
import { groupPlace, privatePlace } from '../../src/bot/place.ts'
import type { Card } from '../../src/card/types.ts'
import { practiceApp } from '../../src/practice.ts'
import type { Bound } from '../../src/store/store.ts'
import { pushTap } from '../push.ts'
import { engines } from '../store/stores.ts'
import { cardWords, chatNamed, openWorld, personNamed, type World } from '../world.ts'

const KEEPER = '马晓东'
const GROUP = '金融科工作群'
const LEFT = '宋婉清'
/** Whose message nobody knows the end of; and those that the platform refused. */
const doubted = ['王强', '赵敏', '李娜', '刘洋', '杜建华', '江晓辉']
const refused = [LEFT, GROUP]

describe.each(engines)('a message astray, on %s', (engine) => {
  let world: World
  const tried: string[] = []
  beforeAll(async () => {
    world = await openWorld({ engine, pgUrl: inject('pgUrl') })
    await world.says(KEEPER, '每日条数 20')
    await world.says(KEEPER, `登记离任 @${LEFT}`)
    for (const name of [...doubted, ...refused]) await post(name)
    await post(GROUP, '又一份')
    const { bot, clock } = world.ground
    const silent = deliverer(
      bot.office,
      async (out) => {
        const said = JSON.stringify(out)
        // What else lies in the box keeps its turn, untried.
        if (!said.includes('请查收')) throw new Undelivered('later', 'pace', 1)
        if ('uuid' in out) tried.push(out.uuid)
        throw new Undelivered(said.includes(GROUP) ? 'gone' : 'unknown', 'timeout')
      },
      bot.hear,
      'silent',
    )
    await silent.deliver()
    // The platform knows a message by its uuid for an hour; after 50 minutes it is not tried again.
    clock.set(clock.now() + 51 * 60_000)
    await silent.deliver()
    clock.set(clock.now() + 1000)
    await bot.settled()
  }, 120_000)
  afterAll(() => world.close())

  const look = <T>(work: (bound: Bound) => Promise<T>) => world.ground.bot.office.store.look(work)

  async function placeOf(name: string): Promise<string> {
    if (name === GROUP) return groupPlace(chatNamed(GROUP))
    const { openId } = personNamed(name)
    const { people } = await look((bound) => bound.people.directory())
    return privatePlace([...people.values()].find((one) => one.openId === openId)!.id)
  }

  async function post(name: string, what = name, ofClass: 'notice' | 'answer' = 'notice') {
    const place = await placeOf(name)
    const now = world.ground.clock.now()
    const body = { content: { lines: [`请查收${name}`] } }
    const letter = { key: what, turn: what, n: 1, kind: 'send', place, body } as const
    await world.ground.bot.office.store.turn(({ outbox }) =>
      outbox.put({ ...letter, matter: null, rev: null, class: ofClass, nextTry: now }, now),
    )
  }

  const letterOf = (key: string) => look(({ strays }) => strays.standing(key))
  const numberOf = async (key: string) =>
    (await look(({ strays }) => strays.open(20))).strays.find((one) => one.letter === key)!.id

  /** The newest card in somebody's chat that says these words. */
  const cardOf = (who: string, words: string) =>
    world.ground.street
      .cards(personNamed(who).openId)
      .map(({ message, card }) => ({ message, words: cardWords(card as Card) }))
      .reverse()
      .find((one) => one.words.includes(words))!

  /** The keeper taps the card about somebody's message; his client may still show an older one. */
  async function taps(name: string, say: string) {
    const { message } = cardOf(KEEPER, `发给${name}的消息`)
    const tap = { tag: 'button', value: { say }, stale: true }
    const { answer } = await world.ground.street.tap(personNamed(KEEPER).openId, message, tap)
    await world.ground.bot.settled()
    const { toast, card } = answer as { toast: { content: string }; card?: { data: Card } }
    return { toast: toast.content, card: card ? cardWords(card.data) : '' }
  }

  test('is sent once more: known to the platform as another, kept as the same, seen once', async () => {
    const id = await numberOf('王强')
    const { words } = cardOf(KEEPER, '发给王强的消息')
    expect(words).toContain(`第${id}条 · 发给王强的消息不能确定是否送达（timeout）`)
    expect(words).toMatch(/\[重发\]\n\[已送达\]/)
    expect(words).not.toContain('请查收')
    expect(tried).toHaveLength(new Set(tried).size + doubted.length)
    world.received('王强')
    const { toast, card } = await taps('王强', `重发 ${id}`)
    expect(toast).toContain('即将重发')
    expect(card).toMatch(/马晓东.*定为重发/)
    expect(card).not.toContain('[重发]')
    expect(world.received('王强')).toEqual(['请查收王强'])
    expect(await letterOf('王强')).toMatchObject({ state: 'sent', attempts: 1, spent: 2 })
  })

  test('is not sent twice by a keeper who taps an old copy of the card, or types it again', async () => {
    const id = await numberOf('赵敏')
    world.received('赵敏')
    await taps('赵敏', `重发 ${id}`)
    const { toast, card } = await taps('赵敏', `重发 ${id}`)
    expect(toast).toMatch(/已由马晓东.*定为重发/)
    expect(card).not.toContain('[重发]')
    expect((await taps('赵敏', `已送达 ${id}`)).toast).toMatch(/已由马晓东.*定为重发/)
    expect(await world.says(KEEPER, `重发 ${id}`)).toMatch(/已由马晓东.*定为重发/)
    expect(world.received('赵敏')).toEqual(['请查收赵敏'])
  })

  test('that was found in the chat counts as sent, with the reason; doctor and figures follow', async () => {
    const { store } = world.ground.bot.office
    const doctor = async () =>
      (await officeFindings(store, world.ground.clock.now())).find((one) => one.what === '投递')
    const { unknown = 0 } = await look(({ outbox }) => outbox.counts())
    expect((await doctor())?.say).toContain(`不能确定是否送达${unknown}条`)
    world.received('李娜')
    const id = await numberOf('李娜')
    expect((await taps('李娜', `已送达 ${id}`)).toast).toContain('记为已送达')
    expect((await doctor())?.say).toContain(`不能确定是否送达${unknown - 1}条`)
    const letter = await letterOf('李娜')
    expect(letter).toMatchObject({ state: 'sent', reason: expect.stringMatching(/马晓东.*已送达/) })
    expect(world.received('李娜')).toEqual([])
  })

  test('is nobody’s to decide on but its keeper’s, by tap or by sentence', async () => {
    const id = await numberOf('刘洋')
    const { message } = cardOf(KEEPER, '发给刘洋的消息')
    const before = await letterOf('刘洋')
    for (const who of ['陈静', '刘洋', '李明远']) {
      const { openId } = personNamed(who)
      for (const say of [`重发 ${id}`, `已送达 ${id}`, `不再发送 ${id}`]) {
        const tapped = await pushTap(world, { openId, tenant: practiceApp.tenant }, message, {
          say,
        })
        expect(JSON.stringify(tapped)).toContain('由管理员使用')
        expect(await world.says(who, say)).toContain('由管理员使用')
      }
      expect(await world.says(who, '未送达')).toContain('由管理员使用')
    }
    expect(await letterOf('刘洋')).toEqual(before)
  })

  test('that the platform refused is sent again or dropped, and cannot be said to be there', async () => {
    const [one, other] = [await numberOf(GROUP), await numberOf('又一份')]
    const { words } = cardOf(KEEPER, `第${other}条`)
    expect(words).toContain(`第${one}条 · 发到“${GROUP}”群的消息未送达：收件人不可达`)
    expect(words.match(/\[重发\]\n\[不再发送\]/g)).toHaveLength(2)
    expect(await world.says(KEEPER, `已送达 ${one}`)).toContain('平台没有收下')
    world.inGroup(GROUP)
    expect(await world.says(KEEPER, `重发${one}`)).toContain('即将重发')
    expect(world.inGroup(GROUP)).toEqual([`请查收${GROUP}`])
    expect(await world.says(KEEPER, `不再发送 第${other}条`)).toContain('不再发送。10分钟内')
    expect(await letterOf('又一份')).toMatchObject({ state: 'cancelled' })
    expect(cardOf(KEEPER, `第${other}条`).words).toMatch(/定为重发.*定为不再发送/s)
  })

  test('to one who cannot be reached is the 督查室’s affair: no such buttons, and no second try', async () => {
    const id = await numberOf(LEFT)
    const { words } = cardOf('陈静', `发给${LEFT}的消息未送达`)
    expect(words).toContain('请另行告知本人')
    expect(words).not.toMatch(/\[重发\]|\[不再发送\]/)
    expect(await world.says(KEEPER, `重发 ${id}`)).toContain('仍不在册')
    expect((await letterOf(LEFT))?.state).toBe('dead')
    await world.says(KEEPER, `不再发送 ${id}`)
    expect(cardOf('陈静', `发给${LEFT}的消息未送达`).words).toContain('定为不再发送')
  })

  test('that ended by itself meanwhile needs no word any more', async () => {
    const id = await numberOf('杜建华')
    await world.ground.bot.office.store.turn(async ({ strays }) => {
      const stands = (await strays.standing('杜建华'))!
      await strays.restand('杜建华', stands, { ...stands, state: 'sent' })
    })
    expect((await taps('杜建华', `重发 ${id}`)).toast).toBe(`第${id}条已自行送达，不用处理。`)
    expect(world.received('杜建华').join()).not.toContain('请查收')
    expect(await world.says(KEEPER, '未送达')).not.toContain('杜建华')
    expect(await world.says(KEEPER, '重发 77')).toContain('没有第77条未送达的消息')
  })

  test('stands again as it stood when the word is taken back, which is possible until it has gone out', async () => {
    const id = await numberOf('江晓辉')
    const before = await letterOf('江晓辉')
    await world.says(KEEPER, `已送达 ${id}`)
    expect(await world.says(KEEPER, '撤销')).toContain('已撤销：已送达')
    expect(await letterOf('江晓辉')).toEqual(before)
    expect(cardOf(KEEPER, '发给江晓辉的消息').words).toContain('[重发]')
    world.ground.clock.set(Date.parse('2026-11-23T20:00:00+08:00'))
    expect(await world.says(KEEPER, `重发 ${id}`)).toMatch(/将于.*11月24日.*重发/)
    expect(await world.says(KEEPER, '撤销')).toContain('已撤销：重发')
    expect(await letterOf('江晓辉')).toEqual(before)
    world.ground.clock.set(Date.parse('2026-11-24T10:10:00+08:00'))
    await world.ground.bot.settled()
    world.received('江晓辉')
    await world.says(KEEPER, `重发 ${id}`)
    expect(await world.says(KEEPER, '撤销')).toContain('已经重发，不能撤销')
    expect(world.received('江晓辉')).toEqual(['请查收江晓辉'])
  })

  test('from a restored ledger gets its number when the keeper asks', async () => {
    world.ground.bot.office.nudge = () => {}
    await post('李娜', '旧件', 'answer')
    await world.ground.bot.office.store.turn(({ outbox }) =>
      outbox.hold('恢复备份', world.ground.clock.now()),
    )
    expect(await world.says(KEEPER, '未送达')).toContain('不能确定是否送达（恢复备份）')
    world.received('李娜')
    await world.says(KEEPER, `重发 ${await numberOf('旧件')}`)
    expect(world.received('李娜')).toEqual(['请查收李娜'])
    expect(await world.says(KEEPER, '未送达')).not.toContain('恢复备份')
  })
})
