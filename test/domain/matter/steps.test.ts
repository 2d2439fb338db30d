/** Steps are taken as things happen. */
import { expect, test } from 'vitest'
import type { Step } from '../../../src/domain/matter/sides.ts'
import { monthlyNodes, nextStepOf, stepsAfter } from '../../../src/domain/matter/steps.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { dayOf, instantAt } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'

const at = (day: string, clock = '10:00') => instantAt(day, clock)
const step = (ends: Step['ends'], opens: string, due: string): Step => ({
  name: ends,
  ends,
  opens: at(opens),
  due: at(due, '18:00'),
  done: null,
})
const steps = [
  step('sign', '2026-11-23', '2026-11-24'),
  step('deploy', '2026-11-23', '2026-11-23'),
  step('feedback', '2026-11-23', '2026-11-26'),
  step('feedback', '2026-12-23', '2027-01-25'),
]
const done = (list: Step[]) => list.map((one) => one.done !== null)

test('each event ends its own step, and the moment is kept', () => {
  expect(done(stepsAfter(steps, 'sign', at('2026-11-23')))).toEqual([true, false, false, false])
  const deployed = stepsAfter(steps, 'deploy', at('2026-11-23', '11:00'))
  expect(done(deployed)).toEqual([false, true, false, false])
  expect(deployed[1]!.done).toBe(at('2026-11-23', '11:00'))
})

test('a report does not answer a feedback whose month has not begun', () => {
  expect(done(stepsAfter(steps, 'feedback', at('2026-12-22')))).toEqual([false, false, true, false])
})

test('a report that comes very late answers everything that had begun', () => {
  expect(done(stepsAfter(steps, 'feedback', at('2027-03-01')))).toEqual([false, false, true, true])
})

test('what was taken once stays as it was', () => {
  const once = stepsAfter(steps, 'deploy', at('2026-11-23'))
  expect(stepsAfter(once, 'deploy', at('2026-12-01'))).toBe(once)
})

test('the next step is the earliest that waits, signing apart', () => {
  expect(nextStepOf(steps)?.ends).toBe('deploy')
  expect(nextStepOf([])).toBeUndefined()
})

test('a plan beyond the limit is reported on each month, on working days, before its own end', () => {
  const nodes = monthlyNodes(at('2022-08-31'), at('2022-12-05'), calendarOf(notices))
  expect(nodes.map((node) => dayOf(node.due))).toEqual(['2022-09-30', '2022-10-31', '2022-11-30'])
  const may = monthlyNodes(at('2022-04-01'), at('2022-05-20'), calendarOf(notices))
  expect(may.map((node) => dayOf(node.due))).toEqual(['2022-05-05'])
  expect(monthlyNodes(at('2022-08-31'), at('2022-09-30'), calendarOf(notices))).toEqual([])
})
