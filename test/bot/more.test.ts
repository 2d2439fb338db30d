import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardWords, chatNamed, openWorld, personNamed, type World } from '../world.ts'

const GROUP = '督办工作群'

describe('更多: the buttons that have no room among five', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    world.ground.street.addMember(chatNamed(GROUP), personNamed('王强').openId)
    world.ground.street.addMember(chatNamed(GROUP), personNamed('郑国栋').openId)
    await world.says('郑国栋', '交办 @王强 摸排上市后备企业 12月30日前', GROUP)
    await world.says('李娜', '签收并分办 1')
  })
  afterAll(() => world.close())

  const newest = (place: string) => {
    const cards = world.ground.street.cards(place)
    return cardWords(cards.at(-1)!.card as never)
  }
  const count = (words: string) => words.match(/^\[.+\]$/gm)?.length ?? 0

  test('a group’s card unfolds in its place what leaders say, and folds back', async () => {
    const chat = chatNamed(GROUP)
    const cards = world.ground.street.cards(chat).length
    expect(newest(chat)).toContain('[更多]')
    expect(newest(chat)).not.toContain('[批示]')
    await world.taps('郑国栋', '更多', GROUP)
    for (const label of ['批示', '催办', '为什么', '收起'])
      expect(newest(chat)).toContain(`[${label}]`)
    expect(count(newest(chat))).toBeLessThanOrEqual(5)
    await world.taps('郑国栋', '收起', GROUP)
    expect(newest(chat)).toContain('[汇报]')
    expect(world.ground.street.cards(chat).length).toBe(cards)
  })

  test('what is tapped there counts, for him whose word it is', async () => {
    await world.taps('王强', '更多', GROUP)
    expect(await world.taps('王强', '批示', GROUP, { text: '抓紧' })).toContain('局领导')
    expect((await world.matter(1)).instruction).toBeNull()
    expect(await world.taps('郑国栋', '批示', GROUP, { text: '请每周报一次' })).toContain(
      '已记1号批示',
    )
    expect((await world.matter(1)).instruction?.text).toBe('请每周报一次')
    // The change draws the card anew: folded.
    expect(newest(chatNamed(GROUP))).not.toContain('[收起]')
  })

  test('a card has five buttons at most, those of its form counted, whoever reads it', async () => {
    for (const who of ['郑国栋', '李明远', '陈静', '李娜', '王强']) {
      await world.says(who, '查 1')
      const place = personNamed(who).openId
      expect(count(newest(place)), who).toBeLessThanOrEqual(5)
      if (!newest(place).includes('[更多]')) continue
      await world.taps(who, '更多')
      expect(newest(place), who).toContain('[收起]')
      expect(count(newest(place)), who).toBeLessThanOrEqual(5)
    }
  })

  test('typed, or on a card that lives no longer, it shows the matter', async () => {
    expect(await world.says('王强', '更多 1')).toContain('摸排上市后备企业')
    expect(await world.says('赵敏', '更多 1')).toContain('不在您的知悉范围')
  })
})
