import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chats } from '../../src/sample/chats.ts'
import { people } from '../../src/sample/people.ts'
import { openWorld, type World } from '../world.ts'

describe('日报', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const hush = () => people.map((one) => world.received(one.name))
  const heard = (words: string) =>
    people.filter((one) => world.received(one.name).join().includes(words)).map((one) => one.name)

  test('begins by a leader’s word alone, with an end within sixty days, and units', async () => {
    const say = (who: string, words: string) => world.says(who, `日报 新建 ${words}`)
    expect(await say('陈静', '村镇银行 至 12月4日 成员 金融科')).toContain('（E-RIGHT-1）')
    expect(await say('郑国栋', '村镇银行 成员 金融科')).toContain('（E-BRIEF-1）')
    expect(await say('郑国栋', '村镇银行 至 2027年3月1日 成员 金融科')).toContain('最长60天')
    expect(await say('郑国栋', '村镇银行 至 12月4日')).toContain('（E-BRIEF-2）')
    const made = await say('郑国栋', '村镇银行 至 12月1日 成员 金融科、金融风险防控科、预算科')
    expect(made).toContain(
      '金融科、金融风险防控科、预算科每个工作日一句，17:40 汇总给李明远、郑国栋、韩立峰，到 12月1日 周二 自动停',
    )
    expect(await say('李明远', '村镇银行 至 12月8日 成员 预算科')).toContain('（E-BURDEN-2）')
    expect(heard('日报 村镇银行 11月23日').sort()).toEqual(['任佳宁', '江晓辉', '龚雪莲'].sort())
  })

  test('a line a day: it may be replaced until 17:40; 无变化 is one tap', async () => {
    expect(await world.says('江晓辉', '日报 村镇银行 今日取款平稳')).toContain('已记：今日取款平稳')
    expect(await world.says('王强', '日报 村镇银行 取款网点排队消除')).toContain(
      '已更新：取款网点排队消除',
    )
    expect(await world.says('王强', '日报 村镇银行 取款网点排队消除')).toContain('（E-BURDEN-2）')
    expect(await world.taps('龚雪莲', '无变化')).toContain('金融风险防控科今天的日报已记')
    expect(await world.says('赵敏', '日报 村镇银行 无变化')).toContain('（E-RIGHT-2）')
    expect(await world.says('任佳宁', '日报 村镇银行 还没报')).toContain('（E-SAY-3）')
    expect(await world.says('任佳宁', '日报 村镇银行 怎么样了？')).toContain('（E-SAY-6）')
    expect(await world.says('任佳宁', '日报 村镇银行 身份证41010119900307663X')).not.toContain(
      '已记',
    )
    expect(await world.says('任佳宁', '待办')).toContain('待报：村镇银行日报')
  })

  test('at 17:40 leaders have one picture in private; who gave no line is shown as 未报, and nothing is invented', async () => {
    hush()
    await world.turnsTo('2026-11-23 17:50')
    const page = world.received('郑国栋').join()
    expect(page).toContain('3个单位：有变化1，无变化1，未报1')
    expect(page).toContain('金融科：取款网点排队消除')
    expect(page).toContain('金融风险防控科：无变化')
    expect(page).toContain('预算科：未报')
    expect(page).not.toContain('本周研判\n')
    expect(heard('日报 村镇银行').sort()).toEqual(['李明远', '韩立峰'].sort())
    for (const { name } of chats) expect(world.inGroup(name).join()).not.toContain('未报')
  })

  test('what comes after the picture stands beside the line, marked as late', async () => {
    expect(await world.says('王强', '日报 村镇银行 晚间一处排队已疏导')).toContain('标明补报')
    expect(await world.says('任佳宁', '日报 村镇银行 资金已备足')).toContain('标明补报')
    const week = await world.says('郑国栋', '研判 村镇银行')
    expect(week).toContain('取款网点排队消除（17:40后补充：晚间一处排队已疏导）')
    expect(week).toContain('资金已备足（补报）')
    expect(await world.says('赵敏', '研判 村镇银行')).toContain('（E-RIGHT-5）')
  })

  test('a missed day is told on a later one, marked with when; its picture stays, and no other day is made up', async () => {
    await world.turnsTo('2026-11-24 17:50')
    const told = () => world.ground.street.effects().filter((one) => one.kind === 'patch').length
    const before = told()
    await world.turnsTo('2026-11-25 09:00')
    const say = (words: string) => world.says('任佳宁', `日报 村镇银行 ${words}`)
    expect(await say('11月24日 资金已到位')).toContain(
      '预算科 11月24日 周二 的日报已补记，标明补报，当日汇总不变',
    )
    expect(await say('11月24日 资金已到位')).toContain('（E-BURDEN-2）')
    expect(await say('11月22日 平稳')).toContain('（E-BRIEF-6）')
    expect(await say('11月20日 平稳')).toContain('（E-BRIEF-6）')
    expect(await say('11月26日 平稳')).toContain('（E-BRIEF-6）')
    expect(await world.says('郑国栋', '研判 村镇银行')).toContain(
      '11月24日 周二：资金已到位（11月25日 周三补报）',
    )
    expect(told()).toBe(before)
    expect(await world.says('任佳宁', '撤销')).toContain('已撤销：日报补报')
    expect(await world.says('郑国栋', '研判 村镇银行')).toContain('11月24日 周二：未报')
    expect(await say('补报昨天 资金已到位')).toContain('11月24日 周二 的日报已补记')
    expect(await world.says('王强', '日报 村镇银行 昨日取款回落')).toContain('今天的日报已记')
  })

  test('each unit is asked once a morning, by the one who gave the last line; never on a rest day', async () => {
    hush()
    await world.turnsTo('2026-11-26 12:00')
    expect(heard('日报 村镇银行 11月26日').sort()).toEqual(['任佳宁', '王强', '龚雪莲'].sort())
    await world.turnsTo('2026-11-27 17:50')
    expect(world.received('李明远').join()).toContain('本周研判')
    hush()
    await world.turnsTo('2026-11-29 23:00')
    expect(heard('日报')).toEqual([])
    expect(await world.says('王强', '日报 村镇银行 平稳')).toContain('（E-BRIEF-4）')
  })

  test('it stops by itself on its end date, with one message; then only a leader begins it again', async () => {
    await world.turnsTo('2026-12-01 17:30')
    hush()
    await world.turnsTo('2026-12-01 17:54')
    expect(world.received('郑国栋').join()).toContain('日报到今天结束')
    expect(world.received('王强').filter((one) => one.includes('已自动停'))).toHaveLength(1)
    hush()
    await world.turnsTo('2026-12-03 17:50')
    expect(heard('日报 村镇银行')).toEqual([])
    expect(await world.says('王强', '日报 村镇银行 无变化')).toContain('（E-BRIEF-3）')
    expect(await world.says('陈静', '日报 村镇银行 重启 至 12月10日')).toContain('（E-RIGHT-1）')
    expect(await world.says('李明远', '日报 村镇银行 重启 至 12月10日')).toContain(
      '重新启动，到 12月10日',
    )
    await world.turnsTo('2026-12-04 09:40')
    expect(heard('日报 村镇银行 12月4日')).toHaveLength(3)
    expect(await world.says('李明远', '研判 村镇银行')).not.toContain('12月2日')
  })

  test('a leader may stop it at once, and 含休息日 asks on Saturday too', async () => {
    expect(await world.says('李明远', '日报 村镇银行 停')).toContain('已停，不用再报')
    await world.says('李明远', '日报 新建 防汛值守 至 12月6日 成员 办公室 含休息日')
    hush()
    await world.turnsTo('2026-12-05 09:40')
    expect(heard('日报 防汛值守 12月5日')).toEqual(['罗春梅'])
    expect(await world.says('罗春梅', '日报无变化')).toContain('防汛值守')
    await world.turnsTo('2026-12-05 17:50')
    expect(world.received('李明远').join()).toContain('办公室：无变化')
  })
})
