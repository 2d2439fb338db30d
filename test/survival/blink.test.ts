/** A database that is away for a moment wakes nobody; one that stays away does. */
import { expect, onTestFinished, test } from 'vitest'
import { distress } from '../../src/bot/distress.ts'
import type { Outgoing } from '../../src/bot/message.ts'
import { Unkept } from '../../src/store/unkept.ts'
import { openWorld } from '../world.ts'

test('a database that cannot be reached is told of when it stays so for a minute', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const { clock, bot } = world.ground
  await bot.office.store.look((store) => bot.office.directory(store))
  const told: Outgoing[] = []
  const watch = distress(bot.office, async (out) => {
    told.push(out)
    return {}
  })
  const beat = () =>
    watch.feel(() => Promise.reject(new Unkept('lost', new Error('refused')))).catch(() => {})
  await beat()
  clock.set(clock.now() + 30_000)
  await beat()
  expect(told).toEqual([])
  expect(watch.ailing()?.ailment).toBe('lost')
  clock.set(clock.now() + 45_000)
  await beat()
  await beat()
  expect(JSON.stringify(told)).toContain('数据库连不上')
  const once = told.length
  await watch.feel(async () => {})
  expect(JSON.stringify(told.slice(once))).toContain('台账已恢复写入')
  expect(watch.ailing()).toBeUndefined()
})
