/** What a rule dated on a guess is dated anew when the notice is out: as if it had been known from the start. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Level, type Matter, untouched } from '../../../src/domain/matter/matter.ts'
import { usualProfiles } from '../../../src/domain/matter/profiles.ts'
import { recounted } from '../../../src/domain/matter/recount.ts'
import { timetableOf } from '../../../src/domain/matter/timetable.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { instantAt } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'

const before = calendarOf(notices.filter((notice) => notice.year < 2022))
const after = calendarOf(notices.filter((notice) => notice.year <= 2022))
const rules = usualProfiles.filter(
  (rule) => rule.limits.一般 && !('meeting' in rule.limits.一般) && rule.limits.重大复杂,
)
const from = instantAt('2021-12-01', '9:00')
const until = instantAt('2022-01-28', '16:00')

function born(said: number, level: Level, rule: (typeof rules)[number]): Matter {
  const terms = { at: said, level, urgent: false, own: null, meeting: null }
  const { start, steps, due, provisional } = timetableOf(rule, terms, before)
  return {
    ...untouched,
    id: 1,
    formal: '2021-批转-001',
    title: '事项',
    basis: null,
    source: '批转',
    origin: 'office',
    assigner: 1,
    lead: 2,
    proposed: null,
    handler: 3,
    status: 'in_progress',
    profile: rule.name,
    level,
    start,
    steps,
    due: due!,
    firstDue: due!,
    provisional,
    chat: null,
    created: said,
    changed: said,
    rev: 1,
    head: '',
  }
}

test('start, steps and date come to what they would have been', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      fc.constantFrom<Level>('一般', '重大复杂'),
      fc.integer({ min: from, max: until }),
      (rule, level, said) => {
        const again = recounted(born(said, level, rule), { before, after, now: said }, rule)
        const terms = { at: said, level, urgent: false, own: null, meeting: null }
        const known = timetableOf(rule, terms, after)
        expect(again.due).toBe(known.due)
        expect(again.firstDue).toBe(known.due)
        expect(again.start).toBe(known.start)
        expect(again.steps.map((step) => step.due)).toEqual(known.steps.map((step) => step.due))
        expect(again.provisional).toBe(false)
      },
    ),
  )
})

test('what was taken, what is over and what was set otherwise since stays', () => {
  const rule = rules.find((one) => one.name === '13710')!
  const said = instantAt('2022-01-28', '10:00')
  const matter = born(said, '一般', rule)
  const taken = { ...matter, steps: matter.steps.map((step) => ({ ...step, done: said })) }
  const once = recounted(taken, { before, after, now: said }, rule)
  expect(once.steps.map((step) => step.due)).toEqual(taken.steps.map((step) => step.due))
  const late = recounted(matter, { before, after, now: matter.due + 1 }, rule)
  expect([late.due, late.steps]).toEqual([matter.due, matter.steps])
  const moved = { ...matter, due: matter.due + 86_400_000 }
  expect(recounted(moved, { before, after, now: said }, rule).due).toBe(moved.due)
})
