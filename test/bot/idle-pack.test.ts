/** An agenda with nothing to discuss: no member is written to, the secretary decides. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardWords, onlyMeetings, openWorld, personNamed, type World } from '../world.ts'

const GROUP = '服务企业周例会群'
const SERIES = '服务企业周例会'

let world: World
beforeAll(async () => {
  world = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
  await onlyMeetings(world)
})
afterAll(() => world.close())

/** The draft of the meeting as the secretary's chat shows it now. */
const draft = (): string =>
  world.ground.street
    .cards(personNamed('刘洋').openId)
    .map(({ card }) => cardWords(card as never))
    .filter((words) => words.startsWith(SERIES))
    .at(-1) ?? ''

const whyNot = async (): Promise<string | null | undefined> => {
  const { store } = world.ground.bot.office
  const all = await store.look(async (bound) => {
    const series = (await bound.meetings.list()).find((one) => one.name === SERIES)!
    return bound.occurrences.all('agenda', `series:${series.id}`)
  })
  return all.filter((one) => one.state === 'skipped').at(-1)?.reason
}

test('at 17:10 it stays back with its reason; the draft says so and keeps its taps', async () => {
  await world.turnsTo('2026-11-27 16:15')
  expect(draft()).toContain('没有需要上会讨论的事项，17:10不自动发送')
  await world.turnsTo('2026-11-27 17:30')
  expect(world.inGroup(GROUP)).toEqual([])
  expect(await whyNot()).toBe('没有需要上会讨论的事项，议程未发送')
  expect(draft()).toContain('17:10没有发给参会人员')
  expect(draft()).toContain('[发送]')
  expect(draft()).toContain('[停开本次]')
  expect(await world.says('李娜', `议程 ${SERIES}`)).toContain('议程到时没有发送')
})

test('sent by a tap it goes all the same, and once', async () => {
  await world.taps('刘洋', '发送')
  await world.turnsTo('2026-11-27 17:40')
  const [card, ...more] = world.inGroup(GROUP)
  expect(card).toContain('第1次 议程')
  expect(more).toEqual([])
  await world.turnsTo('2026-11-30 11:00')
  expect(world.inGroup(GROUP)).toEqual([])
})

test('a meeting that is held without a pack has its number; the next one counts on', async () => {
  await world.turnsTo('2026-12-07 12:00')
  expect(world.inGroup(GROUP)).toEqual([])
  expect(await world.says('刘洋', `纪要 ${SERIES} 国库科12月18日前兑付贴息资金`)).toContain(
    '第2次 议定事项',
  )
  await world.says('李娜', `报议题 ${SERIES} 鑫源公司用地`)
  await world.turnsTo('2026-12-11 17:15')
  expect(world.inGroup(GROUP)[0]).toContain('第3次 议程')
})

test('called off instead, it has none', async () => {
  await world.says('刘洋', `议题 已议 ${SERIES} 鑫源公司用地`)
  await world.turnsTo('2026-12-18 17:15')
  expect(world.inGroup(GROUP)).toEqual([])
  await world.says('刘洋', `停开 ${SERIES} 下次`)
  await world.says('李娜', `报议题 ${SERIES} 贴息政策`)
  await world.turnsTo('2026-12-25 17:15')
  expect(world.inGroup(GROUP).join()).toContain('第4次 议程')
})
