/** A name in minutes that nobody carries is marked, and stays neither in the title nor for a task of somebody else's. */
import { expect, test } from 'vitest'
import { readMinutes } from '../../../src/domain/meeting/minutes.ts'
import { calendar, office } from './office.ts'

const now = Date.parse('2026-11-23T14:00:00+08:00')
const read = (text: string) => readMinutes(text, { directory: office, calendar, now }).drafts

/** One line: its title | who leads | whom nobody knows. */
const lines: [string, string][] = [
  ['由张三牵头，12月5日前拿出融资方案', '拿出融资方案 | 待定 | 张三'],
  ['张三负责汇总清单，12月5日前报送', '汇总清单，报送 | 待定 | 张三'],
  ['请张三同志牵头梳理贴息底数，12月5日前', '梳理贴息底数 | 待定 | 张三'],
  ['@张三 走访鑫源公司，12月5日前', '走访鑫源公司 | 待定 | 张三'],
  ['张三：12月5日前报送清单', '报送清单 | 待定 | 张三'],
  ['招商局牵头，金融科配合，12月5日前拿出方案', '拿出方案 | 待定 | 招商局'],
  ['由金融科牵头，张三配合，12月5日前拿出方案', '拿出方案 | 金融科 | 张三'],
  ['由金融科、张三牵头，12月5日前拿出方案', '拿出方案 | 金融科 | 张三'],
  ['由张三、李四牵头，12月5日前拿出方案', '拿出方案 | 待定 | 张三、李四'],
  ['梳理政策（责任单位：招商局；完成时限：12月8日）', '梳理政策 | 待定 | 招商局'],
  ['梳理政策（责任单位：金融科、招商局；完成时限：12月8日）', '梳理政策 | 金融科 | 招商局'],
  // Nobody's names.
  ['由各科室负责，12月5日前自查', '由各科室负责，自查 | 待定 | '],
  ['由专人负责，12月5日前报送', '由专人负责，报送 | 待定 | '],
  ['高度负责地做好自查，12月5日前报送', '高度负责地做好自查，报送 | 待定 | '],
  ['全面负责核对工作，12月5日前完成', '全面负责核对工作 | 待定 | '],
  ['@所有人 12月5日前填表', '@所有人 填表 | 待定 | '],
  ['12月5日前落实项目负责人制度', '落实项目负责人制度 | 待定 | '],
  ['金融科12月5日前报送由张三提出的清单', '报送由张三提出的清单 | 金融科 | '],
]

test.each(lines)('%s', (line, expected) => {
  const [draft] = read(line)
  const lead = draft?.lead ? office.unitName(draft.lead.unit) : '待定'
  expect([draft?.title, lead, draft?.unknown?.join('、')].join(' | ')).toBe(expected)
})

test('a heading by an unknown name marks the lines below it; one of their own goes before', () => {
  const drafts = read('张三：\n1. 12月5日前报送清单\n2. 金融科12月8日前拿出方案')
  expect(drafts.map((one) => [one.title, one.unknown])).toEqual([
    ['报送清单', ['张三']],
    ['拿出方案', []],
  ])
})
