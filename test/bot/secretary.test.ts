/** A secretary who leaves or moves: whoever decides is asked by name, and nothing of the next meeting is lost. */
import { expect, onTestFinished, test } from 'vitest'
import { onlyMeetings, openWorld, type World } from '../world.ts'
import { moves } from './roster-file.ts'

const MEETING = '服务企业周例会'

async function opened(): Promise<World> {
  const world = await openWorld()
  onTestFinished(() => world.close())
  await onlyMeetings(world)
  return world
}

const series = (world: World) =>
  world.ground.bot.office.store.look(async ({ meetings, people }) => {
    const one = (await meetings.list()).find(({ name }) => name === MEETING)!
    const directory = await people.directory()
    return { ...one, keptBy: directory.name(one.secretary) }
  })

const lines = (world: World, id: number) =>
  world.ground.bot.office.store.look(async ({ journal }) =>
    (await journal.of(`series:${id}`)).map(({ verb, text }) => `${verb}：${text}`),
  )

test('who leaves is followed at once by rule; the 督查室 is asked with a name to tap, and its word stands', async () => {
  const world = await opened()
  await world.says('李娜', `报议题 ${MEETING} 鑫源公司用地`)
  const told = await world.says('马晓东', '登记 离任 @刘洋')
  expect(told).toContain('5个例会的会议秘书暂由他人代理，已请督查室确定')
  const { id, keptBy } = await series(world)
  expect(keptBy).not.toBe('刘洋')
  expect(await lines(world, id)).toContain(`会议秘书代理：刘洋离任，由${keptBy}代理`)
  const asked = world.received('陈静').join('\n')
  expect(asked).toContain('会议秘书刘洋离任，请确定接任人选')
  expect(asked).toContain(`“${MEETING}”，建议由${keptBy}接任`)
  expect(asked).toContain(`[由${keptBy}担任]`)
  const found = world.received(keptBy).join('\n')
  expect(found).toContain('暂由您代理')
  expect(found).toMatch(new RegExp(`“${MEETING}”下次会议 .*，待采纳的议题1个`))
  expect(await world.says(keptBy, '采纳议题 1')).toContain('采纳')
  expect(await world.says('陈静', '会议秘书')).toContain(`“${MEETING}”，建议由${keptBy}接任`)
  expect(await world.says('陈静', `改例会 ${MEETING} 秘书 @邱海峰`)).toContain('已改：秘书')
  expect(await world.says('陈静', '会议秘书')).not.toContain(`“${MEETING}”`)
  expect((await series(world)).keptBy).toBe('邱海峰')
  expect(world.received('邱海峰').join()).toContain('会议秘书由您接任')
  expect(world.received(keptBy).join()).toContain(`“${MEETING}”会议秘书改由邱海峰担任`)
})

test('taken back, it is as it was; left for good, the next draft goes to who stands in, and the pack out in time', async () => {
  const world = await opened()
  await world.says('马晓东', '登记 离任 @刘洋')
  const { keptBy } = await series(world)
  world.received(keptBy)
  expect(await world.says('马晓东', '撤销')).toContain('已撤销')
  expect((await series(world)).keptBy).toBe('刘洋')
  expect(world.received(keptBy).join()).toContain(`“${MEETING}”的会议秘书仍是刘洋`)
  expect(await world.says('陈静', '会议秘书')).toContain(`${MEETING}：刘洋`)
  await world.says('马晓东', '登记 离任 @刘洋')
  await world.says('李娜', `报议题 ${MEETING} 鑫源公司用地`)
  await world.turnsTo('2026-11-27 16:20')
  expect(world.received(keptBy).join()).toMatch(new RegExp(`${MEETING}.*（送审）`))
  await world.turnsTo('2026-11-27 17:20')
  expect(world.inGroup('服务企业周例会群').join()).toContain('鑫源公司用地')
})

test('who leaves between draft and pack takes no draft along: it goes to the other, who can still hold it back', async () => {
  const world = await opened()
  await world.says('李娜', `报议题 ${MEETING} 鑫源公司用地`)
  await world.turnsTo('2026-11-27 16:20')
  expect(world.received('刘洋').join()).toMatch(new RegExp(`${MEETING}.*（送审）`))
  await world.says('马晓东', '登记 离任 @刘洋')
  const { keptBy } = await series(world)
  await world.turnsTo('2026-11-27 16:25')
  expect(world.received(keptBy).join()).toMatch(new RegExp(`${MEETING}.*（送审）`))
  await world.says(keptBy, `议程 ${MEETING} 暂缓`)
  await world.turnsTo('2026-11-27 17:20')
  expect(world.inGroup('服务企业周例会群').join()).not.toContain('鑫源公司用地')
})

test('who moves to another unit goes on until it is decided: the question names who may follow', async () => {
  const world = await opened()
  await moves(world, '刘洋', '金融科')
  expect((await series(world)).keptBy).toBe('刘洋')
  const asked = world.received('陈静').join('\n')
  expect(asked).toContain('会议秘书刘洋调到金融科，请确定接任人选')
  expect(asked).toMatch(new RegExp(`“${MEETING}”，建议由.*接任；未定之前仍由刘洋负责`))
  expect(asked).toContain('[仍由刘洋担任]')
  const name = /建议由(\p{Script=Han}+)接任/u.exec(asked)![1]!
  expect(await world.taps('陈静', `由${name}担任`)).toContain('已改：秘书')
  const kept = await world.ground.bot.office.store.look(async ({ meetings, people }) => {
    const directory = await people.directory()
    return (await meetings.list()).map(({ secretary }) => directory.name(secretary))
  })
  expect(kept.filter((one) => one === name)).toHaveLength(1)
  expect(world.received(name).join()).toContain('会议秘书由您接任')
})
