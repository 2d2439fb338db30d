/** The roster (花名册): the template that goes out, and what is said about the one that comes back. */
import { countsOf, type RosterComparison } from '../domain/people/roster.ts'
import { columnTitles, postWords, type RosterColumn, roleWords } from './roster-words.ts'
import type { Sheet } from './sheet.ts'

const order = Object.keys(columnTitles) as RosterColumn[]

const widths: Readonly<Record<RosterColumn, number>> = {
  name: 12,
  unit: 20,
  title: 24,
  post: 12,
  mobile: 16,
  roles: 20,
  charges: 28,
  remits: 28,
  note: 20,
}

const howToFill: Readonly<Record<RosterColumn, string>> = {
  name: '必填。与飞书中的姓名一致；同名的人请都填手机号',
  unit: '必填。填科室全称；局领导和处级干部填“局领导”',
  title: '选填。按任职文件填写',
  post: `必填。${Object.values(postWords).join('、')}之一`,
  mobile: '选填。11位，用于与飞书账号对应，不在群里显示',
  roles: `选填。${Object.values(roleWords).join('、')}，可填几项，用“、”隔开`,
  charges: '只由领导填写，几个部门用“、”隔开',
  remits: '选填。负责的业务，用群众来问的词写，用“、”隔开，供“谁管”查找',
  note: '选填',
}

const examples: readonly Record<RosterColumn, string>[] = [
  {
    name: '张三',
    unit: '局领导',
    title: '党组成员、副局长',
    post: postWords.leader,
    mobile: '13000000001',
    roles: '',
    charges: '预算科、国库科',
    remits: '',
    note: '',
  },
  {
    name: '李四',
    unit: '预算科',
    title: '四级主任科员',
    post: postWords.staff,
    mobile: '13000000002',
    roles: `${roleWords.liaison}、${roleWords.counter}`,
    charges: '',
    remits: '部门预算、预算绩效',
    note: '窗口值周一至周三',
  },
]

/** The roster template: an empty table to fill, and a tab that explains each column with two examples. */
export function rosterTemplate(): Sheet[] {
  const columns = order.map((column) => ({ title: columnTitles[column][0], width: widths[column] }))
  return [
    {
      name: '花名册',
      columns: columns.map((column, at) =>
        order[at] === 'post' ? { ...column, choices: Object.values(postWords) } : column,
      ),
      rows: [],
      landscape: true,
      freeze: 1,
    },
    {
      name: '填写说明',
      columns: [{ title: '', width: 8 }, ...columns],
      rows: [
        ['填法', ...order.map((column) => howToFill[column])],
        ...examples.map((example, at) => [
          `示例${at + 1}`,
          ...order.map((column) => example[column] || null),
        ]),
      ],
      landscape: true,
    },
  ]
}

/** `新增3人，调动1人，变更2人，离任1人，其余113人不变`; the parts that are nought stay out. */
export function comparisonSaid(comparison: RosterComparison): string {
  const counts = countsOf(comparison)
  const parts = [
    [counts.new, '新增'],
    [counts.moved, '调动'],
    [counts.changed, '变更'],
    [counts.left, '离任'],
  ] as const
  const said = parts.flatMap(([count, word]) => (count > 0 ? [`${word}${count}人`] : []))
  if (said.length === 0) return `${counts.same}人均无变化`
  return counts.same > 0 ? `${said.join('，')}，其余${counts.same}人不变` : said.join('，')
}
