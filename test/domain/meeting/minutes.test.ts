/** Minutes as offices write them, line by line: who leads, who supports, by when, and what is nobody's task. */
import { describe, expect, test } from 'vitest'
import type { Named } from '../../../src/domain/meeting/mentions.ts'
import { type DraftRead, readMinutes } from '../../../src/domain/meeting/minutes.ts'
import { isoOf } from '../../../src/domain/time/day.ts'
import { calendar, office } from './office.ts'

/** Monday 23 November 2026, 14:00. */
const now = Date.parse('2026-11-23T14:00:00+08:00')
const read = (text: string) => readMinutes(text, { directory: office, calendar, now })

const named = (one: Named) => office.unitName(one.unit) + office.name(one.person)
const dueOf = ({ due }: DraftRead) => (due.is === 'set' ? isoOf(due.at).slice(5, 16) : due.is)
const shown = (draft: DraftRead) =>
  [
    draft.title,
    draft.lead ? named(draft.lead) : '待定',
    draft.supports.map(named).join('、'),
    dueOf(draft),
  ].join(' | ')

/** One line, and the draft it becomes: title | lead | supports | date. */
const lines: [string, string][] = [
  [
    '1. 由金融科牵头，预算科、国库科配合，12月4日前拿出融资方案。',
    '拿出融资方案 | 金融科 | 预算科、国库科 | 12-04T18:00',
  ],
  [
    '2、预算科会同资产管理科核对贴息资金底数，12月1日前完成',
    '核对贴息资金底数 | 预算科 | 资产管理科 | 12-01T18:00',
  ],
  [
    '（3）@王强 走访鑫源公司，本周五前报走访情况',
    '走访鑫源公司，报走访情况 | 金融科王强 |  | 11-27T18:00',
  ],
  [
    '① 国库科、金融科：12月10日前兑付第二批贴息资金',
    '兑付第二批贴息资金 | 国库科 | 金融科 | 12-10T18:00',
  ],
  [
    '⑵ 摸排上市后备企业融资需求（责任单位：资本市场科；配合单位：金融科；完成时限：12月18日）',
    '摸排上市后备企业融资需求 | 资本市场科 | 金融科 | 12-18T18:00',
  ],
  [
    '第一，法规监督科抓紧修订《惠企贴息办法》，12月底前报局长办公会',
    '抓紧修订《惠企贴息办法》，报局长办公会 | 法规监督科 |  | 12-31T18:00',
  ],
  ['• 推进城市更新项目融资方案', '推进城市更新项目融资方案 | 待定 |  | none'],
  ['（五）请预算科尽快拿出意见。', '尽快拿出意见 | 预算科 |  | none'],
  ['3\t核对贴息底数\t预算科\t国库科\t12月1日', '核对贴息底数 | 预算科 | 国库科 | 12-01T18:00'],
  ['| 4 | 走访规上企业 | 金融科 | 12月8日 |', '走访规上企业 | 金融科 |  | 12-08T18:00'],
  [
    '12家企业融资需求由金融科逐户对接，12月8日前完成',
    '12家企业融资需求由金融科逐户对接 | 金融科 |  | 12-08T18:00',
  ],
  [
    '完成贴息审核——金融科（牵头）、国库科（配合），12月9日',
    '完成贴息审核 | 金融科 | 国库科 | 12-09T18:00',
  ],
  [
    '会议决定，12月15日前完成银企对接平台上线，责任单位为金融科。',
    '完成银企对接平台上线 | 金融科 |  | 12-15T18:00',
  ],
  ['预算科配合金融科做好银企对接会，11月30日前', '做好银企对接会 | 金融科 | 预算科 | 11-30T18:00'],
  [
    '11、将上述资料于11月27日下班前报送金融科汇总。',
    '将上述资料报送金融科汇总 | 待定 |  | 11-27T18:00',
  ],
  [
    '经研究，会议同意金融科提出的方案，由预算科12月4日前印发。',
    '经研究，会议同意金融科提出的方案，由预算科印发 | 预算科 |  | 12-04T18:00',
  ],
  [
    '由市政府办公室牵头，金融科配合，制定方案',
    '由市政府办公室牵头，制定方案 | 待定 | 金融科 | none',
  ],
  [
    '金融科负责摸排企业名单，预算科负责测算资金，12月11日前形成报告',
    '摸排企业名单，预算科负责测算资金，形成报告 | 金融科 | 预算科 | 12-11T18:00',
  ],
  ['社会保障科张伟 核对参保数据 下周三前', '核对参保数据 | 社会保障科张伟 |  | 12-02T18:00'],
  ['郑国栋副局长牵头，金融科落实，建立会商机制', '建立会商机制 | 金融科 |  | none'],
  [
    '=HYPERLINK("http://x","点我") 金融科 12月5日前',
    '=HYPERLINK("http://x","点我") | 金融科 |  | 12-05T18:00',
  ],
  ['@所有人 周五前填表', '@所有人 填表 | 待定 |  | 11-27T18:00'],
]

describe('a line of minutes', () => {
  test.each(lines)('%s', (line, draft) => {
    expect(read(line).drafts.map(shown)).toEqual([draft])
  })

  test.each([
    ['服务企业周例会第147次会议纪要', 'heading'],
    ['时间：11月23日 周一 10:30', 'heading'],
    ['参加人员：金融科、预算科、国库科', 'heading'],
    ['一、关于鑫源公司用地问题', 'heading'],
    ['序号 事项 责任单位 完成时限', 'heading'],
    ['抄送：各科室', 'heading'],
    ['11月23日，郑国栋副局长主持召开服务企业周例会，现纪要如下：', 'narrative'],
    ['会议听取了金融科关于银企对接情况的汇报。', 'narrative'],
    ['会议指出，惠企政策落实总体有力。', 'narrative'],
    ['会议要求，各科室要加强协作。', 'narrative'],
    ['3. 各单位要高度重视，抓好落实', 'narrative'],
    ['郑国栋强调，要压实责任。', 'narrative'],
    ['上次会议议定的5项事项已全部办结。', 'narrative'],
  ])('%s is left out as %s', (line, tone) => {
    expect(read(line)).toEqual({ drafts: [], left: [{ words: line, tone }] })
  })

  test('past, impossible and double dates are not taken: they have to be settled first', () => {
    const [past, wrong, either] = read(
      '10月20日前报送自评报告，由预算科负责\n金融科 12月35日前报送\n金融科 下周三前梳理清单；完成时限：12月8日',
    ).drafts
    expect(past?.due).toMatchObject({ is: 'past', say: expect.stringContaining('已过') })
    expect(wrong?.due).toMatchObject({ is: 'invalid' })
    expect(either?.due).toMatchObject({
      is: 'unsure',
      choices: ['2026-12-08', '2026-12-02'].map((day) => Date.parse(`${day}T18:00:00+08:00`)),
    })
  })

  test('a weekday said on that weekday is asked about, and so is one of two persons of a name', () => {
    const [monday, homonym] = read('金融科周一前报送\n张伟负责测算缺口，12月2日前').drafts
    expect(monday?.due).toMatchObject({ is: 'unsure' })
    expect(homonym).toMatchObject({ lead: null })
    expect(homonym?.namesakes.map((id) => office.unitName(office.people.get(id)!.unit))).toEqual([
      '预算科',
      '社会保障科',
    ])
  })
})

describe('lines together', () => {
  test('labels on lines of their own belong to the item above; several items in one line come apart', () => {
    const text = `12. 梳理惠企政策清单
责任单位：金融科
配合单位：预算科
完成时限：12月8日
会议议定：一是由金融科牵头出台办法，12月10日前；二是国库科安排经费。`
    expect(read(text).drafts.map(shown)).toEqual([
      '梳理惠企政策清单 | 金融科 | 预算科 | 12-08T18:00',
      '出台办法 | 金融科 |  | 12-10T18:00',
      '安排经费 | 国库科 |  | none',
    ])
  })

  test('a unit above its items carries them out, until another stands there', () => {
    const text = '金融科：\n1. 走访鑫源公司\n2. 12月3日前报送走访报告\n预算科：\n1、测算缺口'
    expect(read(text).drafts.map(shown)).toEqual([
      '走访鑫源公司 | 金融科 |  | none',
      '报送走访报告 | 金融科 |  | 12-03T18:00',
      '测算缺口 | 预算科 |  | none',
    ])
  })

  test('what a meeting only stressed is talk, item by item', () => {
    const { drafts, left } = read('会议强调：一是加强学习；二是狠抓落实。')
    expect(drafts).toEqual([])
    expect(left).toHaveLength(3)
  })

  test('every line that says something is either a draft or left out, never lost', () => {
    const text = [...lines.map(([line]) => line), '会议指出，形势向好。', '', '————'].join('\n')
    const { drafts, left } = read(text)
    expect(drafts.length + left.length).toBe(lines.length + 1)
  })

  test('a hundred lines are read as any other; one of two thousand characters is no one thing', () => {
    const long = `金融科牵头，${'办好这件事'.repeat(400)}，12月4日前`
    expect(read(long)).toEqual({ drafts: [], left: [{ words: long, tone: 'long' }] })
    const many = Array.from(
      { length: 100 },
      (_, i) => `${i + 1}. 预算科12月${(i % 28) + 1}日前报送第${i + 1}批材料`,
    )
    expect(read(many.join('\n')).drafts).toHaveLength(100)
    expect(read('').drafts).toEqual([])
  })
})
