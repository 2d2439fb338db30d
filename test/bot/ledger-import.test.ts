/** An exported ledger, edited and dropped back: previewed, confirmed as a whole, taken back as a whole. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Cell } from '../../src/views/cell.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let dir: string
let world: World
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-import-'))
  world = await openWorld({ dir })
  await world.says('陈静', '交办 @王强 报送“=1+1 的进度” 12月4日前')
  await world.says('陈静', '交办 预算科 汇总绩效自评 12月11日前 依据 局党组2026-18号')
  await world.says('陈静', '交办 国库科 核对疑点 12月8日前')
  await world.says('李娜', '签收并分办 1')
}, 60_000)
afterEach(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

type Tabs = { name: string; rows: Cell[][] }[]

/** The tabs of the ledger as it is exported now. */
async function exported(): Promise<Tabs> {
  await world.says('陈静', '台账 导出')
  const { files } = world.ground.street.snapshot() as { files: { base64: string }[] }
  return readSheets(Buffer.from(files.at(-1)!.base64, 'base64'))
}

/** Drops the tabs, edited, into the supervisor's chat; gives what was answered. */
async function drop(tabs: Tabs, edit: (rows: Cell[][]) => void = () => {}): Promise<string> {
  edit(tabs[0]!.rows)
  const width = (rows: Cell[][]) => Math.max(...rows.map((row) => row.length))
  const sheets = tabs.map(({ name, rows }) => {
    const [first = [], ...rest] = rows
    const columns = Array.from({ length: width(rows) }, (_, c) => ({
      title: String(first[c] ?? `列${c}`),
    }))
    return { name, columns, rows: rest }
  })
  world.received('陈静')
  const bytes = await writeSheets(sheets, world.ground.clock.now())
  await world.ground.street.sendFile(personNamed('陈静').openId, 'bot', '督办台账.xlsx', bytes)
  await world.ground.bot.settled()
  await world.ground.bot.settled()
  return world.received('陈静').join('\n')
}

/** The line of the paper for a matter; columns: 2 事项, 3 来源依据, 5 责任人, 7 办结时限. */
const line = (rows: Cell[][], id: number) =>
  rows.find((row) => String(row[1]).endsWith(`-00${id}`))!

const everything = () =>
  world.ground.bot.office.store.look((store) => store.ledger.page({ open: 'both' }, { limit: 100 }))

describe('an edited ledger', () => {
  test('that was not edited changes nothing', async () => {
    const before = await everything()
    const answer = await drop(await exported())
    expect(answer).toContain('共3行，改动0件')
    expect(answer).not.toContain('确认导入')
    expect(await everything()).toEqual(before)
  })

  test('is previewed, changes nothing until it is confirmed, then as a whole, and is taken back as a whole', async () => {
    const before = await everything()
    const answer = await drop(await exported(), (rows) => {
      line(rows, 2)[2] = '汇总三季度绩效自评'
      line(rows, 2)[7] = '2026-12-15'
      line(rows, 3)[3] = '第18次局长办公会'
    })
    expect(answer).toContain('改动2件')
    expect(answer).toContain(
      '标题：汇总绩效自评 → 汇总三季度绩效自评；时限：2026-12-11 18:00 → 2026-12-15 18:00',
    )
    expect(await everything()).toEqual(before)
    expect(await world.taps('陈静', '确认导入')).toContain('已导入2件：')
    const second = await world.matter(2)
    expect(second.title).toBe('汇总三季度绩效自评')
    expect(second.due).toBe(Date.parse('2026-12-15T18:00:00+08:00'))
    expect(second.firstDue).toBe(Date.parse('2026-12-11T18:00:00+08:00'))
    expect((await world.matter(3)).basis).toBe('第18次局长办公会')
    expect(await world.verbs(2)).toEqual(['交办', '改标题', '改时限'])
    expect(await world.says('陈静', '查 三季度绩效')).toContain('2号')
    expect(await world.says('陈静', '撤销')).toContain('已撤销')
    const bare = (all: typeof before) =>
      all.map(({ rev: _, head: __, changed: ___, ...one }) => one)
    expect(bare(await everything())).toEqual(bare(before))
  })

  test('confirmed twice acts once', async () => {
    await drop(await exported(), (rows) => {
      line(rows, 3)[2] = '核对动态监控疑点'
    })
    await world.says('陈静', '台账导入 确认 1')
    expect(await world.says('陈静', '台账导入 确认 1')).toContain('没有待确认的台账')
    expect(await world.verbs(3)).toEqual(['交办', '改标题'])
  })

  test('with a line that has moved on since takes the others over and says which it left', async () => {
    const tabs = await exported()
    await world.says('陈静', '改 3 标题 核对三季度疑点')
    const answer = await drop(tabs, (rows) => {
      line(rows, 2)[2] = '汇总三季度绩效自评'
      line(rows, 3)[2] = '核对别的疑点'
    })
    expect(answer).toMatch(/第\d行 3号 在导出后已有变动，未采纳/)
    await world.taps('陈静', '确认导入')
    expect((await world.matter(2)).title).toBe('汇总三季度绩效自评')
    expect((await world.matter(3)).title).toBe('核对三季度疑点')
  })

  test('that was overtaken between preview and confirmation is not half imported', async () => {
    await drop(await exported(), (rows) => {
      line(rows, 2)[2] = '汇总三季度绩效自评'
      line(rows, 3)[2] = '核对三季度疑点'
    })
    await world.says('陈静', '改 3 依据 第19次局长办公会')
    expect(await world.taps('陈静', '确认导入')).toContain('一件都没有导入')
    expect((await world.matter(2)).title).toBe('汇总绩效自评')
  })

  test.each<[string, (rows: Cell[][]) => void, string]>([
    [
      'an unknown number',
      (rows) => {
        line(rows, 2)[1] = '2026-交办-099'
      },
      '没有编号为 2026-交办-099 的事项',
    ],
    [
      'no number',
      (rows) => {
        line(rows, 2)[1] = null
      },
      '没有编号，台账不在表格里新增事项',
    ],
    [
      'a number twice',
      (rows) => {
        line(rows, 2)[1] = line(rows, 3)[1]!
      },
      '编号相同',
    ],
    [
      'an empty title',
      (rows) => {
        line(rows, 2)[2] = null
      },
      '事项不能为空',
    ],
    [
      'a date that is none',
      (rows) => {
        line(rows, 2)[7] = '尽快'
      },
      '时限“尽快”看不懂',
    ],
    [
      'a date that has passed',
      (rows) => {
        line(rows, 2)[7] = '2026-01-05'
      },
      '办结时限已经过去',
    ],
    [
      'a person nobody knows',
      (rows) => {
        line(rows, 1)[5] = '路人甲'
      },
      '名册中没有“路人甲”',
    ],
    [
      'a lost column',
      (rows) => {
        rows[1]![7] = '时间'
      },
      '没有找到台账的表头',
    ],
    [
      'a column twice',
      (rows) => {
        rows[1]![10] = '事项'
      },
      '表头有重复的栏目：事项',
    ],
    [
      'a secret',
      (rows) => {
        line(rows, 2)[2] = '机密★ 汇总'
      },
      '密',
    ],
  ])('with %s is told row by row, and nothing of it is imported', async (_, edit, says) => {
    const before = await everything()
    const answer = await drop(await exported(), (rows) => {
      line(rows, 3)[2] = '核对三季度疑点'
      edit(rows)
    })
    expect(answer).toContain(says)
    expect(answer).not.toContain('[确认导入]')
    expect(await everything()).toEqual(before)
  })

  test('is the 督查室’s alone', async () => {
    expect(await world.says('王强', '台账导入 确认 1')).toContain('由督查室使用')
  })
})
