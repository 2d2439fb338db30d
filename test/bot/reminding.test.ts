/** The ladder over the wire: who hears when, each rung once, and one visible reminder a matter and person. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
afterEach(() => world.close())

/** Texts of all the bot's messages to somebody that contain a word. */
const heard = (who: string, word: string) =>
  world.received(who).filter((text) => text.includes(word))

async function carried(): Promise<void> {
  world = await openWorld()
  await world.says('陈静', '交办 金融科 报送进度 11月27日前')
  await world.says('李娜', '签收 1')
  await world.says('李娜', '分办 1 @王强')
  for (const who of ['王强', '李娜', '郑国栋']) world.received(who)
}

test('first the handler, then his head, then the leader in charge; each rung once', async () => {
  await carried()
  await world.turnsTo('2026-11-26 12:00')
  expect(heard('王强', '将于 明天 11月27日 周五 18:00 到期，请按时办结或报进展')).toHaveLength(1)
  await world.turnsTo('2026-11-27 12:00')
  expect(heard('王强', '今天 11月27日 周五 18:00 到期，请今天办结')).toHaveLength(1)
  expect(heard('李娜', '尚未')).toEqual([])
  await world.turnsTo('2026-11-30 12:00')
  // The first rung falls on a Monday, whose page lists what is overdue: it does not come besides.
  const told = heard('李娜', '1号')
  expect(told.filter((text) => text.includes('尚未办结'))).toEqual([])
  const page = told.find((text) => text.startsWith('本周待办'))
  expect(page).toMatch(/已逾期（1）\n🔴 1号/)
  expect(heard('王强', '到期')).toEqual([])
  await world.turnsTo('2026-12-04 18:00')
  expect(heard('李娜', '已于')).toEqual([])
})

test('on another day than the page’s the head is told by the rung itself, once', async () => {
  world = await openWorld()
  await world.says('陈静', '交办 @王强 报送进度 11月26日前')
  await world.says('李娜', '签收并分办 1')
  await world.turnsTo('2026-11-27 12:00')
  expect(heard('李娜', '1号已于 11月26日 周四 18:00 到期，尚未办结，请督促办结')).toHaveLength(1)
  await world.turnsTo('2026-12-04 18:00')
  expect(heard('李娜', '已于')).toEqual([])
})

test('what has been handed in reminds nobody; what comes back reminds from there on', async () => {
  await carried()
  await world.says('李娜', '办结 1 已报送')
  await world.turnsTo('2026-11-27 08:30')
  expect(heard('王强', '到期')).toEqual([])
  await world.says('陈静', '退回 1 缺附件')
  await world.turnsTo('2026-11-27 12:00')
  expect(heard('王强', '请今天办结')).toHaveLength(1)
})

test('a later date moves the ladder with it', async () => {
  await carried()
  await world.says('李娜', '延期 1 到12月4日 等批复')
  await world.says('陈静', '同意 1')
  await world.turnsTo('2026-12-02 18:00')
  expect(heard('王强', '到期')).toEqual([])
  await world.turnsTo('2026-12-03 12:00')
  expect(heard('王强', '请按时办结或报进展')).toHaveLength(1)
})

test('a new reminder takes the old one’s place: one card of a matter is alive with each person', async () => {
  await carried()
  await world.turnsTo('2026-11-27 12:00')
  const cards = world.ground.street.cards(personNamed('王强').openId)
  const alive = cards.filter(({ card }) => JSON.stringify(card).includes('"汇报"'))
  expect(alive).toHaveLength(1)
  expect(JSON.stringify(alive[0]?.card)).toContain('请今天办结')
  const moved = cards.filter(({ card }) => JSON.stringify(card).includes('请看最新一张'))
  expect(moved).toHaveLength(cards.length - 1)
})

test('a head who does not sign is told the working day after the limit', async () => {
  world = await openWorld()
  await world.says('陈静', '交办 金融科 报送进度 12月11日前')
  world.received('李娜')
  await world.turnsTo('2026-11-25 09:06')
  expect(heard('李娜', '签收')).toEqual([])
  await world.turnsTo('2026-11-25 09:08')
  expect(heard('李娜', '“签收”已于 11月24日 周二 18:00 到期')).toHaveLength(1)
})

test('of the reminders that share a transaction one that fails is recorded, and the others go out', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-reminding-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  world = await openWorld({ dir })
  for (const [n, handler] of ['王强', '秦玉洁', '史丽萍'].entries()) {
    await world.says('陈静', `交办 金融科 报送第${'甲乙丙'[n]}份材料 11月27日前`)
    await world.says('李娜', `签收并分办 ${n + 1} @${handler}`)
  }
  const sql = new Database(join(dir, 'practice.db'))
  sql.prepare(`update matters set sides = '{' where id = 2`).run()
  for (const who of ['王强', '秦玉洁', '史丽萍']) world.received(who)
  await world.turnsTo('2026-11-26 12:00')
  const reminders = sql
    .prepare(
      `select subject, state, reason from occurrences where rule = 'reminder' and at < ? and state in ('done', 'skipped') order by subject`,
    )
    .all(Date.parse('2026-11-26T12:00:00+08:00'))
  sql.close()
  expect(reminders).toEqual([
    { subject: 'matter:1', state: 'done', reason: null },
    { subject: 'matter:2', state: 'skipped', reason: expect.stringMatching(/^出错 F-\d+$/) },
    { subject: 'matter:3', state: 'done', reason: null },
  ])
  expect(heard('王强', '将于 明天')).toHaveLength(1)
  expect(heard('秦玉洁', '到期')).toEqual([])
  expect(heard('史丽萍', '将于 明天')).toHaveLength(1)
})
