/** The ladder: when a matter reminds, whom, and when it keeps still (issue TIME "Reminding"; F5). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Matter, untouched } from '../../../src/domain/matter/matter.ts'
import type { Rung } from '../../../src/domain/matter/profile.ts'
import { profileOf, profilesOf } from '../../../src/domain/matter/profiles.ts'
import { remindedOf, remindersOf, remindsAt } from '../../../src/domain/matter/reminders.ts'
import { directoryOf } from '../../../src/domain/people/directory.ts'
import type { Person, Post } from '../../../src/domain/people/person.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { dayOf, instantAt, isoOf, minuteOf } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { isOpen } from '../../../src/domain/time/window.ts'

const calendar = calendarOf(notices)
const usual = profileOf({ profile: '限期' }, profilesOf([]))
const at = (said: string) => Date.parse(`${said.replace(' ', 'T')}:00+08:00`)
const said = (instant: number) => isoOf(instant).slice(0, 16).replace('T', ' ')

function matter(more: Partial<Matter>): Matter {
  const start = at('2022-01-17 09:00')
  const due = at('2022-01-28 18:00')
  return {
    ...untouched,
    id: 1,
    formal: '2022-交办-001',
    title: '报送进度',
    basis: null,
    source: '交办',
    origin: 'office',
    assigner: 9,
    lead: 1,
    proposed: null,
    handler: 3,
    status: 'in_progress',
    start,
    due,
    firstDue: due,
    chat: null,
    created: start,
    changed: start,
    rev: 1,
    head: '',
    ...more,
  }
}

const lines = (one: Matter) =>
  remindersOf(one, calendar, usual).map(({ at, rung, about }) => `${said(at)} ${about} ${rung.to}`)

describe('the ladder of a date', () => {
  test('the working day before, on the day, the day after to the head, the third day to the leader in charge', () => {
    expect(lines(matter({}))).toEqual([
      '2022-01-27 09:07 办结 handler',
      '2022-01-28 09:07 办结 handler',
      // 29 and 30 January 2022 are worked; the Spring Festival begins on the 31st.
      '2022-01-29 09:07 办结 head',
      '2022-02-07 09:07 办结 charge',
    ])
  })

  test('a date on a rest day is announced on the working days before it and missed on those after it', () => {
    expect(lines(matter({ due: at('2022-02-03 18:00') }))).toEqual([
      '2022-01-30 09:07 办结 handler',
      '2022-01-30 09:07 办结 handler',
      '2022-02-07 09:07 办结 head',
      '2022-02-09 09:07 办结 charge',
    ])
  })

  test('a date early in the morning is not announced after it has passed', () => {
    expect(lines(matter({ due: at('2022-01-26 09:00') }))).toEqual([
      '2022-01-25 09:07 办结 handler',
      '2022-01-27 09:07 办结 head',
      '2022-01-29 09:07 办结 charge',
    ])
  })

  test('each step that waits has its own ladder; a step that was taken is silent', () => {
    const opens = at('2022-01-17 09:00')
    const ends = 'feedback' as const
    const step = { name: '首次反馈', ends, opens, due: at('2022-01-20 18:00'), done: null }
    const steps = [
      {
        name: '研究部署',
        ends: 'deploy' as const,
        opens,
        due: at('2022-01-17 18:00'),
        done: at('2022-01-17 11:00'),
      },
      step,
    ]
    const of = (one: Matter) => lines(one).filter((line) => !line.includes('办结'))
    expect(of(matter({ steps }))).toEqual([
      '2022-01-19 09:07 首次反馈 handler',
      '2022-01-20 09:07 首次反馈 handler',
      '2022-01-21 09:07 首次反馈 head',
      '2022-01-25 09:07 首次反馈 charge',
    ])
    expect(of(matter({ steps: [steps[0]!, { ...step, done: at('2022-01-20 17:00') }] }))).toEqual(
      [],
    )
  })

  test('a head who has not signed in time hears of it, and no longer once he has handed out', () => {
    const signing = (status: Matter['status']) =>
      lines(matter({ status, handler: null })).filter((line) => line.includes('签收'))
    // Assigned on the 17th, to be signed by the 18th.
    expect(signing('assigned')).toEqual(['2022-01-19 09:07 签收 head'])
    expect(signing('signed')).toEqual(['2022-01-19 09:07 签收 head'])
    expect(signing('in_progress')).toEqual([])
  })

  test.each([
    'close_requested',
    'completed',
    'closed_out',
    'withdrawn',
    'merged',
    'suspended',
    'registered',
  ] as const)('a matter that is %s reminds nobody', (status) =>
    expect(lines(matter({ status }))).toEqual([]),
  )

  test('what is planned is what is still to come, each moment once', () => {
    const moments = remindsAt(matter({}), at('2022-01-28 09:07'), calendar, usual).map(said)
    expect(moments).toEqual(['2022-01-29 09:07', '2022-02-07 09:07'])
    const twice = remindsAt(
      matter({ due: at('2022-02-03 18:00') }),
      at('2022-01-20 09:00'),
      calendar,
      usual,
    )
    expect(twice.map(said)).toEqual(['2022-01-30 09:07', '2022-02-07 09:07', '2022-02-09 09:07'])
  })

  test('whatever ladder an office writes, nothing sounds on a rest day, outside the window or at :00 and :30', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const rung = fc.record({
      of: fc.constant('due' as const),
      offset: fc.record({
        days: fc.integer({ min: -12, max: 12 }),
        kind: fc.constantFrom('calendar' as const, 'workday' as const),
      }),
      at: clock.map(([hour, minute]) => `${hour}:${String(minute).padStart(2, '0')}`),
      to: fc.constantFrom('handler' as const, 'head' as const, 'charge' as const),
      word: fc.constant('请办理'),
    })
    const due = fc.integer({ min: at('2022-01-01 00:00'), max: at('2022-12-31 23:59') })
    fc.assert(
      fc.property(fc.array(rung as fc.Arbitrary<Rung>, { maxLength: 6 }), due, (ladder, due) => {
        for (const one of remindersOf(matter({ due }), calendar, { ...usual, ladder })) {
          expect(isOpen(one.at, calendar)).toBe(true)
          expect(minuteOf(one.at) % 30).not.toBe(0)
          expect(one.at > one.date).toBe(one.rung.offset.days > 0)
        }
      }),
    )
  })
})

describe('whom a rung reaches', () => {
  const person = (id: number, name: string, post: Post, left = false): Person => ({
    id,
    name,
    unit: 1,
    title: '',
    post,
    roles: [],
    openId: null,
    unionId: null,
    mobile: null,
    left,
  })
  const unit = {
    id: 1,
    name: '金融科',
    aliases: [],
    kind: 'department' as const,
    parent: null,
    head: 2,
    charge: 5,
    members: [],
    ends: null,
  }
  const people = [
    person(2, '李娜', 'head'),
    person(3, '王强', 'staff'),
    person(4, '赵敏', 'staff'),
    person(5, '郑国栋', 'leader'),
    person(6, '李明远', 'principal'),
  ]
  const away = { id: 1, person: 3, from: '2022-01-26', to: '2022-01-27', standIn: 4 }
  const directory = directoryOf(people, [unit], [away])
  const day = instantAt('2022-01-20', '9:07')

  test('by office: handler, head, leader in charge, principal; the head while nobody carries it', () => {
    expect(remindedOf(matter({}), 'handler', directory, day)).toBe(3)
    expect(remindedOf(matter({ handler: null }), 'handler', directory, day)).toBe(2)
    expect(remindedOf(matter({}), 'head', directory, day)).toBe(2)
    expect(remindedOf(matter({}), 'charge', directory, day)).toBe(5)
    expect(remindedOf(matter({}), 'principal', directory, day)).toBe(6)
    expect(remindedOf(matter({ lead: 99 }), 'charge', directory, day)).toBeNull()
  })

  test('on leave the stand-in hears it, and only for those days', () => {
    const heard = remindersOf(matter({}), calendar, usual).map(
      (one) => [dayOf(one.at), remindedOf(matter({}), one.rung.to, directory, one.at)] as const,
    )
    expect(heard.slice(0, 2)).toEqual([
      ['2022-01-27', 4],
      ['2022-01-28', 3],
    ])
  })
})
