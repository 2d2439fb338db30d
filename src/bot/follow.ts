/** What is planned for a matter follows its dates and its state: reminders, changes of light, rungs that sleep. */
import { callbackMoments } from '../domain/matter/client-duties.ts'
import { lightChanges } from '../domain/matter/light.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { remindsAt } from '../domain/matter/reminders.ts'
import { archivedAt } from '../domain/matter/reopen.ts'
import { rungTimeouts } from '../domain/matter/rung-timeouts.ts'
import { reviewOf } from '../domain/matter/suspend.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

type MomentsOf = (matter: Matter, now: Instant, calendar: Calendar) => Instant[]

/** Every rule by which a matter has moments of its own. */
const rules = (turn: Turn): [rule: string, momentsOf: MomentsOf][] => [
  [
    'reminder',
    (matter, now, calendar) => remindsAt(matter, now, calendar, profileOf(matter, turn.profiles)),
  ],
  ['light', lightChanges],
  ['refusal', rungTimeouts],
  ['callback', callbackMoments],
  ['review', reviewOf],
  ['archive', archivedAt],
]

/** The moments that a matter no longer has are taken back, those it has now are planned. */
export async function followMatter(
  turn: Turn,
  before: Matter | undefined,
  after: Matter,
): Promise<void> {
  // All follow from dates, steps and state alone; a report moves none of them.
  if (before && sameCourse(before, after)) return
  const { store, calendar, now } = turn
  const subject = `matter:${after.id}`
  for (const [rule, momentsOf] of rules(turn)) {
    const was = before ? momentsOf(before, now, calendar) : []
    const is = momentsOf(after, now, calendar)
    for (const at of was)
      if (!is.includes(at)) await store.occurrences.cancel({ rule, subject, at }, '事项已变动')
    for (const at of is) if (!was.includes(at)) await store.occurrences.plan({ rule, subject, at })
  }
}

/** The calendar has changed: what was planned for a matter by the days of `before` is planned by the new ones. */
export async function followCalendar(
  turn: Turn,
  before: Calendar,
  was: Matter,
  matter: Matter,
): Promise<void> {
  const { store, now, calendar } = turn
  const subject = `matter:${matter.id}`
  for (const [rule, momentsOf] of rules(turn)) {
    const is = momentsOf(matter, now, calendar)
    if (momentsOf(was, now, before).join() === is.join()) continue
    for (const one of await store.occurrences.planned(rule, subject))
      if (one.at > now && !is.includes(one.at))
        await store.occurrences.cancel(one, '放假安排已变动')
    for (const at of is) await store.occurrences.plan({ rule, subject, at })
  }
}

const sameCourse = (a: Matter, b: Matter): boolean =>
  a.due === b.due &&
  a.start === b.start &&
  a.status === b.status &&
  a.steps === b.steps &&
  a.suspended === b.suspended &&
  a.refusal === b.refusal &&
  a.client === b.client &&
  a.profile === b.profile
