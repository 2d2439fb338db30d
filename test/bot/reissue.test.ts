import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardWords, chatNamed, openWorld, personNamed, type World } from '../world.ts'

const GROUP = '督办工作群'
let world: World

beforeAll(async () => {
  world = await openWorld()
  world.ground.street.addMember(chatNamed(GROUP), personNamed('王强').openId)
  world.ground.street.addMember(chatNamed(GROUP), personNamed('郑国栋').openId)
  await world.says('陈静', '交办 @王强 摸排上市后备企业 12月30日前', GROUP)
  await world.says('李娜', '签收并分办 1')
})
afterAll(() => world.close())

const cards = (place: string) =>
  world.ground.street.cards(place).map(({ card }) => cardWords(card as never))

test('a card that nothing changes for thirteen days makes way for a fresh one', async () => {
  const chat = chatNamed(GROUP)
  const before = cards(chat).length
  await world.turnsTo('2026-12-03 09:10')
  expect(cards(chat).length).toBe(before)
  await world.turnsTo('2026-12-07 09:10')
  const now = cards(chat)
  expect(now.length).toBe(before + 1)
  expect(now[before - 1]).toContain('已有新的卡片')
  expect(now.at(-1)).toContain('[汇报]')
  expect(await world.taps('王强', '汇报', GROUP, { text: '已摸排8家' })).toContain('已记1号进展')
  expect(cards(chat).at(-1)).toContain('已摸排8家')
})

test('to whom nothing is left to do the old card tells where to look, and no message comes', async () => {
  const mine = cards(personNamed('李娜').openId).filter((one) => one.includes('摸排上市后备企业'))
  expect(mine.at(-1)).toMatch(/汇报|不再更新|已有新的卡片/)
  const living = await world.ground.bot.office.store.look((store) => store.messages.living(1))
  for (const one of living) expect(one.at).toBeGreaterThan(Date.parse('2026-11-27T00:00:00+08:00'))
})

test('a closed matter’s card stays as it is', async () => {
  await world.says('李娜', '办结 1 已报送')
  await world.says('陈静', '同意 1')
  await world.says('陈静', '销号 1')
  const chat = chatNamed(GROUP)
  const closed = cards(chat)
  expect(closed.at(-1)).not.toContain('已有新的卡片')
  await world.turnsTo('2026-12-31 09:10')
  expect(cards(chat).filter((one) => one.includes('摸排'))).toEqual(
    closed.filter((one) => one.includes('摸排')),
  )
})
