import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person, Unit } from '../../src/domain/people/person.ts'
import { compareRoster } from '../../src/domain/people/roster.ts'
import { people } from '../../src/sample/people.ts'
import { units } from '../../src/sample/units.ts'
import type { Cell } from '../../src/views/cell.ts'
import { comparisonSaid, rosterTemplate } from '../../src/views/roster.ts'
import { readRoster } from '../../src/views/roster-reading.ts'
import { postWords, roleWords } from '../../src/views/roster-words.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'

const titles = ['姓名', '部门', '职务', '岗位', '手机号', '职责', '分管部门', '备注', '业务分工']
const li: Cell[] = ['李娜', '金融科', '科长', '科长', '13000010001', '', '', '']

/** The roster of the sample office as its keeper would fill it in. */
const filled: Cell[][] = people.map((one) => [
  one.name,
  one.unit,
  one.title,
  postWords[one.post],
  one.mobile,
  one.roles.map((role) => roleWords[role]).join('、'),
  units
    .filter((unit) => ['department', 'office'].includes(unit.kind) && unit.charge === one.key)
    .map((unit) => unit.name)
    .join('、'),
  null,
])

const findings = (...lines: Cell[][]) => readRoster([titles, ...lines]).findings
const says = (...lines: Cell[][]) => findings(...lines).map((finding) => finding.say)
const like = (changes: Partial<Record<number, Cell>>) =>
  li.map((cell, at) => (at in changes ? (changes[at] ?? null) : cell))

describe('the roster template', () => {
  it('has the columns to fill and a tab that explains them with two examples', async () => {
    const [table, guide] = await readSheets(await writeSheets(rosterTemplate(), 0))
    expect(table?.name).toBe('花名册')
    expect(table?.rows).toEqual([titles])
    expect(guide?.name).toBe('填写说明')
    expect(guide?.rows.map((row) => row[0])).toEqual([null, '填法', '示例1', '示例2'])
  })

  it('shows examples that its own reader takes without a word', () => {
    const [, guide] = rosterTemplate()
    const examples = guide!.rows.slice(1).map((row) => row.slice(1))
    const unitsOfExamples = ['国库科'].map((unit) => like({ 0: '王五', 1: unit, 4: null }))
    expect(findings(...examples, ...unitsOfExamples)).toEqual([])
  })

  it('explains every rank and duty', () => {
    const text = JSON.stringify(rosterTemplate()[1]?.rows)
    for (const word of [...Object.values(postWords), ...Object.values(roleWords)])
      expect(text).toContain(word)
  })
})

describe('a filled-in roster', () => {
  it('of the whole office is read without a finding, and means no change', async () => {
    const [template] = rosterTemplate()
    const bytes = await writeSheets([{ ...template!, title: '花名册', rows: filled }], 0)
    const [table] = await readSheets(bytes)
    const { rows, findings } = readRoster(table!.rows)
    expect(findings).toEqual([])
    expect(rows).toHaveLength(120)
    expect(rows[0]).toEqual({
      line: 3,
      name: '李明远',
      unit: '局领导',
      title: '党组书记、局长',
      post: 'principal',
      mobile: people[0]?.mobile,
      roles: [],
      charges: ['督查室'],
      remits: [],
      note: '',
    })
  })

  it('may have its columns in any order, under the names offices use, below a title', () => {
    const { rows, findings } = readRoster([
      ['梁州市财政局人员名单'],
      [],
      ['序号', '岗位（必填）', '科室', '*姓　名', '联系电话'],
      [1, '科员', '金融科', '王　强', 13000010002],
    ])
    expect(findings).toEqual([])
    expect(rows).toMatchObject([
      {
        line: 4,
        name: '王强',
        unit: '金融科',
        title: '',
        mobile: '13000010002',
        roles: null,
        charges: null,
      },
    ])
  })

  it('takes what each answers for as words to be found by, and refuses what is no word', () => {
    const header = ['姓名', '部门', '岗位', '分工']
    const { rows } = readRoster([header, ['王强', '金融科', '科员', '贴息、惠企政策；银企对接']])
    expect(rows[0]?.remits).toEqual(['贴息', '惠企政策', '银企对接'])
    const { findings } = readRoster([header, ['王强', '金融科', '科员', '贴息、钱']])
    expect(findings.map((one) => one.say)).toEqual([
      '第2行：业务分工“钱”请写2至20字，几项用“、”隔开',
    ])
  })

  it('takes mobiles and lists however they are typed', () => {
    const line = like({ 4: '+86 130-0001-0001', 5: '联络员，窗口; 党务、窗口' })
    expect(readRoster([titles, line]).rows[0]).toMatchObject({
      mobile: '13000010001',
      roles: ['liaison', 'counter', 'party'],
    })
    expect(readRoster([titles, like({ 4: '１３０００００１２３４' })]).rows).toHaveLength(1)
  })

  it('skips empty lines but keeps counting them', () => {
    const { rows } = readRoster([titles, [], [null, ''], li])
    expect(rows.map((row) => row.line)).toEqual([4])
  })

  it.each([
    ['an empty name', { 0: ' ' }, '第2行：姓名为空，请补填'],
    ['a name that is none', { 0: '13812345678' }, '第2行：姓名“13812345678”不像姓名，请核对'],
    ['an empty unit', { 1: null }, '第2行：部门为空，请补填；合并的单元格请拆分后逐行填写'],
    [
      'a formula that was never calculated',
      { 0: '=B2' },
      '第2行：姓名是没有算出结果的公式，请改成文字',
    ],
    [
      'a unit by such a formula',
      { 1: '=VLOOKUP(A2,C:D,2)' },
      '第2行：部门是没有算出结果的公式，请改成文字',
    ],
    [
      'an unknown rank',
      { 3: '大科长' },
      '第2行：岗位“大科长”不认识，请填主要领导、分管领导、其他处级、科长、副科长、科员之一',
    ],
    [
      'no rank',
      { 3: '' },
      '第2行：岗位为空，请填主要领导、分管领导、其他处级、科长、副科长、科员之一',
    ],
    ['a bad mobile', { 4: '1300001' }, '第2行：手机号不是11位手机号码，请核对'],
    [
      'an unknown duty',
      { 5: '联络员、司机' },
      '第2行：职责“司机”不认识，可填督查员、会议秘书、管理员、联络员、窗口、党务',
    ],
    [
      'charges of one who leads nothing',
      { 6: '金融科' },
      '第2行：分管部门只由领导填写，请核对岗位',
    ],
  ])('with %s is told so by line, and the line stays out', (_, changes, say) => {
    const reading = readRoster([titles, like(changes)])
    expect(reading.findings).toEqual([{ line: 2, level: 'error', say }])
    expect(reading.rows).toEqual([])
  })

  it('never repeats a mobile in what it says', () => {
    const shared = like({ 0: '王强', 3: '科员' })
    const told = [...says(li, shared), ...says(like({ 4: '130000100011' }))]
    expect(told).toHaveLength(2)
    expect(told.join()).not.toContain('1300001')
  })

  it('tells a duplicate by person and unit, unless two mobiles prove two persons', () => {
    expect(says(li, li)).toEqual(['第3行：李娜（金融科）与第2行重复'])
    expect(says(li, like({ 4: null }))).toEqual(['第3行：李娜（金融科）与第2行重复'])
    expect(says(li, like({ 3: '科员', 4: '13000010009' }))).toEqual([])
    expect(says(li, like({ 1: '预算科', 4: '13000010009' }))).toEqual([])
  })

  it('tells a mobile used twice', () => {
    expect(says(li, like({ 0: '王强', 3: '科员' }))).toEqual(['第3行：手机号与第2行李娜相同'])
  })

  it('warns of two heads in one unit and of charges over nobody, and keeps the lines', () => {
    const second = like({ 0: '王强', 4: null })
    const leader = like({ 0: '郑国栋', 1: '局领导', 3: '分管领导', 4: null, 6: '金融科、外事科' })
    const reading = readRoster([titles, li, second, leader])
    expect(reading.findings.map((finding) => [finding.line, finding.level])).toEqual([
      [3, 'warning'],
      [4, 'warning'],
    ])
    expect(reading.findings.map((finding) => finding.say)).toEqual([
      '第3行：金融科已有科长（第2行李娜），请核对',
      '第4行：分管部门“外事科”在部门列中没有出现，请核对名称',
    ])
    expect(reading.rows).toHaveLength(3)
  })

  it('without its columns is not read at all', () => {
    expect(readRoster([['姓名', '备注'], ['李娜']])).toEqual({
      rows: [],
      findings: [{ line: 1, level: 'error', say: '第1行：缺少“部门”、“岗位”列，请使用花名册模板' }],
    })
    expect(readRoster([]).findings[0]?.say).toContain('缺少“姓名”、“部门”、“岗位”列')
  })

  it('without anybody in it says so', () => {
    expect(says()).toEqual(['第2行：表中没有人员，请填写后再发'])
  })

  it('warns of columns it does not know or has seen already', () => {
    const { findings, rows } = readRoster([
      ['姓名', '部门', '岗位', '工资', '手机', '手机号'],
      ['李娜', '金融科', '科长', 1, '13000010001', '13000010009'],
    ])
    expect(findings.map((finding) => finding.level)).toEqual(['warning', 'warning'])
    expect(rows[0]?.mobile).toBe('13000010001')
  })

  it('whatever it holds is read line by line, each line once at most', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom(...li))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }), (lines) => {
        const { rows, findings } = readRoster([titles, ...lines])
        const wrong = findings.filter((one) => one.level === 'error').map((one) => one.line)
        const seen = [...rows.map((row) => row.line), ...new Set(wrong)]
        expect(new Set(seen).size).toBe(seen.length)
        for (const { line, say } of findings) expect(say.startsWith(`第${line}行：`)).toBe(true)
      }),
    )
  })
})

describe('a comparison', () => {
  const person = (id: number, name: string): Person => ({
    id,
    name,
    unit: 1,
    title: '',
    post: 'staff',
    roles: [],
    openId: null,
    unionId: null,
    mobile: null,
    left: false,
  })
  const unit: Unit = {
    id: 1,
    name: '金融科',
    aliases: [],
    kind: 'department',
    parent: null,
    head: null,
    charge: null,
    members: [],
    ends: null,
  }
  const compared = (names: string[], ...lines: Cell[][]) =>
    comparisonSaid(
      compareRoster(
        { people: names.map((name, at) => person(at + 1, name)), units: [unit] },
        readRoster([titles, ...lines]).rows,
      ),
    )
  const staff = (name: string, home = '金融科') => [name, home, '', '科员', '', '', '', '']

  it('is said in one line, without the parts that are nought', () => {
    expect(compared(['甲某', '乙某'], staff('甲某'), staff('乙某'))).toBe('2人均无变化')
    expect(compared(['甲某', '乙某'], staff('甲某'), staff('丙某'))).toBe(
      '新增1人，离任1人，其余1人不变',
    )
    expect(compared(['甲某'], staff('甲某', '预算科'))).toBe('调动1人')
    const promoted = ['甲某', '金融科', '', '副科长', '', '', '', '']
    expect(compared(['甲某', '乙某'], promoted, staff('乙某'))).toBe('变更1人，其余1人不变')
  })
})
