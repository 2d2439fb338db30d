/** What the keeper sees: metrics of what waits and what is in doubt, and a card about what may not have arrived. */
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import { Undelivered } from '../../src/bot/message.ts'
import { openWorld, personNamed, type World } from '../world.ts'

const metrics = async (world: World): Promise<Map<string, number>> => {
  const text = await (await fetch(`${world.ground.bot.url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  )
}

test('a message that may or may not have arrived is sent no second time: it is counted, and its keeper gets a card', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const { bot, clock } = world.ground
  bot.office.nudge = () => {}
  await bot.hear({
    kind: 'said',
    key: 'msg:keeper-sees',
    at: clock.now(),
    sender: { openId: personNamed('陈静').openId, tenant: 'tenant_practice' },
    chat: { kind: 'private' },
    parents: [],
    text: '交办 预算科 报送自评报告 12月15日前',
    mentions: [],
    addressed: true,
  })
  const waiting = await metrics(world)
  expect(waiting.get('duban_letters{state="ready"}')).toBeGreaterThan(0)
  clock.set(clock.now() + 90_000)
  expect((await metrics(world)).get('duban_oldest_ready_seconds')).toBe(90)
  const silent = deliverer(
    bot.office,
    async () => {
      throw new Undelivered('unknown', 'timeout')
    },
    bot.hear,
    'test',
  )
  for (let minutes = 0; minutes <= 60; minutes += 5) {
    await silent.deliver()
    clock.set(clock.now() + 5 * 60_000)
  }
  const doubted = await metrics(world)
  expect(doubted.get('duban_letters{state="unknown"}')).toBeGreaterThan(0)
  expect(doubted.get('duban_calls_this_month')).toBeGreaterThan(2)
  await world.turnsTo('2026-11-23 11:30')
  const told = world.received('马晓东').join('\n')
  expect(told).toContain('有消息不能确定是否送达')
  expect(told).toContain('机器人不会再发第二遍')
  expect(told).not.toContain('自评报告')
})

test('metrics are for this machine only, and nothing in them or in the log is what somebody said', async () => {
  const lines: string[] = []
  const world = await openWorld({
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  })
  onTestFinished(() => world.close())
  await world.says('陈静', '交办 预算科 报送一份叫作石榴的材料 12月15日前 联系电话13800001234')
  await world.says('陈静', '请把石榴的事催一下好不好呀')
  await world.says('陈静', '交办 预算科 石榴★绝密 12月15日前')
  const text = await (await fetch(`${world.ground.bot.url}/metrics`)).text()
  expect(text).toContain('duban_heard_total{outcome="acted"}')
  expect(text).toContain('duban_last_tick_seconds')
  expect(lines.length).toBeGreaterThan(2)
  for (const secret of ['石榴', '13800001234', 'practice-secret', 'practice-encrypt-key', 'Bearer'])
    expect(`${text}\n${lines.join('\n')}`).not.toContain(secret)
})
