import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import type { Post } from '../../src/domain/people/person.ts'
import { branches, outsideTheParty } from '../../src/sample/branches.ts'
import { duties } from '../../src/sample/duties.ts'
import { people, personOf } from '../../src/sample/people.ts'
import { unitOf } from '../../src/sample/units.ts'

const count = (unit: string, ...posts: Post[]) =>
  people.filter((one) => one.unit === unit && (posts.length === 0 || posts.includes(one.post)))
    .length

describe('the people of the sample office', () => {
  it('are 120: 6 leaders, 8 处级, 30 heads and deputies, 76 staff', () => {
    const of = (...posts: Post[]) => people.filter((one) => posts.includes(one.post)).length
    expect(people).toHaveLength(120)
    expect(of('principal')).toBe(1)
    expect(of('leader')).toBe(5)
    expect(of('division')).toBe(8)
    expect(of('head', 'deputy')).toBe(30)
    expect(of('staff')).toBe(76)
  })

  it.each([
    ['人事教育科', 2, 5],
    ['预算科', 3, 9],
    ['国库科', 3, 6],
    ['金融科', 3, 8],
    ['资本市场科', 2, 7],
    ['金融风险防控科', 2, 6],
    ['农业农村科', 2, 6],
    ['经济建设科', 3, 6],
    ['社会保障科', 2, 5],
    ['资产管理科', 3, 5],
    ['法规监督科', 2, 4],
  ])('fill %s with %d heads and deputies and %d staff', (unit, heads, staff) => {
    expect(count(unit, 'head', 'deputy')).toBe(heads)
    expect(count(unit, 'head')).toBe(1)
    expect(count(unit, 'staff')).toBe(staff)
  })

  it('fill the 办公室 with 12, three of them in the 督查室', () => {
    expect(count('督查室')).toBe(3)
    expect(count('办公室') + count('督查室')).toBe(12)
    expect(count('办公室', 'head', 'deputy') + count('督查室', 'head', 'deputy')).toBe(3)
    expect(unitOf('督查室').parent).toBe('办公室')
  })

  it('bear different names, but for one pair of homonyms in two departments', () => {
    const names = people.map((one) => one.name)
    const doubled = names.filter((name, at) => names.indexOf(name) !== at)
    expect(doubled).toEqual(['张伟'])
    const pair = people.filter((one) => one.name === '张伟')
    expect(new Set(pair.map((one) => one.unit)).size).toBe(2)
  })

  it('include those whom the examples name', () => {
    expect(personOf('lina')).toMatchObject({ name: '李娜', unit: '金融科', post: 'head' })
    expect(personOf('wangqiang')).toMatchObject({ name: '王强', unit: '金融科', post: 'staff' })
    expect(personOf('zhaomin')).toMatchObject({ name: '赵敏', unit: '农业农村科', post: 'staff' })
    expect(personOf('chenjing').name).toBe('陈静')
    expect(personOf('liuyang').name).toBe('刘洋')
    expect(() => personOf('nobody')).toThrow('nobody')
  })

  it('are keyed by the pinyin of their names', () => {
    for (const { key, name } of people) {
      const syllables = pinyin(name, {
        toneType: 'none',
        type: 'array',
        surname: 'head',
        v: true,
      })
      expect(key.replace(/\d$/, ''), name).toBe(syllables.join(''))
    }
  })

  it.each(['key', 'mobile', 'openId', 'unionId'] as const)('have each their own %s', (field) => {
    expect(new Set(people.map((one) => one[field])).size).toBe(120)
  })

  it('carry ids and invented mobiles in the shape of real ones', () => {
    for (const one of people) {
      expect(one.openId).toMatch(/^ou_[0-9a-f]{32}$/)
      expect(one.unionId).toMatch(/^on_[0-9a-f]{32}$/)
      expect(one.mobile).toMatch(/^130000\d{5}$/)
    }
    // The same on every machine and in every version: histories and fixtures name them.
    expect(personOf('lina').openId).toBe('ou_58d348b43b9a9ce1876e97b5c7ec4b50')
  })

  it('carry the duties: 督查, 会议秘书, 管理员, one liaison per department, six counters', () => {
    const bearers = (role: keyof typeof duties) => people.filter((one) => one.roles.includes(role))
    expect(bearers('supervisor').map((one) => one.unit)).toEqual(['督查室', '督查室', '督查室'])
    expect(bearers('secretary').map((one) => one.unit)).toEqual(['办公室'])
    expect(bearers('admin')).toHaveLength(1)
    expect(new Set(bearers('liaison').map((one) => one.unit)).size).toBe(12)
    expect(bearers('liaison')).toHaveLength(12)
    expect(bearers('counter')).toHaveLength(6)
    expect(bearers('counter').every((one) => one.post === 'staff')).toBe(true)
    expect(new Set(bearers('counter').map((one) => one.unit)).size).toBeGreaterThan(3)
    expect(bearers('party').every((one) => one.unit === '人事教育科')).toBe(true)
    for (const key of Object.values(duties).flat()) expect(personOf(key).key).toBe(key)
  })

  it('are party members but for 24, in four branches with five on each committee', () => {
    expect(people.filter((one) => one.branch !== null)).toHaveLength(96)
    expect(branches).toHaveLength(4)
    for (const key of outsideTheParty) expect(personOf(key).branch).toBeNull()
    const committees = branches.flatMap((branch) => branch.committee)
    expect(new Set(committees).size).toBe(20)
    for (const branch of branches) {
      expect(branch.committee).toContain(branch.secretary)
      for (const key of branch.committee) expect(personOf(key).branch).toBe(branch.name)
    }
  })
})
