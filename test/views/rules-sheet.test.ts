/** 规则.xlsx out and in again. */
import { expect, test } from 'vitest'
import { profilesOf, usualProfiles } from '../../src/domain/matter/profiles.ts'
import type { Cell } from '../../src/views/cell.ts'
import { readRules, rulesSheet } from '../../src/views/rules-sheet.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'

const written = async (): Promise<Cell[][]> => {
  const bytes = await writeSheets([rulesSheet(profilesOf([]))], 0)
  return (await readSheets(bytes))[0]!.rows
}
const faultsWith = async (title: string, cell: Cell, line = 3): Promise<string[]> => {
  const rows = await written()
  rows[line - 1]![rows[0]!.indexOf(title)] = cell
  return readRules(rows).faults
}

test('what went out comes in as it was', async () => {
  const { rules, faults } = readRules(await written())
  expect(faults).toEqual([])
  expect(rules.map(({ rule }) => rule)).toEqual(usualProfiles)
})

test('empty lines are nothing, a missing column is named', async () => {
  const rows = await written()
  expect(readRules([...rows, [null, null]]).rules).toHaveLength(usualProfiles.length)
  expect(readRules(rows.map((row) => row.slice(1))).faults[0]).toContain('缺少这些列：名称')
  expect(readRules([]).faults[0]).toContain('缺少这些列')
})

test.each<[string, Cell, string]>([
  ['计日', '农历', '第3行：计日“农历”只能是日历日、自然日、工作日'],
  ['步骤', '首次反馈 三天 报', '第3行：步骤“首次反馈 三天 报”看不懂'],
  ['步骤', '首次反馈 3天 开会', '第3行：步骤“首次反馈 3天 开会”看不懂'],
  ['一般', '尽快', '第3行：一般的时限“尽快”看不懂'],
  ['签收', '尽快', '第3行：签收“尽快”不是数字'],
  [
    '提醒',
    '办结 前1个工作日 9:07 大家 请办结',
    '提醒谁（承办人、负责人、分管领导、主要领导）没有写明',
  ],
  ['提醒', '请办结', '第3行：提醒“请办结”看不懂'],
  ['名称', '710', '“710”写了两次'],
])('%s “%s” is refused', async (title, cell, said) => {
  expect((await faultsWith(title, cell)).join('\n')).toContain(said)
})
