/** A small bureau and one matter of it, in any state, with everybody who may have a part in it. */
import type { Decision } from '../../../src/domain/matter/decision.ts'
import { type Matter, type Status, untouched } from '../../../src/domain/matter/matter.ts'
import { directoryOf } from '../../../src/domain/people/directory.ts'
import type { Person, Post, Role, Unit } from '../../../src/domain/people/person.ts'

export const NOW = Date.parse('2026-11-23T10:00:00+08:00')
export const DAY = 86_400_000
export const DUE = NOW + 10 * DAY

const LEAD = 1
const OTHER = 2
const SUPPORT = 3
const HOUSE = 4
const OFFICE = 5

/** Everybody by the part he plays; the names say the parts. */
export const people = {
  承办人: person(1, '承办人', LEAD, 'staff'),
  主办科长: person(2, '主办科长', LEAD, 'head'),
  联络员: person(3, '联络员', LEAD, 'staff', ['liaison']),
  他科科长: person(4, '他科科长', OTHER, 'head'),
  协办科长: person(5, '协办科长', SUPPORT, 'head'),
  交办领导: person(6, '交办领导', OFFICE, 'leader'),
  分管领导: person(7, '分管领导', OFFICE, 'leader'),
  其他领导: person(8, '其他领导', OFFICE, 'leader'),
  主要领导: person(9, '主要领导', OFFICE, 'principal'),
  督查员: person(10, '督查员', HOUSE, 'staff', ['supervisor']),
  秘书: person(11, '秘书', OTHER, 'staff', ['secretary']),
  管理员: person(12, '管理员', OTHER, 'staff', ['admin']),
  科员: person(13, '科员', LEAD, 'staff'),
  外人: person(99, '外人', 99, 'staff'),
} satisfies Record<string, Person>

export type Someone = keyof typeof people

export const unitOther = unit(OTHER, '他科', people.他科科长.id)
export const unitSupport = unit(SUPPORT, '协办科', people.协办科长.id)

export const directory = directoryOf(
  Object.values(people).filter((one) => one !== people.外人),
  [
    unit(LEAD, '主办科', people.主办科长.id),
    unitOther,
    unitSupport,
    unit(HOUSE, '督查室', people.督查员.id),
    unit(OFFICE, '局领导', people.主要领导.id),
  ],
)

/** A matter in a state, as it would have come there: by a leader's instruction, or by the 督查室. */
export function matterIn(status: Status, origin: 'instruction' | 'office'): Matter {
  const early = ['draft', 'registered', 'assigned', 'signed']
  const handled = !early.includes(status)
  const handedIn = ['close_requested', 'completed', 'closed_out', 'archived'].includes(status)
  const passed = ['completed', 'closed_out', 'archived'].includes(status)
  const ended = ['closed_out', 'archived', 'withdrawn', 'merged'].includes(status)
  const by = people.主办科长.id
  return {
    ...untouched,
    id: 12,
    formal: '2026-交办-012',
    title: '报送进度',
    basis: '局党组第18次会议',
    source: origin === 'office' ? '交办' : '批示',
    origin,
    assigner: origin === 'office' ? people.督查员.id : people.交办领导.id,
    lead: LEAD,
    proposed: null,
    handler: handled ? people.承办人.id : null,
    status,
    start: NOW - 5 * DAY,
    due: DUE,
    firstDue: DUE,
    supports: [{ unit: SUPPORT, person: null, state: 'asked', answer: null }],
    refused: status === 'registered' ? { by, at: NOW - DAY, text: '不属我科职责' } : null,
    closing: handedIn ? { by, at: NOW - 2 * DAY, text: '已报送' } : null,
    grade: passed ? '良好' : null,
    suspended:
      status === 'suspended'
        ? {
            by: people.分管领导.id,
            at: NOW - DAY,
            text: '等省厅批复',
            review: NOW + 9 * DAY,
            from: 'in_progress',
          }
        : null,
    mergedInto: status === 'merged' ? 9 : null,
    chat: null,
    created: NOW - 5 * DAY,
    changed: NOW - DAY,
    closed: ended ? NOW - DAY : null,
    rev: 3,
    head: '',
  }
}

export type Deed = (matter: Matter, by: Person, at?: number) => Decision

function person(id: number, name: string, home: number, post: Post, roles: Role[] = []): Person {
  const nobody = { title: '', openId: `ou_${id}`, unionId: null, mobile: null, left: false }
  return { ...nobody, id, name, unit: home, post, roles }
}

function unit(id: number, name: string, head: number): Unit {
  const charge = people.分管领导.id
  const base = { aliases: [], kind: 'department' as const, parent: null, members: [], ends: null }
  return { ...base, id, name, head, charge }
}
