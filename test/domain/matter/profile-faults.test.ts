/** A wrong rule is refused with what is wrong; a field is changed in a few words. */
import { expect, test } from 'vitest'
import type { Profile } from '../../../src/domain/matter/profile.ts'
import { amended } from '../../../src/domain/matter/profile-amendment.ts'
import { faultsOf } from '../../../src/domain/matter/profile-faults.ts'
import { usualProfiles } from '../../../src/domain/matter/profiles.ts'

const usual = usualProfiles.find((one) => one.name === '13710')!
const rung = usual.ladder[0]!
const faults = (change: Partial<Profile>) => faultsOf({ ...usual, ...change }, usualProfiles)

test('the rules an office begins with have no fault', () => {
  for (const rule of usualProfiles) expect(faultsOf(rule, usualProfiles)).toEqual([])
})

test.each<[Partial<Profile>, string]>([
  [{ name: '' }, '没有名称'],
  [{ name: '一二三四五六七八九十一二三' }, '超过12个字'],
  [{ name: '13 710' }, '空格或标点'],
  [{ aliases: ['710'] }, '与规则“710”重名'],
  [{ kind: '农历' as Profile['kind'] }, '计日方式'],
  [{ cutoff: '25:00' }, '截点“25:00”不是钟点'],
  [{ sign: -1 }, '“签收”是负数'],
  [{ steps: [{ name: '首次反馈', days: -3, ends: 'feedback' }] }, '“首次反馈”是负数'],
  [{ steps: [{ name: '', days: 3, ends: 'feedback' }] }, '第1步没有名称'],
  [{ steps: [{ name: '反馈', days: 3, ends: 'dance' as 'deploy' }] }, '不知由什么完成'],
  [{ steps: [{ name: '反馈', days: 1.5, ends: 'feedback' }] }, '不是整数'],
  [{ steps: [{ name: '反馈', days: 4000, ends: 'feedback' }] }, '超过366'],
  [
    {
      steps: [
        { name: '研究部署', days: 3, ends: 'deploy' },
        { name: '首次反馈', days: 1, ends: 'feedback' },
      ],
    },
    '“首次反馈”（第1天）早于前一步“研究部署”（第3天）',
  ],
  [
    {
      steps: [
        { name: '反馈', days: 1, ends: 'feedback' },
        { name: '反馈', days: 3, ends: 'feedback' },
      ],
    },
    '写了两次',
  ],
  [{ limits: { 一般: { days: 2 } } }, '一般的时限（2天）早于“首次反馈”（第3天）'],
  [{ limits: { 重大复杂: { months: 0 } } }, '不能是0个月'],
  [{ limits: { 一般: { days: -7 } } }, '“一般的时限”是负数'],
  [{ ladder: [{ ...rung, to: 'nobody' as 'head' }] }, '没有写明提醒谁'],
  [{ ladder: [{ ...rung, at: '9:30' }] }, '整点和半点'],
  [{ ladder: [{ ...rung, at: '23:07' }] }, '8点到18点之间'],
  [{ ladder: [{ ...rung, word: ' ' }] }, '没有写说什么'],
  [{ extension: { times: -1, until: null } }, '“延期次数”是负数'],
  [{ extension: { times: 1, until: '5点' } }, '申请延期的钟点“5点”看不懂'],
])('%j is refused: %s', (change, said) => {
  expect(faults(change).join('；')).toContain(said)
})

test.each<[string, Partial<Profile>]>([
  ['首次反馈 2天', { steps: [usual.steps[0]!, { ...usual.steps[1]!, days: 2 }] }],
  ['首次反馈2天内', { steps: [usual.steps[0]!, { ...usual.steps[1]!, days: 2 }] }],
  ['首次反馈 当天', { steps: [usual.steps[0]!, { ...usual.steps[1]!, days: 0 }] }],
  ['办结 5天', { limits: { ...usual.limits, 一般: { days: 5 } } }],
  ['一般 5个工作日', { limits: { ...usual.limits, 一般: { days: 5 } } }],
  ['重大复杂 2个月', { limits: { ...usual.limits, 重大复杂: { months: 2 } } }],
  ['重大复杂 不设', { limits: { 一般: { days: 7 } } }],
  ['办结 下次例会', { limits: { ...usual.limits, 一般: { meeting: true } } }],
  ['工作日', { kind: 'workday' }],
  ['自然日', { kind: 'calendar' }],
  ['不顺延', { roll: false }],
  ['截点 17:00', { cutoff: '17:00' }],
  ['截点 不设', { cutoff: null }],
  ['签收 2天', { sign: 2 }],
  ['签收 不设', { sign: null }],
  ['延期 1次', { extension: { times: 1, until: null } }],
  ['延期 17:00前', { extension: { times: 2, until: '17:00' } }],
])('改 %s', (words, change) => {
  expect(amended(usual, words)).toEqual({ ...usual, ...change })
})

test('words that name no field are declined, and a negative number is read as one to be refused', () => {
  expect(() => amended(usual, '中期反馈 2天')).toThrow('没有看懂要改什么')
  expect(() => amended(usual, '')).toThrow('没有看懂要改什么')
  expect(() => amended(usual, '办结 很快')).toThrow('没有看懂要改什么')
  expect(faultsOf(amended(usual, '首次反馈 -2天'), usualProfiles)[0]).toContain('负数')
})
