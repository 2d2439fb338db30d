import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Absence, absencesOf } from '../../../src/domain/people/absence.ts'
import type { Person, Post, Unit } from '../../../src/domain/people/person.ts'

const person = (id: number, name: string, post: Post, unit = 1, left = false): Person => ({
  id,
  name,
  unit,
  title: '',
  post,
  roles: [],
  openId: null,
  unionId: null,
  mobile: null,
  left,
})

const [head, deputy, lina, wang, leader] = [1, 2, 3, 4, 5]
const people = new Map(
  [
    person(head, '周敏', 'head'),
    person(deputy, '孙涛', 'deputy'),
    person(lina, '李娜', 'staff'),
    person(wang, '王强', 'staff'),
    person(leader, '韩立峰', 'leader', 2),
  ].map((one) => [one.id, one]),
)
const unit: Unit = {
  id: 1,
  name: '金融科',
  aliases: [],
  kind: 'department',
  parent: null,
  head,
  charge: leader,
  members: [],
  ends: null,
}
const units = new Map([[1, unit]])

let number = 0
const away = (
  who: number,
  standIn: number | null = null,
  from = '2026-12-01',
  to = '2026-12-05',
): Absence => ({ id: ++number, person: who, from, to, standIn })

const on = (absences: Absence[], all = people) => absencesOf(all, units, absences)

describe('who acts for whom', () => {
  test('everybody acts for himself while he is here', () => {
    expect(on([away(lina, wang)]).actsFor(lina, '2026-11-30')).toBe(lina)
    expect(on([away(lina, wang)]).actsFor(lina, '2026-12-06')).toBe(lina)
    expect(on([away(lina, wang)]).standsInFor(wang, '2026-12-06')).toEqual([])
  })

  test('the first and the last day count, and the stand-in acts on both', () => {
    const { actsFor, standsInFor } = on([away(lina, wang)])
    expect([actsFor(lina, '2026-12-01'), actsFor(lina, '2026-12-05')]).toEqual([wang, wang])
    expect(standsInFor(wang, '2026-12-05').map((one) => one.name)).toEqual(['李娜'])
  })

  test('a stand-in who is away hands on to his own', () => {
    expect(on([away(lina, wang), away(wang, deputy)]).actsFor(lina, '2026-12-02')).toBe(deputy)
  })

  test('two who name each other leave it to the head', () => {
    const both = on([away(lina, wang), away(wang, lina)])
    expect(both.actsFor(lina, '2026-12-02')).toBe(head)
    expect(both.actsFor(wang, '2026-12-02')).toBe(head)
    expect(both.standsInFor(head, '2026-12-02').map((one) => one.name)).toEqual(['李娜', '王强'])
  })

  test('without a stand-in: the head, then the deputy, then the leader in charge, then nobody', () => {
    const gone = [away(lina)]
    expect(on(gone).actsFor(lina, '2026-12-02')).toBe(head)
    gone.push(away(head))
    expect(on(gone).actsFor(lina, '2026-12-02')).toBe(deputy)
    expect(on(gone).actsFor(head, '2026-12-02')).toBe(deputy)
    gone.push(away(deputy))
    expect(on(gone).actsFor(lina, '2026-12-02')).toBe(leader)
    gone.push(away(leader))
    expect(on(gone).actsFor(lina, '2026-12-02')).toBe(lina)
  })

  test('a stand-in who has left the bureau is no stand-in', () => {
    const without = new Map(people).set(wang, person(wang, '王强', 'staff', 1, true))
    expect(on([away(lina, wang)], without).actsFor(lina, '2026-12-02')).toBe(head)
  })

  test('of two absences of one day the later word counts', () => {
    const twice = on([away(lina, wang), away(lina, deputy, '2026-12-03', '2026-12-03')])
    expect(twice.actsFor(lina, '2026-12-02')).toBe(wang)
    expect(twice.actsFor(lina, '2026-12-03')).toBe(deputy)
  })

  test('whatever is told, whoever acts is here, unless nobody is; and it is found both ways round', () => {
    const ids = [...people.keys()]
    const anAbsence = fc.record({
      who: fc.constantFrom(...ids),
      standIn: fc.option(fc.constantFrom(...ids)),
      day: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(anAbsence, { maxLength: 12 }), (told) => {
        const { absentOn, actsFor, standsInFor } = on(
          told.map((one) => away(one.who, one.standIn, `2026-12-0${one.day}`, '2026-12-04')),
        )
        for (const day of ['2026-12-01', '2026-12-03', '2026-12-04'])
          for (const id of ids) {
            const acting = actsFor(id, day)
            expect(acting === id || absentOn(acting, day) === undefined).toBe(true)
            if (absentOn(id, day) === undefined) expect(acting).toBe(id)
            const found = standsInFor(acting, day).some((one) => one.id === id)
            expect(found).toBe(acting !== id)
          }
      }),
    )
  })
})
