import { describe, expect, test } from 'vitest'
import { Declined } from '../../../src/domain/declined.ts'
import type { Decision } from '../../../src/domain/matter/decision.ts'
import { refuseFinally } from '../../../src/domain/matter/final-refusal.ts'
import { type Matter, untouched } from '../../../src/domain/matter/matter.ts'
import { profilesOf } from '../../../src/domain/matter/profiles.ts'
import { moveOn, refuse, solve } from '../../../src/domain/matter/refusal.ts'
import { rungTimeouts } from '../../../src/domain/matter/rung-timeouts.ts'
import { answerBy, decidedBy, refusalRule } from '../../../src/domain/matter/rungs.ts'
import type { Absence } from '../../../src/domain/people/absence.ts'
import { type Directory, directoryOf } from '../../../src/domain/people/directory.ts'
import type { Person, Post, Unit } from '../../../src/domain/people/person.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { type Instant, isoOf } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { workdaysBetween } from '../../../src/domain/time/workdays.ts'

/** The sixteen cases of the demo year (domain.md E.4), the trap rows among them, on the calendar of 2022. */

const calendar = calendarOf(notices)
const rule = refusalRule(profilesOf([]))
const at = (moment: string): Instant => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)

const [WINDOW, HANDLER, HEAD, DEPUTY, LEADER, PRINCIPAL] = [1, 2, 3, 4, 5, 6]
const person = (id: number, name: string, post: Post, unit = 1): Person => {
  const rest = { title: '', openId: null, unionId: null, mobile: null, left: false, roles: [] }
  return { ...rest, id, name, unit, post }
}
const people = [
  person(WINDOW, '窗口', 'staff', 2),
  person(HANDLER, '承办人', 'staff'),
  person(HEAD, '科长', 'head'),
  person(DEPUTY, '副科长', 'deputy'),
  person(LEADER, '分管', 'leader', 3),
  person(PRINCIPAL, '局长', 'principal', 3),
]
const unit = (id: number, name: string, head: number, charge: number): Unit => {
  const rest = { aliases: [], kind: 'department' as const, parent: null, members: [], ends: null }
  return { ...rest, id, name, head, charge }
}
const units = [
  unit(1, '金融科', HEAD, LEADER),
  unit(2, '办公室', 7, LEADER),
  unit(3, '局领导', PRINCIPAL, PRINCIPAL),
]

const began = at('2022-03-01 09:00')
const matter: Matter = {
  ...untouched,
  id: 12,
  formal: '2022-窗口-011',
  title: '鑫源公司反映贴息未到账',
  basis: null,
  source: '窗口',
  origin: 'office',
  assigner: WINDOW,
  lead: 1,
  proposed: HANDLER,
  handler: HANDLER,
  status: 'in_progress',
  start: began,
  due: at('2022-12-30 18:00'),
  firstDue: at('2022-12-30 18:00'),
  said: null,
  follower: WINDOW,
  client: {
    name: '鑫源公司',
    phone: null,
    firstAsked: WINDOW,
    contacted: null,
    answered: null,
    satisfied: null,
    complains: null,
  },
  chat: null,
  created: began,
  changed: began,
  rev: 1,
  head: '',
}

type Said =
  | [moment: string, who: number, what: 'no' | 'can']
  | [moment: string, who: number, what: 'final', ground: string | null, reply: string | null]
  | [moment: string, who: number, what: 'refused', ground: string | null, reply: string | null]

interface Case {
  name: string
  away?: Omit<Absence, 'id'>[]
  said: Said[]
  /** Until when the clock runs on. */
  until: string
  outcome: 'open' | 'solved' | 'final'
  /** Rung and time by which each rung had to answer, in order. */
  path: string[]
}

const GROUND = '《贴息资金管理办法》第九条'
const REPLY = '贵公司不在贴息范围，可申请支小再贷款'
/** A Tuesday; the head has Wednesday's noon, the leader its evening, the principal Thursday's. */
const USUAL = ['2 03-02 12:00', '3 03-02 18:00', '4 03-03 18:00']

const cases: Case[] = [
  {
    name: 'the head can do it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 11:00', HEAD, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 1),
  },
  {
    name: 'the first-asked person says it at the counter',
    said: [
      ['2022-03-01 10:00', WINDOW, 'no'],
      ['2022-03-02 09:00', HEAD, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 1),
  },
  {
    name: 'the leader can do it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 15:00', HEAD, 'no'],
      ['2022-03-02 17:59', LEADER, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 2),
  },
  {
    name: 'the principal can do it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 15:00', HEAD, 'no'],
      ['2022-03-02 09:00', LEADER, 'no'],
      ['2022-03-03 10:00', PRINCIPAL, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL,
  },
  {
    name: 'the principal ends it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 15:00', HEAD, 'no'],
      ['2022-03-02 09:00', LEADER, 'no'],
      ['2022-03-03 10:00', PRINCIPAL, 'final', GROUND, REPLY],
    ],
    until: '2022-03-08 18:00',
    outcome: 'final',
    path: USUAL,
  },
  {
    name: 'nobody below the principal ends it, and he not without ground and answer',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 10:30', HANDLER, 'refused', GROUND, REPLY],
      ['2022-03-01 11:00', HEAD, 'refused', GROUND, REPLY],
      ['2022-03-01 15:00', HEAD, 'no'],
      ['2022-03-02 08:30', LEADER, 'refused', GROUND, REPLY],
      ['2022-03-02 09:00', LEADER, 'no'],
      ['2022-03-02 10:00', PRINCIPAL, 'refused', null, REPLY],
      ['2022-03-02 10:10', PRINCIPAL, 'refused', '按规定没有办法', REPLY],
      ['2022-03-02 10:20', PRINCIPAL, 'refused', GROUND, null],
      ['2022-03-02 10:30', PRINCIPAL, 'refused', GROUND, '不行'],
      ['2022-03-02 10:40', PRINCIPAL, 'final', '预算法第三十八条', REPLY],
    ],
    until: '2022-03-08 18:00',
    outcome: 'final',
    path: USUAL,
  },
  {
    name: 'the head sleeps, the leader can do it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-02 16:00', LEADER, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 2),
  },
  {
    name: 'head and leader sleep, the principal can do it',
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-03 16:00', PRINCIPAL, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL,
  },
  {
    name: 'all sleep: it waits for the principal and is never final by itself',
    said: [['2022-03-01 10:00', HANDLER, 'no']],
    until: '2022-04-29 18:00',
    outcome: 'open',
    path: USUAL,
  },
  {
    name: 'the head says it himself: the leader is next',
    said: [
      ['2022-03-01 10:00', HEAD, 'no'],
      ['2022-03-01 16:00', LEADER, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: ['3 03-02 18:00'],
  },
  {
    name: 'the leader says it himself: the principal is next',
    said: [
      ['2022-03-01 10:00', LEADER, 'no'],
      ['2022-03-02 16:00', PRINCIPAL, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: ['4 03-03 18:00'],
  },
  {
    name: 'the leader is on leave: who stands in for him passes it up',
    away: [{ person: LEADER, from: '2022-03-01', to: '2022-03-10', standIn: PRINCIPAL }],
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 15:00', HEAD, 'no'],
      ['2022-03-02 09:00', PRINCIPAL, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 2),
  },
  {
    name: 'the head is on leave: his deputy answers',
    away: [{ person: HEAD, from: '2022-03-01', to: '2022-03-10', standIn: null }],
    said: [
      ['2022-03-01 10:00', HANDLER, 'no'],
      ['2022-03-01 15:00', DEPUTY, 'no'],
      ['2022-03-02 09:00', LEADER, 'can'],
    ],
    until: '2022-03-08 18:00',
    outcome: 'solved',
    path: USUAL.slice(0, 2),
  },
  {
    name: 'said on Friday at 17:50',
    said: [
      ['2022-03-04 17:50', HANDLER, 'no'],
      ['2022-03-08 17:00', PRINCIPAL, 'can'],
    ],
    until: '2022-03-10 18:00',
    outcome: 'solved',
    path: ['2 03-07 12:00', '3 03-07 18:00', '4 03-08 18:00'],
  },
  {
    name: 'said before the National Day week, which ends in two working weekend days',
    said: [
      ['2022-09-30 16:00', HANDLER, 'no'],
      ['2022-10-09 10:00', PRINCIPAL, 'can'],
    ],
    until: '2022-10-14 18:00',
    outcome: 'solved',
    path: ['2 10-08 12:00', '3 10-08 18:00', '4 10-09 18:00'],
  },
  {
    name: 'said on a working Saturday before the Spring Festival, the second day after it',
    said: [
      ['2022-01-29 09:00', HANDLER, 'no'],
      ['2022-02-07 09:00', PRINCIPAL, 'can'],
    ],
    until: '2022-02-10 18:00',
    outcome: 'solved',
    path: ['2 01-30 12:00', '3 01-30 18:00', '4 02-07 18:00'],
  },
]

/** The matter after everything was said, the clock passing over every rung that slept. */
function lived({ away = [], said, until }: Case) {
  const directory = directoryOf(
    people,
    units,
    away.map((one, id) => ({ ...one, id })),
  )
  let now = matter
  const path: string[] = []
  const follow = (decision: Decision) => {
    now = decision.matter
    const { refusal } = now
    if (refusal?.outcome !== 'open') return
    const step = `${refusal.rung} ${isoOf(refusal.due).slice(5, 16).replace('T', ' ')}`
    if (path.at(-1) !== step) path.push(step)
  }
  const sleep = (to: Instant) => {
    for (let before = 0; before < to; ) {
      const [next] = rungTimeouts(now, before)
      if (next === undefined || next > to) return
      const decision = moveOn(now, next, directory, calendar, rule)
      if (!decision) return
      follow(decision)
      before = next
    }
  }
  for (const [moment, who, what, ground = null, reply = null] of said) {
    sleep(at(moment))
    const act = { by: people[who - 1]!, at: at(moment) }
    const end = () => refuseFinally(now, act, { ground, reply }, directory)
    if (what === 'no') follow(refuse(now, act, '需国土部门确权', directory, calendar, rule))
    else if (what === 'can') follow(solve(now, act, '由我牵头协调', directory))
    else if (what === 'final') follow(end())
    else expect(end).toThrow(Declined)
  }
  sleep(at(until))
  return { now, path, directory }
}

describe('the sixteen noes of the demo year', () => {
  test('there are sixteen, two of them final', () => {
    expect(cases).toHaveLength(16)
    expect(cases.filter((one) => one.outcome === 'final')).toHaveLength(2)
  })

  test.each(cases)('$name', (one) => {
    const { now, path } = lived(one)
    const { refusal, status } = now
    expect(refusal?.outcome).toBe(one.outcome)
    expect(path).toEqual(one.path)
    // Two working days in all, whoever slept: every rung's time lies within.
    const end = decidedBy(refusal?.since ?? 0, calendar, rule)
    const days = [refusal?.since ?? 0, end].map((moment) => isoOf(moment).slice(0, 10))
    expect(workdaysBetween(days[0]!, days[1]!, calendar)).toBe(2)
    expect(refusal?.due).toBeLessThanOrEqual(end)
    // A final no is the principal's, with ground and answer; nothing else leaves the unit's hands.
    const final = refusal?.outcome === 'final'
    expect(final ? refusal.rung : 4).toBe(4)
    expect(status).toBe(final ? 'completed' : 'in_progress')
    expect(final).toBe(Boolean(refusal?.ground))
    if (final) expect(refusal.reply).toBe(REPLY)
    // The first-asked person follows until the client is answered, whatever became of it.
    expect(now.follower).toBe(WINDOW)
  })
})

describe('who acts for the principal', () => {
  const away = [{ id: 1, person: PRINCIPAL, from: '2022-03-01', to: '2022-03-10', standIn: LEADER }]
  const directory: Directory = directoryOf(people, units, away)
  const by = (id: number, moment: string) => ({ by: people[id - 1]!, at: at(moment) })

  test('ends it in his place, unless he said no himself', () => {
    const word = { ground: GROUND, reply: REPLY }
    const first = refuse(
      matter,
      by(HANDLER, '2022-03-01 10:00'),
      '办不了',
      directory,
      calendar,
      rule,
    )
    const third = refuse(
      first.matter,
      by(HEAD, '2022-03-01 11:00'),
      '办不了',
      directory,
      calendar,
      rule,
    )
    const acting = by(LEADER, '2022-03-01 12:00')
    expect(refuseFinally(third.matter, acting, word, directory).matter.refusal?.outcome).toBe(
      'final',
    )
    const own = directoryOf(people, units)
    const said = refuse(third.matter, acting, '我也办不了', own, calendar, rule)
    expect(() => refuseFinally(said.matter, acting, word, directory)).toThrow('代行')
  })

  test('without a principal on the roster it goes nowhere, and says why', () => {
    const headless = directoryOf(
      people.filter((one) => one.id !== PRINCIPAL),
      units,
    )
    const act = by(LEADER, '2022-03-01 10:00')
    expect(() => refuse(matter, act, '办不了', headless, calendar, rule)).toThrow(
      '还没有登记主要领导',
    )
  })
})

test.each([
  [1, ['2022-03-02 12:00', '2022-03-02 12:00', '2022-03-02 18:00']],
  [2, ['2022-03-02 12:00', '2022-03-02 18:00', '2022-03-03 18:00']],
  [4, ['2022-03-02 18:00', '2022-03-03 18:00', '2022-03-07 18:00']],
] as const)('an office that allows %i working days shares them out among the rungs', (days, by) => {
  const own = { ...rule, limits: { 一般: { days } } }
  const since = Date.parse('2022-03-01T10:00:00+08:00')
  const answers = ([2, 3, 4] as const).map((rung) => answerBy(rung, since, since, calendar, own))
  expect(answers.map((at) => isoOf(at).slice(0, 16).replace('T', ' '))).toEqual(by)
})
