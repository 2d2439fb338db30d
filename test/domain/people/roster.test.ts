import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person, Unit } from '../../../src/domain/people/person.ts'
import { compareRoster, countsOf } from '../../../src/domain/people/roster.ts'
import type { RosterRow } from '../../../src/domain/people/roster-row.ts'
import { people as office } from '../../../src/sample/people.ts'
import { units as house } from '../../../src/sample/units.ts'

const idOf = (key: string) => office.findIndex((one) => one.key === key) + 1
const unitId = (name: string) => house.findIndex((one) => one.name === name) + 1

const units: Unit[] = house.map((unit) => ({
  id: unitId(unit.name),
  name: unit.name,
  aliases: [...unit.aliases],
  kind: unit.kind,
  parent: unit.parent ? unitId(unit.parent) : null,
  head: idOf(unit.head),
  charge: idOf(unit.charge),
  members: unit.members.map(idOf),
  ends: null,
}))

const people: Person[] = office.map((one) => ({
  id: idOf(one.key),
  name: one.name,
  unit: unitId(one.unit),
  title: one.title,
  post: one.post,
  roles: one.roles,
  openId: one.openId,
  unionId: one.unionId,
  mobile: one.mobile,
  left: false,
}))

const now = { people, units }

/** The roster that says exactly what is. */
const rows = (): RosterRow[] =>
  office.map((one, at) => ({
    line: at + 2,
    name: one.name,
    unit: one.unit,
    title: one.title,
    post: one.post,
    mobile: one.mobile,
    roles: [...one.roles],
    remits: null,
    charges: house
      .filter((unit) => ['department', 'office'].includes(unit.kind) && unit.charge === one.key)
      .map((unit) => unit.name),
    note: '',
  }))

const person = (key: string) => people.find((one) => one.id === idOf(key))!
const rowOf = (all: RosterRow[], key: string) => all[idOf(key) - 1]!

describe('a new roster', () => {
  it('that says what is changes nobody, homonyms included', () => {
    expect(countsOf(compareRoster(now, rows()))).toEqual({
      new: 0,
      moved: 0,
      changed: 0,
      left: 0,
      same: 120,
    })
  })

  it('in any order, and with aliases for units, changes nobody', () => {
    const next = rows().reverse()
    for (const row of next) if (row.unit === '办公室') row.unit = '综合科'
    expect(compareRoster(now, next).same).toHaveLength(120)
  })

  it('that leaves title, mobile, duties and charges open keeps what is known', () => {
    const open = { title: '', mobile: null, roles: null, charges: null, remits: null }
    const next = rows().map((row) => ({ ...row, ...open }))
    expect(compareRoster(now, next).same).toHaveLength(120)
  })

  it('tells the new, the moved, the changed and the gone', () => {
    const next = rows().filter((row) => row.name !== '龙雅婷')
    rowOf(next, 'wangqiang').unit = '预算科'
    rowOf(next, 'wangqiang').post = 'deputy'
    rowOf(next, 'lina').title = '科长、二级调研员'
    rowOf(next, 'zhengguodong').charges = ['金融科']
    next.push({ ...next[0]!, name: '新来者', mobile: '13000099999', charges: [], unit: '金融科' })
    const comparison = compareRoster(now, next)
    expect(comparison.new.map((row) => row.name)).toEqual(['新来者'])
    expect(comparison.moved).toMatchObject([{ person: { name: '王强' }, fields: ['unit', 'post'] }])
    expect(comparison.changed).toMatchObject([
      { person: { name: '郑国栋' }, fields: ['charges'] },
      { person: { name: '李娜' }, fields: ['title'] },
    ])
    expect(comparison.left.map((one) => one.name)).toEqual(['龙雅婷'])
    expect(comparison.same).toHaveLength(116)
  })

  it('finds a duty given or taken', () => {
    const next = rows()
    rowOf(next, 'wangqiang').roles = ['liaison']
    rowOf(next, 'jiangxiaohui').roles = []
    expect(compareRoster(now, next).changed.map((one) => one.fields)).toEqual([
      ['roles'],
      ['roles'],
    ])
  })

  it('counts a move to a unit that does not exist yet', () => {
    const next = rows()
    rowOf(next, 'wangqiang').unit = '政府采购科'
    expect(compareRoster(now, next).moved[0]?.row.unit).toBe('政府采购科')
  })
})

describe('homonyms', () => {
  it('that change places are told apart by their mobiles', () => {
    const next = rows()
    rowOf(next, 'zhangwei').unit = '社会保障科'
    rowOf(next, 'zhangwei2').unit = '预算科'
    const { moved } = compareRoster(now, next)
    expect(moved.map((one) => one.person.id)).toEqual([idOf('zhangwei'), idOf('zhangwei2')])
  })

  it('without mobiles are told apart by their units', () => {
    const next = rows()
    rowOf(next, 'zhangwei').mobile = null
    rowOf(next, 'zhangwei2').mobile = null
    rowOf(next, 'zhangwei2').title = '三级主任科员'
    const { changed } = compareRoster(now, next)
    expect(changed.map((one) => one.person.id)).toEqual([idOf('zhangwei2')])
  })

  it('of whom one stays in his unit leave the other line to the other', () => {
    const next = rows()
    rowOf(next, 'zhangwei').mobile = null
    Object.assign(rowOf(next, 'zhangwei2'), { mobile: null, unit: '国库科' })
    const { moved, left } = compareRoster(now, next)
    expect(moved.map((one) => one.person.id)).toEqual([idOf('zhangwei2')])
    expect(left).toEqual([])
  })

  it('that nothing tells apart are never guessed at', () => {
    const next = rows()
    for (const key of ['zhangwei', 'zhangwei2'])
      Object.assign(rowOf(next, key), { mobile: null, unit: '国库科' })
    const comparison = compareRoster(now, next)
    expect(comparison.new).toHaveLength(2)
    expect(comparison.left.map((one) => one.name)).toEqual(['张伟', '张伟'])
  })
})

describe('one name', () => {
  it('with another mobile in another unit is another person', () => {
    const next = rows()
    Object.assign(rowOf(next, 'wangqiang'), { mobile: '13000088888', unit: '国库科' })
    const { new: hired, left } = compareRoster(now, next)
    expect(hired.map((row) => row.name)).toEqual(['王强'])
    expect(left).toEqual([person('wangqiang')])
  })

  it('with another mobile in the same unit has a new number', () => {
    const next = rows()
    rowOf(next, 'wangqiang').mobile = '13000088888'
    expect(compareRoster(now, next).changed[0]?.fields).toEqual(['mobile'])
  })

  it('corrected under the same mobile in the same unit is still the same person', () => {
    const next = rows()
    rowOf(next, 'wangqiang').name = '王蔷'
    expect(compareRoster(now, next).changed).toMatchObject([
      { person: { name: '王强' }, fields: ['name'] },
    ])
  })
})

describe('who had left', () => {
  const gone = {
    units,
    people: people.map((one) => (one.name === '王强' ? { ...one, left: true } : one)),
  }

  it('comes back under his own name and mobile', () => {
    expect(compareRoster(gone, rows()).changed).toMatchObject([
      { person: { id: idOf('wangqiang') }, fields: ['back'] },
    ])
  })

  it('is not mistaken for a namesake, and does not leave again', () => {
    const next = rows()
    rowOf(next, 'wangqiang').mobile = null
    const comparison = compareRoster(gone, next)
    expect(comparison.new.map((row) => row.name)).toEqual(['王强'])
    expect(comparison.left).toEqual([])
  })
})

it('puts every line and every person into one list, whatever the roster holds', () => {
  const line = fc.record({
    line: fc.nat(),
    name: fc.constantFrom('张伟', '王强', '李娜', '某某'),
    unit: fc.constantFrom('预算科', '社会保障科', '金融科', '新科'),
    title: fc.constant(''),
    post: fc.constantFrom('staff' as const, 'head' as const),
    mobile: fc.constantFrom(null, person('zhangwei').mobile, person('lina').mobile, '13000077777'),
    roles: fc.constant<RosterRow['roles']>([]),
    charges: fc.constant<RosterRow['charges']>(null),
    remits: fc.constant<RosterRow['remits']>(null),
    note: fc.constant(''),
  })
  const few = people.filter((one) => ['张伟', '王强', '李娜'].includes(one.name))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.nat(few.length), (next, goneBefore) => {
      const now = { units, people: few.map((one, at) => ({ ...one, left: at < goneBefore })) }
      const found = compareRoster(now, next)
      const paired = [...found.moved, ...found.changed]
      expect(found.new.length + paired.length + found.same.length).toBe(next.length)
      const named = [...paired.map((one) => one.person), ...found.same, ...found.left]
      expect(new Set(named).size).toBe(named.length)
      for (const one of now.people) if (!one.left) expect(named).toContain(one)
    }),
    { seed: 1 },
  )
})
