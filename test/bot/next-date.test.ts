/** Every page looks at the next date: a step that was missed shows although the matter's own date is far. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await world.says('陈静', '交办 金融科 化解问题楼盘 按13710 重大复杂 党组研究')
})
afterEach(() => world.close())

test('the leader’s digest has it among the overdue', async () => {
  await world.turnsTo('2026-11-25 08:21')
  const charge = await world.ground.bot.office.store.look(async (store) => {
    const directory = await store.people.directory()
    return directory.name(directory.unitNamed('金融科')!.charge)
  })
  expect(await world.says(charge, '简报')).toMatch(/逾期[\s\S]*化解问题楼盘/)
})

test('催办 逾期 reaches it', async () => {
  await world.turnsTo('2026-11-25 09:00')
  expect(await world.says('陈静', '催办 逾期')).toContain('1')
  await world.taps('陈静', '全部催办（1件）')
  expect(await world.verbs(1)).toContain('催办')
})

test('the head’s duty falls due with the step, not with the matter', async () => {
  const duties = await world.ground.bot.office.store.look(async (store) => {
    const directory = await store.people.directory()
    const { head } = directory.unitNamed('金融科')!
    return store.pending.of(head!, 10)
  })
  const { steps } = await world.matter(1)
  expect(duties).toMatchObject([{ matter: 1, kind: 'sign', at: steps[0]!.due }])
})

test('the clock an hour back changes no date and says nothing twice', async () => {
  await world.turnsTo('2026-11-24 09:10')
  const before = await world.matter(1)
  world.received('李娜')
  await world.turnsTo('2026-11-24 09:20')
  expect(world.received('李娜')).toEqual([])
  expect(await world.matter(1)).toEqual(before)
})
