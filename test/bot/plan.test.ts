import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chats } from '../../src/sample/chats.ts'
import { people } from '../../src/sample/people.ts'
import { openWorld, type World } from '../world.ts'

describe('次月计划', () => {
  let world: World
  beforeAll(async () => {
    // Thursday; the month's last working day is Sunday the 30th (domain.md B.3, F11).
    world = await openWorld({ at: Date.parse('2022-01-27T09:00:00+08:00') })
    await world.says('陈静', '交办 预算科 报送一季度预算执行分析 2月25日前')
    await world.says('陈静', '交办 预算科 编制三年规划 6月30日前')
    await world.says('杜建华', '签收 1')
  })
  afterAll(() => world.close())

  const asked = () =>
    people.filter((one) => world.received(one.name).join().includes('2月工作计划'))

  test('nobody hears of it before Friday 28 January; then every unit’s head and liaison do, once', async () => {
    for (const one of people) world.received(one.name)
    await world.turnsTo('2022-01-28 09:11')
    expect(asked().map((one) => one.name)).toEqual([])
    await world.turnsTo('2022-01-28 09:30')
    const names = asked().map((one) => one.name)
    expect(names).toContain('杜建华')
    expect(names).toContain('任佳宁')
    expect(names).not.toContain('李明远')
    expect(new Set(names).size).toBe(names.length)
    await world.turnsTo('2022-01-29 17:00')
    expect(asked()).toEqual([])
  })

  test('it is filled with what stays open: what falls due next month, and what goes on', async () => {
    const card = await world.says('杜建华', '次月计划')
    expect(card).toContain('预算科 2月工作计划（2项）')
    expect(card).toContain('1. 1号 报送一季度预算执行分析 · 2月25日 周五（到期）')
    expect(card).toContain('2. 2号 编制三年规划 · 6月30日 周四（续办）')
    expect(card).toContain('1月30日 周日 18:00（调休上班） 前确认')
  })

  test('while it is owed it stands above the head’s 待办, and not above a handler’s', async () => {
    expect(await world.says('杜建华', '待办')).toContain('待报：预算科2月工作计划 · 1月30日 周日')
    expect(await world.says('张伟', '待办').catch(() => '')).not.toContain('待报')
  })

  test('lines are added, struck out and reworded; a matter struck out is not carried over again', async () => {
    expect(await world.says('任佳宁', '次月计划 增 开展绩效评价培训')).toContain(
      '3. 开展绩效评价培训（新增）',
    )
    expect(await world.says('杜建华', '次月计划 改 3 开展两期绩效评价培训')).toContain(
      '3. 开展两期绩效评价培训',
    )
    expect(await world.says('杜建华', '次月计划 删 第2项')).not.toContain('编制三年规划 ·')
    expect(await world.says('杜建华', '次月计划')).toContain('（2项）')
    expect((await world.matter(2)).status).toBe('assigned')
    expect(await world.says('杜建华', '次月计划 删 2')).toContain('（E-PLAN-1）')
    expect(await world.says('杜建华', '次月计划 增 开展两期绩效评价培训')).toContain('（E-PLAN-2）')
  })

  test('a matter of the last minute joins at the end with a new number', async () => {
    await world.says('陈静', '交办 预算科 报送直达资金台账 2月18日前')
    expect(await world.says('杜建华', '次月计划')).toContain('4. 3号 报送直达资金台账')
  })

  test('others neither write it nor see who is missing', async () => {
    expect(await world.says('王强', '次月计划 预算科')).toContain('（E-RIGHT-5）')
    expect(await world.says('王强', '次月计划 增 加班')).toContain('（E-RIGHT-2）')
    for (const who of ['杜建华', '李明远', '陈静'])
      expect(await world.says(who, '次月计划 未报')).toContain('（E-RIGHT-5）')
    expect(await world.says('杜建华', '次月计划 汇总')).toContain('（E-RIGHT-5）')
  })

  test('one tap confirms what the card shows; an older card confirms nothing', async () => {
    await world.turnsTo('2022-01-30 09:30')
    const first = world.received('杜建华').join()
    expect(first).toContain('确认上报')
    await world.says('任佳宁', '次月计划 增 走访县区')
    expect(await world.taps('杜建华', '确认上报')).toContain('计划已有改动，未确认')
    await world.says('杜建华', '次月计划')
    expect(await world.taps('杜建华', '确认上报')).toContain('预算科2月工作计划4项已报综合科')
    expect(await world.says('杜建华', '次月计划 确认')).toContain('（E-BURDEN-2）')
    expect(await world.says('杜建华', '待办')).not.toContain('待报')
  })

  test('who is missing goes to 综合科 alone, exactly, and into no group', async () => {
    for (const one of people) world.received(one.name)
    for (const [head] of others) await world.says(head, '次月计划 增 日常工作')
    for (const [head] of others.slice(0, -2)) await world.says(head, '报次月计划')
    for (const one of people) world.received(one.name)
    await world.turnsTo('2022-01-30 16:30')
    const told = people.filter((one) => world.received(one.name).join().includes('未报'))
    expect(told.map((one) => one.name).sort()).toEqual(['周志刚', '罗春梅'].sort())
    const said = await world.says('刘洋', '次月计划 未报')
    expect(said).toContain(
      `13个科室已报11个，未报2个：${others
        .slice(-2)
        .map(([, unit]) => unit)
        .join('、')}。`,
    )
    for (const { name } of chats) expect(world.inGroup(name).join()).not.toContain('未报')
  })

  test('at 17:40 the principal has all on one page, a leader his field; nobody missing is named there', async () => {
    for (const one of people) world.received(one.name)
    await world.turnsTo('2022-01-30 17:50')
    const page = world.received('李明远').find((one) => one.includes('各科室2月工作计划')) ?? ''
    expect(page).toContain('13个科室，已报11个')
    expect(page).toContain('预算科（4项）')
    for (const [, unit] of others.slice(-2)) expect(page).not.toContain(unit)
    expect(world.received('韩立峰').join()).toContain('预算科（4项）')
    expect(world.received('冯雅琴').join()).not.toContain('预算科')
    expect(world.received('杜建华').join()).not.toContain('已报11个')
  })

  test('what comes after its day is marked; in the first days of the month the old plan is still meant', async () => {
    await world.turnsTo('2022-02-07 09:00')
    const [late] = others.slice(-1)
    expect(await world.says(late![0], '次月计划 确认')).toContain('（补报）')
    expect(await world.says('周志刚', '次月计划 未报')).toContain('未报1个')
    expect(await world.says('杜建华', '次月计划')).toContain('3月工作计划')
  })

  test('the table has the paper’s columns and every line', async () => {
    await world.says('李明远', '次月计划 全局 导出')
    const { files } = world.ground.street.snapshot() as {
      files: { name: string; base64: string }[]
    }
    const file = files.find((one) => one.name === '各科室2022-02工作计划.xlsx')
    const [sheet] = (await readXlsx(Buffer.from(file!.base64, 'base64'))).sheets
    expect(sheet?.rows[0]?.[0]).toBe('各科室2022年2月工作计划')
    expect(sheet?.rows[1]).toEqual('序号 科室 工作内容 完成时限 责任人 督办编号 备注'.split(' '))
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape' })
    const budget = sheet?.rows.filter((row) => row[1] === '预算科').map((row) => row[2])
    expect(budget).toEqual([
      '报送一季度预算执行分析',
      '开展两期绩效评价培训',
      '报送直达资金台账',
      '走访县区',
    ])
  })
})

/** The other units' heads, 法规监督科 and 资产管理科 last. */
const others: [string, string][] = [
  ['周志刚', '办公室'],
  ['陈静', '督查室'],
  ['谢长青', '人事教育科'],
  ['熊国安', '国库科'],
  ['李娜', '金融科'],
  ['万志宏', '资本市场科'],
  ['武卫东', '金融风险防控科'],
  ['殷建业', '农业农村科'],
  ['严学军', '经济建设科'],
  ['童爱民', '社会保障科'],
  ['柳东升', '资产管理科'],
  ['方正平', '法规监督科'],
]
