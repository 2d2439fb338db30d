/** The truth about a matter's dates is in its stored dates: no missed timer, no turned clock changes it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lightChanges, lightOf } from '../../../src/domain/matter/light.ts'
import { type Matter, nextDate, untouched } from '../../../src/domain/matter/matter.ts'
import { usualProfiles } from '../../../src/domain/matter/profiles.ts'
import { stepsAfter } from '../../../src/domain/matter/steps.ts'
import { timetableOf } from '../../../src/domain/matter/timetable.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../../../src/domain/time/day.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { workdaysBetween } from '../../../src/domain/time/workdays.ts'

const calendar = calendarOf(notices)
const HOUR = 3_600_000
const from = instantAt('2022-01-04', '8:00')
const until = instantAt('2022-11-30', '18:00')

const matters = fc
  .record({
    profile: fc.constantFrom(
      ...usualProfiles.filter((rule) => rule.limits.一般 && !('meeting' in rule.limits.一般)),
    ),
    said: fc.integer({ min: from, max: until }),
    deployed: fc.option(fc.integer({ min: 0, max: 20 * 24 })),
    reported: fc.option(fc.integer({ min: 0, max: 40 * 24 })),
  })
  .map(({ profile, said, deployed, reported }): Matter => {
    const terms = { at: said, level: '一般' as const, urgent: false, own: null, meeting: null }
    const { start, steps, due } = timetableOf(profile, terms, calendar)
    const signed =
      deployed === null
        ? steps
        : stepsAfter(
            stepsAfter(steps, 'sign', said + deployed * HOUR),
            'deploy',
            said + deployed * HOUR,
          )
    const told = reported === null ? signed : stepsAfter(signed, 'feedback', said + reported * HOUR)
    return {
      ...untouched,
      id: 1,
      formal: '2022-交办-001',
      title: '事项',
      basis: null,
      source: '交办',
      origin: 'office',
      assigner: 1,
      lead: 1,
      proposed: null,
      handler: 2,
      status: 'in_progress',
      profile: profile.name,
      start,
      steps: told,
      due: due!,
      firstDue: due!,
      chat: null,
      created: said,
      changed: said,
      rev: 1,
      head: '',
    }
  })

/** The rule of D.2 told anew: red past any open date, yellow within three working days of the next, green else. */
function recounted(matter: Matter, now: Instant): string {
  const open = matter.steps.flatMap((step) =>
    step.done === null && step.ends !== 'sign' ? [step.due] : [],
  )
  const dates = [...open, matter.due]
  if (dates.some((date) => date < now)) return 'red'
  const days = dates.map((date) => workdaysBetween(dayOf(now), dayOf(date), calendar))
  return Math.min(...days) <= 3 ? 'yellow' : 'green'
}

test('the light is what an independent count of the stored dates says, at any moment', () => {
  fc.assert(
    fc.property(matters, fc.integer({ min: 0, max: 60 * 24 * 60 }), (matter, minutes) => {
      const now = matter.created + minutes * 60_000
      expect(lightOf(matter, now, calendar)).toBe(recounted(matter, now))
    }),
    { numRuns: 500 },
  )
})

test('the clock an hour back or three days forward changes nothing but what the dates say of that moment', () => {
  fc.assert(
    fc.property(matters, fc.integer({ min: 0, max: 40 * 24 }), (matter, hours) => {
      const now = matter.created + hours * HOUR
      const before = JSON.stringify(matter)
      const first = lightOf(matter, now, calendar)
      for (const jump of [-HOUR, 72 * HOUR]) {
        lightOf(matter, now + jump, calendar)
        lightChanges(matter, now + jump, calendar)
      }
      expect(lightOf(matter, now, calendar)).toBe(first)
      expect(JSON.stringify(matter)).toBe(before)
    }),
  )
})

test('between the moments at which its light is to change it does not', () => {
  fc.assert(
    fc.property(matters, fc.integer({ min: 0, max: 30 * 24 }), (matter, hours) => {
      const now = matter.created + hours * HOUR
      const next = Math.min(...lightChanges(matter, now, calendar), now + 60 * 24 * HOUR)
      // What is planned at 6:10 shows the light that began with that day.
      const same = dayOf(next) === dayOf(now) ? now : instantAt(dayOf(next), '0:00') - 1
      if (same > now) expect(lightOf(matter, same, calendar)).toBe(lightOf(matter, now, calendar))
    }),
  )
})

test('every open matter has a next date, and it is the earliest that waits', () => {
  fc.assert(
    fc.property(matters, (matter) => {
      const open = matter.steps.filter((step) => step.done === null && step.ends !== 'sign')
      expect(nextDate(matter)).toBe(Math.min(matter.due, ...open.map((step) => step.due)))
    }),
  )
})
