/** When two matters are one: near-identical titles, or the same paper; never another number, period or meeting. */
import { expect, test } from 'vitest'
import { alike, paperNumber } from '../../../src/domain/matter/duplicate.ts'

test.each([
  ['报送三季度预算绩效自评报告', '报送三季度预算绩效自评报告', true],
  ['报送三季度预算绩效自评报告', '请报送三季度预算绩效自评报告。', true],
  ['报送三季度预算绩效自评报告', '报送四季度预算绩效自评报告', false],
  ['拨付第1批农业保险保费补贴资金', '拨付第2批农业保险保费补贴资金', false],
  ['报送城东片区问题楼盘化解方案', '报送城西片区问题楼盘化解方案', false],
  ['报送问题楼盘化解方案', '开展小额贷款公司现场检查', false],
  ['调研', '调研', true],
  ['', '', false],
])('“%s” and “%s”: %s', (one, other, same) => {
  expect(alike(one, other)).toBe(same)
  expect(alike(other, one)).toBe(same)
})

test.each([
  ['豫财办〔2026〕12号', '豫财办202612号'],
  ['豫财办[2026]12号文件', '豫财办202612号'],
  ['市政府批示2026-31号', '市政府批示202631号'],
  ['局党组第18次会议', null],
  ['第20次例会', null],
  [null, null],
])('the paper of “%s” is %s', (basis, paper) => {
  expect(paperNumber(basis)).toBe(paper)
})
