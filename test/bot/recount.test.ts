import { describe, expect, inject, test } from 'vitest'
import { type Engine, openWorld, type World } from '../world.ts'
import { of2027 } from './notice.ts'

const engines: Engine[] = inject('pgUrl') ? ['sqlite', 'postgres'] : ['sqlite']
const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)

const opened = (engine: Engine = 'sqlite', moment = '2026-12-28 09:00') =>
  openWorld({ engine, pgUrl: inject('pgUrl'), at: at(moment) })

const planned = (world: World, rule: string, subject: string) =>
  world.ground.bot.office.store.look(async (store) =>
    (await store.occurrences.planned(rule, subject)).map((one) => one.at),
  )

/** Whatever the bot said to somebody about dates that moved. */
const told = (world: World, who: string) =>
  world.received(who).filter((words) => words.includes('重新推算'))

describe.each(engines)('a notice that arrives, on %s', (engine) => {
  test('moves what was counted on a guess, tells each once, and leaves all else alone', async () => {
    const world = await opened(engine)
    try {
      await world.says('马晓东', '每日条数 20')
      // By guess 29, 30, 31 December and 4 January; then 31 December turns out to be off.
      await world.says(
        '陈静',
        '交办 @王强 报送进度 4个工作日内\n交办 @王强 核对台账 3个工作日内\n交办 @王强 汇总名单 12月30日前\n交办 @王强 编制计划 2027年1月8日前',
      )
      const before = await Promise.all([1, 2, 3, 4].map((id) => world.matter(id)))
      expect(before.map((one) => one.provisional)).toEqual([true, false, false, true])
      for (const who of ['王强', '李娜', '陈静']) world.received(who)

      await world.says('马晓东', of2027)
      const done = await world.taps('马晓东', '确认登记')
      expect(done).toContain('重新推算了2件事项的时限，已告知2人')
      const after = await Promise.all([1, 2, 3, 4].map((id) => world.matter(id)))
      expect(after.map((one) => one.due)).toEqual(
        ['2027-01-05 18:00', '2027-01-04 18:00', '2026-12-30 18:00', '2027-01-08 18:00'].map(at),
      )
      expect(after.map((one) => one.provisional)).toEqual([false, false, false, false])
      expect(await world.verbs(1)).toEqual(['交办', '重算'])
      expect(await world.verbs(3)).toEqual(['交办'])

      const [card, ...more] = told(world, '李娜')
      expect(more).toEqual([])
      expect(card).toContain('2027年放假安排已公布，按新的工作日重新推算')
      expect(card).toContain('1号 报送进度\n原 2027年1月4日 周一 18:00，现 2027年1月5日 周二 18:00')
      expect(card).toContain(
        '2号 核对台账\n原 12月31日 周四 18:00（元旦），现 2027年1月4日 周一 18:00',
      )
      expect(told(world, '陈静')).toHaveLength(1)
      expect(await world.says('陈静', '历史 1')).toContain(
        '2027年放假安排已公布：2027-01-04 18:00 改为 2027-01-05 18:00',
      )
    } finally {
      await world.close()
    }
  })
})

test('reminders, the digest and packs follow the new days', async () => {
  const world = await opened()
  try {
    await world.says('陈静', '交办 @王强 报送进度 2027年1月4日前')
    const before = await planned(world, 'reminder', 'matter:1')
    expect(before).toContain(at('2026-12-31 09:07'))
    await world.turnsTo('2026-12-30 08:30')
    expect(await planned(world, 'digest', '')).toEqual([at('2026-12-31 08:20')])
    await world.says('马晓东', of2027)
    await world.taps('马晓东', '确认登记')
    const after = await planned(world, 'reminder', 'matter:1')
    expect(after).not.toContain(at('2026-12-31 09:07'))
    expect(after).toContain(at('2026-12-30 09:07'))
    expect(await planned(world, 'digest', '')).toEqual([at('2027-01-04 08:20')])
    const series = await world.ground.bot.office.store.look((store) => store.meetings.list())
    for (const { id } of series)
      for (const draft of await planned(world, 'agenda-draft', `series:${id}`))
        expect(new Date(draft).toISOString().slice(0, 10)).not.toBe('2026-12-31')
  } finally {
    await world.close()
  }
})

test('撤销 brings every date back, and those concerned hear of it', async () => {
  const world = await opened()
  const { store } = world.ground.bot.office
  try {
    await world.says('陈静', '交办 @王强 报送进度 4个工作日内')
    const before = await world.matter(1)
    const moments = await planned(world, 'reminder', 'matter:1')
    await world.says('马晓东', of2027)
    await world.taps('马晓东', '确认登记')
    expect((await world.matter(1)).due).not.toBe(before.due)
    told(world, '李娜')
    expect(await world.says('马晓东', '撤销')).toBe('已撤销：登记。')
    const { rev: _, head: __, ...back } = await world.matter(1)
    const { rev: ___, head: ____, ...was } = before
    expect(back).toEqual(was)
    expect(await planned(world, 'reminder', 'matter:1')).toEqual(moments)
    expect(told(world, '李娜').join()).toContain('2027年放假安排的登记已撤销')
    expect((await store.look((bound) => bound.calendar.read())).announced(2027)).toBe(false)
    expect((await store.look((bound) => bound.journal.verify())).broken).toEqual([])
  } finally {
    await world.close()
  }
})

test('a day of the unit’s own moves what rests on it, and its 撤销 too', async () => {
  const world = await opened('sqlite', '2026-11-23 09:00')
  try {
    await world.says('陈静', '交办 @王强 报送进度 3个工作日内')
    await world.says('陈静', '交办 @王强 核对台账 11月26日前')
    const done = await world.says('马晓东', '登记 调休 11月26日 休息 停电检修')
    expect(done).toContain('重新推算了1件事项的时限')
    expect((await world.matter(1)).due).toBe(at('2026-11-27 18:00'))
    expect((await world.matter(2)).due).toBe(at('2026-11-26 18:00'))
    expect(told(world, '李娜').join()).toContain('11月26日 周四调为休息（停电检修）')
    await world.says('马晓东', '撤销')
    expect((await world.matter(1)).due).toBe(at('2026-11-26 18:00'))
    await world.says('马晓东', '登记 调休 11月26日 休息 停电检修')
    await world.says('马晓东', '登记 调休 取消 11月26日')
    expect((await world.matter(1)).due).toBe(at('2026-11-26 18:00'))
    await world.says('马晓东', '撤销')
    expect((await world.matter(1)).due).toBe(at('2026-11-27 18:00'))
  } finally {
    await world.close()
  }
})

test('a date set by 改 and the day of a review move too, where they were counted and not named', async () => {
  const world = await opened()
  try {
    await world.says('陈静', '交办 @王强 报送进度 12月30日前\n交办 @王强 核对台账 2027年1月8日前')
    await world.says('陈静', '改 1 截止 4个工作日内')
    await world.says('郑国栋', '挂起 2 4个工作日后复核 等省厅批复')
    const before = await Promise.all([world.matter(1), world.matter(2)])
    expect(before.map((one) => one.suspended?.review ?? one.due)).toEqual(
      ['2027-01-04 18:00', '2027-01-04 08:37'].map(at),
    )
    await world.says('马晓东', of2027)
    await world.taps('马晓东', '确认登记')
    const after = await Promise.all([world.matter(1), world.matter(2)])
    expect(after.map((one) => one.suspended?.review ?? one.due)).toEqual(
      ['2027-01-05 18:00', '2027-01-05 08:37'].map(at),
    )
    expect(await planned(world, 'review', 'matter:2')).toEqual([at('2027-01-05 08:37')])
  } finally {
    await world.close()
  }
})
