/** The morning's pages: leaders 8:20, others 8:40, the week's page on its first working day, silence when there is nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deskFor, gatherDigest } from '../../src/bot/gather-digest.ts'
import { openTurn } from '../../src/bot/open-turn.ts'
import { lightOf } from '../../src/domain/matter/light.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Assigned by the 督查室, signed and handed out. */
async function carried(id: number, unit: string, head: string, due: string, handler = '王强') {
  await world.says('陈静', `交办 ${unit} 报送材料${id} ${due}前`)
  await world.says(head, `签收并分办 ${id} @${handler}`)
}

const pages = (who: string) =>
  world.received(who).filter((text) => /^(督办简报|一周督办|今日待办|本周待办)/.test(text))

describe('the week’s page', () => {
  test('comes on the first working day instead of the day’s, with last week’s result, this week’s dates, and a line a unit', async () => {
    await carried(1, '金融科', '李娜', '11月27日')
    await carried(2, '金融科', '李娜', '12月3日')
    await world.says('陈静', '交办 预算科 报送自评报告 12月4日前')
    await world.turnsTo('2026-11-27 19:00')
    for (const who of ['李明远', '郑国栋']) pages(who)
    await world.turnsTo('2026-11-30 08:25')
    const [page, ...more] = pages('李明远')
    expect(more).toEqual([])
    expect(page).toMatch(/^一周督办 11月30日至12月6日/)
    expect(page).toContain('上周（11月23日至29日）到期1件，其中未办结1件；销号0件。')
    expect(page).toContain('已逾期（1）\n🔴 1号')
    expect(page).toContain('本周到期（2）\n🟡 2号')
    expect(page).toContain('科室 上周到期 其中未办结 上周销号 本周到期 逾期')
    expect(page).toContain('金融科 1 1 0 1 1')
    expect(page).toContain('预算科 0 0 0 1 0')
    expect(page).toContain('本周例会')
    expect(pages('郑国栋').join()).toContain('本周到期（1）\n🟡 2号')
    await world.turnsTo('2026-12-01 08:25')
    expect(pages('李明远').join()).toMatch(/^督办简报 12月1日 周二/)
  })

  test('gives the head his unit’s week and the handler his own, and nobody a page without anything on it', async () => {
    await carried(1, '金融科', '李娜', '12月1日')
    await carried(2, '金融科', '李娜', '12月4日')
    await world.turnsTo('2026-11-27 19:00')
    for (const who of ['李娜', '王强', '秦玉洁']) pages(who)
    await world.turnsTo('2026-11-30 08:45')
    const head = pages('李娜').join()
    expect(head).toMatch(/^本周待办 11月30日至12月6日/)
    expect(head).toContain('本周内到期（2）')
    expect(pages('王强').join()).toContain('本周内到期（2）\n🟡 1号')
    expect(pages('秦玉洁')).toEqual([])
  })

  test('after a holiday it comes on the first day worked and looks back to before it', async () => {
    await world.close()
    world = await openWorld({ at: Date.parse('2026-02-09T09:00:00+08:00') })
    await carried(1, '金融科', '李娜', '2月13日')
    await world.turnsTo('2026-02-13 19:00')
    pages('李明远')
    await world.turnsTo('2026-02-23 20:00')
    const during = pages('李明远')
    await world.turnsTo('2026-02-24 08:25')
    const page = pages('李明远').join()
    expect(page).toMatch(/^一周督办 2月23日至3月1日/)
    expect(page).toContain('上周（2月9日至22日）到期1件，其中未办结1件')
    // 14 February is a Saturday that is worked: the only page between.
    expect(during.map((text) => text.split('\n')[0])).toEqual(['督办简报 2月14日 周六'])
  })
})

describe('the day’s page', () => {
  test('a handler with two things due today gets them on one page and no card for each; with one, only its card', async () => {
    for (const id of [1, 2]) await carried(id, '金融科', '李娜', '11月26日')
    await carried(3, '金融科', '李娜', '11月26日', '秦玉洁')
    await world.turnsTo('2026-11-25 19:00')
    for (const who of ['王强', '秦玉洁', '李娜']) world.received(who)
    await world.turnsTo('2026-11-26 09:10')
    const told = world.received('王强')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^今日待办 11月26日 周四\n今天到期（2）\n/)
    expect(told[0]).toContain('[查看1号]')
    const alone = world.received('秦玉洁')
    expect(alone).toHaveLength(1)
    expect(alone[0]).toContain('请今天办结')
    expect(world.received('李娜').join()).toContain('今天到期（3）')
    expect(await world.says('陈静', '为什么 1')).toContain('已列入当天的简报或今日待办')
  })

  test('what the ladder passes up stands on the leader’s page and does not come once more', async () => {
    await carried(1, '金融科', '李娜', '11月26日')
    await world.turnsTo('2026-11-30 19:00')
    world.received('郑国栋')
    await world.turnsTo('2026-12-01 09:30')
    const told = world.received('郑国栋')
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(
      '提请您关注（1）\n1号已于 11月26日 周四 18:00 到期，尚未办结，请关注。金融科：报送材料1',
    )
    expect(told[0]).toContain('已逾期（1，见上）')
    expect(await world.taps('郑国栋', '催办')).toContain('催办')
  })

  test('whoever stands in for a leader gets the page of the one he stands in for', async () => {
    await carried(1, '金融科', '李娜', '12月2日')
    await world.says('郑国栋', '请假 12月1日至2日 代办 @韩立峰')
    await world.turnsTo('2026-11-30 19:00')
    for (const who of ['郑国栋', '韩立峰']) world.received(who)
    await world.turnsTo('2026-12-01 08:25')
    expect(pages('郑国栋')).toEqual([])
    expect(pages('韩立峰').join()).toContain('1号 报送材料1')
  })

  test('more than twelve things are twelve lines, the rest a count and a table', async () => {
    await world.says(
      '陈静',
      Array.from({ length: 15 }, (_, n) => `交办 金融科 报送材料${n + 1} 11月26日前`).join('\n'),
    )
    await world.turnsTo('2026-11-24 08:25')
    const page = pages('郑国栋').join()
    expect(page).toContain('三个工作日内到期（15）')
    expect(page.split('\n').filter((line) => /^[🔴🟡🟢]/u.test(line)).length).toBeLessThanOrEqual(
      12,
    )
    expect(page).toContain('其余事项请导出表格查看。')
    expect(await world.taps('郑国栋', '导出表格')).toContain('表格已私聊发给您')
    const files = world.ground.street
      .messages(personNamed('郑国栋').openId)
      .filter((one) => one.type === 'file')
    expect(files).toHaveLength(1)
  })

  test('what moved since yesterday is counted to the last, though twelve are named', async () => {
    const line = (n: number) => `交办 金融科 报送材料${n + 1} 12月28日前`
    await world.says('陈静', Array.from({ length: 10 }, (_, n) => line(n)).join('\n'))
    await world.says('陈静', Array.from({ length: 5 }, (_, n) => line(n + 10)).join('\n'))
    await world.turnsTo('2026-11-24 08:25')
    for (const who of ['李明远', '郑国栋'])
      expect(pages(who).join()).toContain('昨日以来有进展（15）')
  })

  test('news about a matter that stands on the leader’s page by its step is told there all the same', async () => {
    for (const id of [1, 2, 3]) {
      await world.says('郑国栋', `交办 金融科 报送材料${id} 12月${7 + id}日前`)
      await world.says('李娜', `签收并分办 ${id} @王强`)
      await world.says('李娜', `延期 ${id} 到12月2${id}日 等省厅批复`)
    }
    await world.says('李娜', '风险报备 1 拆迁可能延误')
    world.received('郑国栋')
    await world.turnsTo('2026-11-24 08:25')
    const page = pages('郑国栋').join()
    expect(page).toContain('待您处理（3）')
    expect(page).toContain('并入的消息（1）')
    expect(page).toContain('风险')
  })

  test('days without anything to say, rest days and leave are silent', async () => {
    await world.turnsTo('2026-11-28 20:00')
    for (const who of ['沈慧敏', '秦玉洁']) expect(pages(who)).toEqual([])
  })
})

test('the digest, 待办, 台账 and the agenda count the same things, person by person', async () => {
  const cases = [
    ['金融科', '李娜', '11月24日'],
    ['预算科', '杜建华', '11月25日'],
    ['国库科', '熊国安', '11月30日'],
    ['金融科', '李娜', '12月9日'],
  ] as const
  for (const [n, [unit, , due]] of cases.entries())
    await world.says('陈静', `交办 ${unit} 报送材料${n + 1} ${due}前`)
  await world.turnsTo('2026-11-26 10:00')
  const { office } = world.ground.bot
  await office.store.look(async (store) => {
    const turn = await openTurn(office, store, { key: 'test', way: 'test' })
    const open = await store.matters.find({ limit: 500 })
    const lit = (light: string, leads: number[]) =>
      open
        .filter(
          (one) => leads.includes(one.lead) && lightOf(one, turn.now, turn.calendar) === light,
        )
        .map((one) => one.id)
        .sort((a, b) => a - b)
    let told = 0
    for (const person of turn.directory.people.values()) {
      if (person.post !== 'leader' && person.post !== 'principal') continue
      const desk = await deskFor(turn, 50)
      const digest = await gatherDigest(turn, person, desk)
      const leads = [...turn.directory.units.values()]
        .filter((unit) => person.post === 'principal' || unit.charge === person.id)
        .map((unit) => unit.id)
      const ids = (part: { first: readonly { id: number }[] }) =>
        part.first.map((one) => one.id).sort((a, b) => a - b)
      expect(ids(digest.overdue)).toEqual(lit('red', leads))
      expect(ids(digest.near)).toEqual(lit('yellow', leads))
      expect(digest.overdue.count).toBe(lit('red', leads).length)
      const duties = await store.pending.of(person.id)
      expect(digest.waiting.count).toBe(new Set(duties.map((one) => one.matter)).size)
      told += digest.overdue.count
    }
    expect(told).toBeGreaterThan(0)
  })
  expect(await world.says('李明远', '简报')).toContain('已逾期（2')
  expect(await world.says('李明远', '台账 逾期')).toContain('逾期（2件）')
  expect(await world.says('李明远', '全局待办 逾期')).toContain('（2件）')
})
