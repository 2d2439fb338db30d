/** The invariants under the table of domain.md D.2, held after every step of random lives. */
import { expect, test } from 'vitest'
import { Declined } from '../../../src/domain/declined.ts'
import type { Decision } from '../../../src/domain/matter/decision.ts'
import { dutiesOf } from '../../../src/domain/matter/duties.ts'
import { isOpen, type Matter, nextDate } from '../../../src/domain/matter/matter.ts'
import { archive, archivedAt } from '../../../src/domain/matter/reopen.ts'
import { resumeOnReview, reviewOf } from '../../../src/domain/matter/suspend.ts'
import { transitions } from '../../../src/domain/matter/transitions.ts'
import { deeds, type Verb } from './deeds.ts'
import { DAY, directory, matterIn, NOW, people, type Someone } from './life.ts'

const verbs = Object.keys(deeds) as Verb[]
const everyone = Object.keys(people) as Someone[]
const LIVES = 100
const STEPS = 150

/** Steps between states that the table has; a suspended one goes back to where it came from. */
const known = new Set(
  Object.values(transitions).flatMap(({ from, to }) =>
    from.map((start) => `${start} ${to ?? start}`),
  ),
)

/** A generator of chance that always draws the same. */
function drawing(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One event by chance, or by the clock where its hour has come; nothing when it is declined. */
function attempt(matter: Matter, at: number, draw: (below: number) => number) {
  if (reviewOf(matter).some((one) => one <= at))
    return { verb: '复核', by: null, decision: resumeOnReview(matter, at, directory) }
  if (archivedAt(matter).some((one) => one <= at))
    return { verb: '归档', by: null, decision: archive(matter, at) }
  const verb = verbs[draw(verbs.length)]!
  // What ends a life at once is rare, or no life would be long.
  if ((verb === '并项' || verb === '撤项') && draw(20) > 0) return undefined
  const first = draw(everyone.length)
  // Mostly somebody at random, who may seldom do it; now and then whoever may.
  const tries = draw(3) === 0 ? everyone.length : 1
  for (let n = 0; n < tries; n++) {
    const by = people[everyone[(first + n) % everyone.length]!]
    try {
      return { verb, by, decision: deeds[verb](matter, by, at) }
    } catch (error) {
      if (!(error instanceof Declined)) throw error
    }
  }
  return undefined
}

function holds(before: Matter, by: { id: number } | null, verb: string, { matter }: Decision) {
  const told = `${verb}: ${before.status} → ${matter.status}`
  const back = verb === '恢复' || verb === '复核'
  expect(back || known.has(`${before.status} ${matter.status}`), told).toBe(true)
  if (back) expect(matter.status, told).toBe(before.suspended?.from)
  // The first date is never erased; before it is in the ledger there is none.
  if (verb !== '立项') expect(matter.firstDue, told).toBe(before.firstDue)
  // A return keeps the clock.
  if (verb === '退回') expect([matter.due, matter.steps], told).toEqual([before.due, before.steps])
  // Exactly one lead unit, and one that is there.
  expect(directory.units.has(matter.lead), told).toBe(true)
  // Every open matter has a next date, and somebody who owes the next step, or a day on which it comes up again.
  if (isOpen(matter)) {
    expect(Number.isFinite(nextDate(matter)), told).toBe(true)
    const waits = dutiesOf(matter, directory).length > 0 || reviewOf(matter).length > 0
    expect(waits, told).toBe(true)
    expect(matter.closed, told).toBeNull()
  } else {
    expect(matter.closed, told).not.toBeNull()
    expect(dutiesOf(matter, directory), told).toEqual([])
  }
  // Nobody reviews or ends his own work.
  if (by && (verb === '同意' || verb === '销号'))
    expect([before.handler, before.closing?.by], told).not.toContain(by.id)
  // What counts is counted, one by one, and never back.
  const reopened = verb === '重办' ? 1 : 0
  expect(matter.reopened - before.reopened, told).toBe(reopened)
  expect(matter.returned - before.returned, told).toBe(verb === '退回' ? 1 : 0)
  const again = verb === '批示' && before.status === 'completed'
  expect(matter.round - before.round, told).toBe(again ? 1 : 0)
  // Nothing is deleted: what it is and where it comes from stays.
  expect([matter.id, matter.formal, matter.created, matter.assigner !== 0], told).toEqual([
    before.id,
    before.formal,
    before.created,
    true,
  ])
  expect(matter.title, told).not.toBe('')
}

test('whatever people try in whatever order, the invariants hold after every step', () => {
  const seen = new Map<string, number>()
  for (let life = 1; life <= LIVES; life++) {
    const draw = drawing(life)
    let matter = matterIn(
      life % 3 === 0 ? 'draft' : 'assigned',
      life % 2 ? 'office' : 'instruction',
    )
    let at = NOW
    for (let n = 0; n < STEPS; n++) {
      at += draw(40) === 0 ? 15 * DAY : draw(DAY / 8)
      const tried = attempt(matter, at, draw)
      if (!tried) continue
      holds(matter, tried.by, tried.verb, tried.decision)
      matter = tried.decision.matter
      seen.set(tried.verb, (seen.get(tried.verb) ?? 0) + 1)
    }
  }
  // The walks reach everything the table has but the far end.
  expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(['复核', '退回', '同意', '并项']))
  for (const verb of verbs) expect(seen.get(verb) ?? 0, verb).toBeGreaterThan(0)
})

test('what was struck off is put away after a quarter, and then nothing moves it', () => {
  const closed = matterIn('closed_out', 'office')
  const [moment] = archivedAt(closed)
  expect(moment! - closed.closed!).toBeGreaterThan(89 * DAY)
  const { matter } = archive(closed, moment!)
  expect(matter.status).toBe('archived')
  for (const verb of verbs)
    for (const one of everyone)
      expect(() => deeds[verb](matter, people[one]), `${verb} ${one}`).toThrow(Declined)
})

test('signing is declined once; after that, or after a leader’s ruling, the leader decides', () => {
  const { 主办科长: head, 督查员: supervisor, 他科科长: other, 主要领导: principal } = people
  const declined = deeds.退签(matterIn('assigned', 'office'), head).matter
  expect(() => deeds.转办(declined, head)).toThrow('督查室')
  const referred = deeds.转办(declined, supervisor).matter
  expect(() => deeds.退签(referred, other)).toThrow('已退签过一次')
  const ruled = deeds.批示承办单位(
    deeds.退签(matterIn('assigned', 'office'), head).matter,
    principal,
  )
  expect(() => deeds.退签(ruled.matter, other)).toThrow('不能再退签')
  expect(deeds.签收(ruled.matter, other).matter.status).toBe('signed')
})

test('an instruction’s author ends the matter, also one that the 督查室 had assigned', () => {
  const { 督查员: supervisor, 其他领导: leader, 交办领导: assigner } = people
  const noted = deeds.批示(matterIn('in_progress', 'office'), leader).matter
  const done = { ...matterIn('completed', 'office'), instruction: noted.instruction }
  expect(() => deeds.销号(done, supervisor)).toThrow('请由其他领导销号')
  expect(deeds.销号(done, leader).matter.status).toBe('closed_out')
  const twice = { ...matterIn('completed', 'instruction'), instruction: noted.instruction }
  for (const one of [leader, assigner])
    expect(deeds.销号(twice, one).matter.status).toBe('closed_out')
})
