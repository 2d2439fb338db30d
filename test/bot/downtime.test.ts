/** After downtime: one honest card a person, nothing twice, nothing silently lost (delivery.md promise 4). */
import { afterEach, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

let world: World
afterEach(() => world.close())

/** The clock jumps, as it does for a process that was down; only then it ticks. */
async function sleepsUntil(moment: string): Promise<void> {
  world.ground.clock.set(Date.parse(`${moment.replace(' ', 'T')}:00+08:00`))
  await world.ground.bot.settled()
}

async function carried(due: string, count: number): Promise<void> {
  world = await openWorld()
  for (let id = 1; id <= count; id++) {
    await world.says('陈静', `交办 @王强 报送材料${id} ${due}前`)
    await world.says('李娜', `签收并分办 ${id}`)
  }
  await world.turnsTo('2026-11-24 09:00')
  world.received('王强')
}

test('three days down: one card tells since when and what was late, however many reminders were missed', async () => {
  await carried('11月27日', 6)
  await sleepsUntil('2026-11-27 10:20')
  const told = world.received('王强')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('停机说明：以下')
  expect(told[0]).toContain('10:20 恢复')
  for (let id = 1; id <= 6; id++) expect(told[0]).toContain(`${id}号将于 今天 11月27日`)
  await world.turnsTo('2026-11-27 17:00')
  expect(world.received('王强')).toEqual([])
})

test('a reminder whose date has passed meanwhile is told as obsolete; the next rung comes on its day', async () => {
  await carried('11月25日', 1)
  await sleepsUntil('2026-11-26 08:45')
  expect(world.received('王强').join()).toContain('到期前的提醒已过时，未再发出')
  await world.turnsTo('2026-11-26 09:10')
  expect(world.received('李娜').join()).toContain('请督促办结')
})

test('down over a rest day: the card waits for the working morning', async () => {
  await carried('11月27日', 1)
  await sleepsUntil('2026-11-28 11:00')
  expect(world.received('王强')).toEqual([])
  await world.turnsTo('2026-11-30 08:10')
  expect(world.received('王强').join()).toContain('停机说明')
})

test('a tick a few minutes late is no downtime', async () => {
  await carried('11月25日', 1)
  await sleepsUntil('2026-11-24 09:15')
  const told = world.received('王强').join()
  expect(told).toContain('请按时办结或报进展')
  expect(told).not.toContain('停机')
})
