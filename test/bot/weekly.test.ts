/** 周交办: a week's list is previewed, handed out as a whole, handed in by the next meeting, and told on the morning of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchAfter, batchName, pageTime } from '../../src/domain/matter/batch.ts'
import { calendarOf } from '../../src/domain/time/calendar.ts'
import { mondayOf, numberedWeekOf } from '../../src/domain/time/week.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-weekly-'))
  world = await openWorld({ dir })
}, 60_000)
afterAll(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

const LIST = `周交办 服务企业周例会
1. 预算科 报送三季度预算绩效自评报告
2、金融科王强 摸排上市后备企业融资需求 11月27日前 协办 国库科 依据 局党组2026-18号
（3）国库科 核对集中支付疑点`

const open = () => world.ground.bot.office.store.look((store) => store.matters.find({ limit: 100 }))

const titles = async () => (await open()).map((one) => one.title).sort()

const HEADER = ['序号', '责任单位', '事项', '责任人', '办结时限', '协办单位', '依据']

/** Drops a table into the supervisor's chat; gives what was answered. */
async function drop(rows: (string | null)[][], more: object = {}, who = '陈静'): Promise<string> {
  world.received(who)
  const bytes = await writeXlsx({ sheets: [{ name: '清单', rows, ...more }] })
  await world.ground.street.sendFile(personNamed(who).openId, 'bot', '周交办清单.xlsx', bytes)
  await world.ground.bot.settled()
  await world.ground.bot.settled()
  return world.received(who).join('\n')
}

describe('a list that is not handed out', () => {
  test('with a line that cannot be read registers nothing, and every fault is told by its line', async () => {
    const shown = await world.says(
      '陈静',
      '周交办 服务企业周例会\n预算科 报送自评报告\n没有这个科 报送材料\n@所有人 学习文件\n预算科 报送材料 11月1日前',
    )
    expect(shown).toContain('有3处需要改正')
    expect(shown).toContain('第2行：还缺：承办单位或承办人')
    expect(shown).toContain('第3行：不能交给所有人')
    expect(shown).toContain('第4行：')
    expect(shown).not.toContain('[确认交办]')
    expect(await open()).toEqual([])
  })

  test('is numbered as people number: none of it is a unit or a title', async () => {
    const shown = await world.says(
      '陈静',
      '周交办 服务企业周例会\n一、预算科 报送自评报告\n（二）金融科 摸排需求\n三是国库科 核对疑点\n④办公室 汇总材料\n第五项 资产管理科 清查资产',
    )
    expect(shown).toContain('共5件')
    expect(shown).toContain('预算科：报送自评报告')
    expect(shown).toContain('资产管理科：清查资产')
    expect(await open()).toEqual([])
  })

  test('in a table is told by the lines of the table', async () => {
    const shown = await drop([
      HEADER,
      ['1', '没有的科', '报送材料', null, null, null, null],
      ['2', '预算科', '报送材料', '王强', null, null, null],
      ['3', '预算科', '报送年报', null, '三五天吧', null, null],
      ['4', '预算科', '转账至6222021234567890128', null, null, null, null],
      ['5', null, '报送月报', null, null, null, null],
    ])
    expect(shown).toContain('第2行：没有“没有的科”这个科室')
    expect(shown).toContain('第3行：预算科没有“王强”')
    expect(shown).toContain('第4行：')
    expect(shown).toContain('第6行：还缺：责任单位')
    expect(shown).toContain('第5行：内容含银行卡号')
    expect(shown).not.toContain('6222')
    expect(shown).not.toContain('[确认交办]')
    expect(await drop([['姓名', '部门']])).toContain('没有找到表头')
    expect(await open()).toEqual([])
  })

  test('is refused to all but leaders and the 督查室, pasted or dropped', async () => {
    expect(await world.says('杜建华', LIST)).toContain('E-RIGHT-1')
    const dropped = await drop([HEADER, ['1', '预算科', '报送材料']], {}, '杜建华')
    expect(dropped).toContain('E-RIGHT-1')
    expect(await world.says('李明远', '周交办 确认 99')).toContain('E-BATCH-1')
    expect(await open()).toEqual([])
  })
})

describe('a week, from its list to the morning of the meeting', () => {
  test('the list is shown line by line, registers nothing, and is handed out as a whole by one tap', async () => {
    const shown = await world.says('陈静', LIST)
    expect(shown).toContain('共3件，11月30日 周一 10:30 前交卷（服务企业周例会）')
    expect(shown).toContain(
      '金融科 王强：摸排上市后备企业融资需求（11月27日 周五 18:00，国库科协办，依据局党组2026-18号）',
    )
    expect(await open()).toEqual([])
    expect(await world.taps('陈静', '确认交办')).toContain(
      '第48周交办已登记3件（2026-周48-001至2026-周48-003），承办单位3个，请于 11月30日 周一 10:30 前交卷',
    )
    expect(await world.matter(2)).toMatchObject({
      formal: '2026-周48-002',
      batch: '2026-周48',
      source: '周交办',
      profile: '周交办',
      origin: 'office',
      status: 'assigned',
      due: Date.parse('2026-11-27T18:00:00+08:00'),
    })
    expect((await world.matter(1)).due).toBe(Date.parse('2026-11-30T10:30:00+08:00'))
    expect(world.received('李娜').join()).toContain('陈静交办2号，请签收')
  })

  test('a second tap hands out nothing twice', async () => {
    await expect(world.taps('陈静', '确认交办')).resolves.toContain('没有待确认')
    expect((await open()).length).toBe(3)
  })

  test('it is taken back as a whole, the numbers stay used; once somebody has begun, no more', async () => {
    expect(await world.says('陈静', '撤销')).toContain('已撤销：交办')
    expect(await open()).toEqual([])
    await world.says('陈静', LIST)
    await world.taps('陈静', '确认交办')
    expect((await world.matter(4)).formal).toBe('2026-周48-004')
    await world.says('李娜', '签收并分办 周48-5 @王强')
    expect(await world.says('陈静', '撤销')).toContain('E-UNDO-2')
    expect((await open()).length).toBe(3)
  })

  test('its matters are called by their short numbers wherever a number is said', async () => {
    await world.says('王强', '报 48-5 已摸排12家')
    await world.says('王强', '48周5号 已摸排13家')
    await world.says('王强', '48-5 已摸排14家')
    await world.says('王强', '第48周5号已摸排15家')
    expect((await world.verbs(5)).filter((verb) => verb === '报').length).toBe(4)
    await world.says('王强', '报\n48-5 已摸排16家\n周48-5 已摸排17家')
    expect((await world.matter(5)).report?.text).toBe('已摸排17家')
    await world.says('王强', '周48-5还没有办结')
    expect((await world.matter(5)).status).toBe('in_progress')
    expect(await world.says('王强', '周48-5')).toContain('摸排上市后备企业融资需求')
    expect(await world.says('陈静', '查 周48-9')).toContain('E-MATTER-1')
  })

  test('the next list knows the meeting, and names what is on the ledger already or stands in it twice', async () => {
    const shown = await world.says(
      '陈静',
      `${LIST.replace(' 服务企业周例会', '')}\n4. 国库科 催收名单\n5. 国库科 催收名单`,
    )
    expect(shown).toContain('11月30日 周一 10:30 前交卷（服务企业周例会）')
    expect(shown).toContain('本周已交办3件，编号接着排')
    expect(shown).toContain('第1行与4号“报送三季度预算绩效自评报告”相近')
    expect(shown).toContain('第5行与第4行相近')
  })

  test('on the morning of the hand-in each gets what he may see: results first, then the new week', async () => {
    const list = '周交办\n11月24日9:00前交卷：\n预算科 报送决算说明\n金融科 汇总风险'
    expect(await world.says('李明远', list)).toContain('11月24日 周二 09:00 前交卷')
    await world.taps('李明远', '确认交办')
    expect(await world.matter(7)).toMatchObject({
      origin: 'instruction',
      due: Date.parse('2026-11-24T09:00:00+08:00'),
    })
    await world.says('杜建华', '签收并分办 48-7 @杜建华')
    await world.says('杜建华', '交卷 48-7 说明已报送')
    await world.says('陈静', '周交办 下周\n11月30日17:00前交卷：\n资产管理科 清查闲置资产')
    await world.taps('陈静', '确认交办')
    for (const who of ['杜建华', '李明远', '马晓东']) world.received(who)
    await world.turnsTo('2026-11-24 08:12')
    const principal = world.received('李明远').join('\n')
    expect(principal).toContain('应交卷5件，已交卷1件，其中按时1件；未交卷4件。')
    expect(principal).toContain('周48-7 报送决算说明 · 预算科 · 11月23日 周一 交卷，待审核')
    expect(principal.indexOf('周48-5')).toBeLessThan(principal.indexOf('周48-7'))
    expect(principal.indexOf('周48-7')).toBeLessThan(principal.indexOf('周49-1 清查闲置资产'))
    const head = world.received('杜建华').join('\n')
    expect(head).toContain('应交卷2件，已交卷1件')
    expect(head).not.toContain('核对集中支付疑点')
    expect(world.received('马晓东').join('\n')).not.toContain('交卷情况')
    expect(await world.says('杜建华', '周交办')).toContain('周48-7')
    expect(await world.says('杜建华', '周交办 第49周')).toContain('周48-7')
  })

  test('a line with a secret is left out alone, and nothing of it is kept', async () => {
    const before = await titles()
    const shown = await world.says(
      '陈静',
      '周交办 服务企业周例会\n预算科 公开部门决算\n金融科 核对身份证11010519491231002X\n国库科 办理机密★文件',
    )
    expect(shown).toContain('第2行：内容含身份证号')
    expect(shown).toContain('第3行：内容带有涉密')
    await world.taps('陈静', '确认交办')
    expect(await titles()).toEqual([...before, '公开部门决算'].sort())
    expect(world.received('陈静').join()).not.toMatch(/11010519491231002X|机密/)
    const kept = readdirSync(dir).filter((name) => name.startsWith('practice.db'))
    const bytes = Buffer.concat(kept.map((name) => readFileSync(join(dir, name))))
    expect(bytes.includes('公开部门决算')).toBe(true)
    expect(bytes.includes('11010519491231002X')).toBe(false)
    expect(bytes.includes('机密')).toBe(false)
  })
})

test('without a known meeting a table is read all the same; merged cells and formulas are named; one tap names the meeting', async () => {
  const other = await openWorld()
  const first = world
  world = other
  try {
    const shown = await drop(
      [
        ['周交办清单', null, null, null, null, null, null],
        HEADER,
        ['1', '预算科', '报送“=1+1 的进度”', '杜建华', '2026-12-04', '国库科', '局党组2026-18号'],
        ['2', '金融科', '摸排企业需求', null, null, null, null],
        ['3', null, '催收名单', null, null, null, null],
        ['4', '国库科', null, null, null, null, null],
      ],
      {
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
          { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
        ],
        cells: new Map([['5,2', { formula: 'A1', formulaResult: '核对疑点' }]]),
      },
    )
    expect(shown).toContain('第4至5行“责任单位”是合并单元格，每行都按“金融科”读取')
    expect(shown).toContain('第6行“事项”是公式，按显示的“核对疑点”读取')
    expect(shown).toContain('预算科 杜建华：报送“=1+1 的进度”（12月4日 周五 18:00，国库科协办')
    expect(shown).toContain('请点选到哪个例会交卷')
    expect(await world.says('陈静', '周交办 确认 1')).toContain('E-BATCH-2')
    await world.taps('陈静', '服务企业 11月30日 周一 10:30')
    expect(await titles()).toEqual(
      ['报送“=1+1 的进度”', '摸排企业需求', '催收名单', '核对疑点'].sort(),
    )
  } finally {
    world = first
    await other.close()
  }
})

test('weeks are numbered as ISO 8601 has it, over the end of the year too', () => {
  const named = (day: string) => batchName(numberedWeekOf(day))
  expect(['2022-09-12', '2025-12-29', '2027-01-03', '2026-01-05'].map(named)).toEqual([
    '2022-周37',
    '2026-周01',
    '2026-周53',
    '2026-周02',
  ])
  expect(batchAfter('2026-周53', 1)).toBe('2027-周01')
  expect(batchAfter('2026-周01', -1)).toBe('2025-周52')
  expect(mondayOf({ year: 2026, week: 53 })).toBe('2026-12-28')
  expect(mondayOf({ year: 2025, week: 53 })).toBeUndefined()
})

test('the page goes out before the meeting, and never on a rest day or in the night', () => {
  const calendar = calendarOf([], [])
  const at = (moment: string) => pageTime(Date.parse(`${moment}:00+08:00`), calendar)
  expect(at('2026-11-30T10:30')).toBe(Date.parse('2026-11-30T08:10:00+08:00'))
  expect(at('2026-11-30T08:20')).toBe(Date.parse('2026-11-27T17:10:00+08:00'))
})
