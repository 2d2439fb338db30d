import { describe, expect, test } from 'vitest'
import { closeOut, complete, requestClose } from '../../../src/domain/matter/close.ts'
import { stepsFor } from '../../../src/domain/matter/duties.ts'
import { type Matter, untouched } from '../../../src/domain/matter/matter.ts'
import { ownPart } from '../../../src/domain/matter/part.ts'
import { report } from '../../../src/domain/matter/report.ts'
import { canSee } from '../../../src/domain/matter/sight.ts'
import { deploy, sign } from '../../../src/domain/matter/sign.ts'
import { type Directory, directoryOf } from '../../../src/domain/people/directory.ts'
import type { Person, Unit } from '../../../src/domain/people/person.ts'
import { actingOn, isAdmin, isSupervisor } from '../../../src/domain/people/rights.ts'
import { people as office } from '../../../src/sample/people.ts'
import { units as house } from '../../../src/sample/units.ts'

const idOf = (key: string) => office.findIndex((one) => one.key === key) + 1
const id = (name: string) => office.findIndex((one) => one.name === name) + 1
const unitId = (name: string) => house.findIndex((one) => one.name === name) + 1

const people: Person[] = office.map((one) => ({
  ...one,
  id: idOf(one.key),
  unit: unitId(one.unit),
  left: false,
}))
const units: Unit[] = house.map((unit) => ({
  ...unit,
  aliases: [...unit.aliases],
  id: unitId(unit.name),
  parent: unit.parent ? unitId(unit.parent) : null,
  head: idOf(unit.head),
  charge: idOf(unit.charge),
  members: unit.members.map(idOf),
  ends: null,
}))

const TODAY = '2026-12-02'
const at = Date.parse('2026-12-02T10:00:00+08:00')

/** Who is away today, and whom he named. */
const away = (pairs: Record<string, string>): Directory =>
  directoryOf(
    people,
    units,
    Object.entries(pairs).map(([who, standIn], n) => ({
      id: n + 1,
      person: id(who),
      from: TODAY,
      to: TODAY,
      standIn: id(standIn),
    })),
  )

const acting = (name: string, directory: Directory) =>
  actingOn(directory.people.get(id(name))!, TODAY, directory)
const act = (name: string, directory: Directory) => ({ by: acting(name, directory), at })

const matter: Matter = {
  ...untouched,
  id: 12,
  formal: '2026-交办-012',
  title: '报送问题楼盘化解方案',
  basis: null,
  source: '交办',
  origin: 'office',
  assigner: id('陈静'),
  lead: unitId('金融科'),
  proposed: null,
  handler: id('王强'),
  status: 'in_progress',
  start: at,
  due: at + 86_400_000,
  firstDue: at + 86_400_000,
  chat: null,
  created: at,
  changed: at,
  rev: 1,
  head: '',
}
const asked: Matter = {
  ...matter,
  status: 'close_requested',
  closing: { by: id('李娜'), at, text: '已报送' },
}

describe('who stands in may do what the absent person would', () => {
  test('he signs, hands out and asks to close as the head; others may not', () => {
    const directory = away({ 李娜: '史丽萍' })
    const assigned: Matter = { ...matter, status: 'assigned', handler: null }
    expect(sign(assigned, act('史丽萍', directory), directory).matter.status).toBe('signed')
    const signed: Matter = { ...assigned, status: 'signed' }
    const wang = directory.people.get(id('王强'))!
    const given = deploy(signed, act('史丽萍', directory), wang, '', directory)
    expect(given.matter.handler).toBe(id('王强'))
    const closing = requestClose(matter, act('史丽萍', directory), '已报送', directory)
    expect(closing.matter.closing?.by).toBe(id('史丽萍'))
    expect(() => sign(assigned, act('顾天宇', directory), directory)).toThrow('E-RIGHT-2')
  })

  test('he reports for the handler, sees the matter, and has its steps', () => {
    const directory = away({ 王强: '杜建华' })
    const stranger = acting('杜建华', directory)
    expect(report(matter, { by: stranger, at }, '已报初稿', directory).matter.report?.by).toBe(
      id('杜建华'),
    )
    expect(canSee(stranger, matter, directory)).toBe(true)
    expect(canSee(acting('熊国安', directory), matter, directory)).toBe(false)
    expect(stepsFor(stranger, matter, directory)).toEqual(['carry'])
  })

  test('a supervisor’s place gives the review, never the keeper’s rights', () => {
    const directory = away({ 陈静: '周志刚', 马晓东: '周志刚' })
    const by = acting('周志刚', directory)
    expect(complete(asked, { by, at }, '良好', directory).matter.status).toBe('completed')
    expect([isSupervisor(by), isAdmin(by)]).toEqual([true, false])
  })

  test('the day before and the day after he may nothing of it', () => {
    const directory = away({ 李娜: '史丽萍' })
    for (const day of ['2026-12-01', '2026-12-03'])
      expect(
        actingOn(directory.people.get(id('史丽萍'))!, day, directory).standsFor,
      ).toBeUndefined()
  })
})

describe('nobody reviews his own work by standing in', () => {
  test('not the handler, not the one who asked, not the house that did it', () => {
    for (const standIn of ['王强', '李娜', '史丽萍']) {
      const directory = away({ 陈静: standIn })
      const code = standIn === '史丽萍' ? 'E-RIGHT-6' : 'E-RIGHT-3'
      expect(() => complete(asked, act(standIn, directory), '良好', directory)).toThrow(code)
    }
  })

  test('not who takes the places of the handler and of the reviewer at once', () => {
    const directory = away({ 陈静: '杜建华', 王强: '杜建华' })
    expect(() => complete(asked, act('杜建华', directory), '良好', directory)).toThrow('E-RIGHT-6')
  })

  test('a supervisor who takes the handler’s place leaves the review to the other supervisors', () => {
    const directory = away({ 王强: '陈静' })
    expect(() => complete(asked, act('陈静', directory), '良好', directory)).toThrow('E-RIGHT-6')
    expect(complete(asked, act('梁书航', directory), '良好', directory).matter.grade).toBe('良好')
  })

  test('the head’s deputy reviews and strikes off inside the unit, but not what he carried', () => {
    const inside: Matter = {
      ...asked,
      origin: 'unit',
      assigner: id('李娜'),
      closing: { by: id('王强'), at, text: '已报送' },
    }
    const directory = away({ 李娜: '邱海峰' })
    const passed = complete(inside, act('邱海峰', directory), '良好', directory).matter
    expect(closeOut(passed, act('邱海峰', directory), directory).matter.status).toBe('closed_out')
    const other = away({ 李娜: '王强' })
    expect(() => complete(inside, act('王强', other), '良好', other)).toThrow('E-RIGHT-3')
  })
})

test('a deed is another’s only where it was not one’s own to do', () => {
  const directory = away({ 李娜: '王强' })
  const wang = directory.people.get(id('王强'))!
  expect(ownPart('报', wang, matter, directory)).toBe(true)
  expect(ownPart('办结', wang, matter, directory)).toBe(false)
  expect(ownPart('挂起', directory.people.get(id('熊国安'))!, matter, directory)).toBe(false)
})
