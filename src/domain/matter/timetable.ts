/** A profile's dates for one matter: from when its clock runs, its steps, and its date (domain.md B.3). */
import { type Calendar, touchesUnannounced } from '../time/calendar.ts'
import { addDays, type Day, dayOf, type Instant, instantAt, minuteOf } from '../time/day.ts'
import { minutesOf, usualHours } from '../time/hours.ts'
import { addMonths } from '../time/month.ts'
import { addWorkdays, nextWorkday, onOrAfterWorkday } from '../time/workdays.ts'
import type { Level } from './matter.ts'
import type { Limit, Profile } from './profile.ts'
import type { Step } from './sides.ts'
import { signStep } from './steps.ts'

/** What a matter's dates depend on besides its profile. */
export interface Terms {
  /** When it was said. */
  at: Instant
  level: Level
  /** 特急: the clock starts at once, at night and on rest days too. */
  urgent: boolean
  /** The date that was said; it goes before the profile's limit. */
  own: { at: Instant; provisional: boolean } | null
  /** When the series it belongs to meets next. */
  meeting: Instant | null
}

/** The dates; `due` is null when the profile sets none and none was said. */
export interface Timetable {
  start: Instant
  steps: Step[]
  due: Instant | null
  /** It rests on a year whose holiday notice is not out. */
  provisional: boolean
  /** Which dates moved off a rest day, and what day they were: both are shown. */
  rolled: { name: string; from: Day }[]
}

/** A limit that is counted, not met. */
type Counted = Exclude<Limit, { meeting: true }>

/** The name under which the date itself stands among what was rolled. */
export const THE_DATE = '办结'

/** The dates of a new matter. */
export function timetableOf(profile: Profile, terms: Terms, calendar: Calendar): Timetable {
  const start = startOf(profile, terms, calendar)
  const rolled: Timetable['rolled'] = []
  const dated = (name: string, limit: Counted): Instant => {
    const day = lastDay(profile, dayOf(start), limit, calendar)
    const today = day === dayOf(start)
    const last = profile.roll && !(terms.urgent && today) ? onOrAfterWorkday(day, calendar) : day
    if (last !== day) rolled.push({ name, from: day })
    return endOf(last, start)
  }
  const limit = profile.limits[terms.level]
  const due =
    terms.own?.at ??
    (limit === undefined ? null : 'meeting' in limit ? terms.meeting : dated(THE_DATE, limit))
  const steps: Step[] = []
  const signBy = signLimit(profile, start, calendar)
  if (signBy !== null) steps.push(signStep(terms.at, Math.min(signBy, due ?? signBy)))
  for (const { name, days, ends } of profile.steps) {
    const before = steps.findLast((step) => step.ends === ends)
    const opens = before?.due ?? terms.at
    steps.push({ name, ends, opens, due: dated(name, { days }), done: null })
  }
  const kept = steps.filter((step) => due === null || step.due <= due)
  const last = Math.max(start, ...kept.map((step) => step.due), terms.own ? start : (due ?? start))
  return {
    start,
    steps: kept.sort((a, b) => a.due - b.due),
    due,
    provisional:
      (terms.own?.provisional ?? false) || guesses(profile, terms.at, start, last, calendar),
    rolled: rolled.filter(
      ({ name }) => name === THE_DATE || kept.some((step) => step.name === name),
    ),
  }
}

/**
 * From when a matter's clock runs: after the cut-off or on a rest day from the next working day's opening, unless it
 * is 特急 (domain.md B.3).
 */
export function startOf(
  profile: Profile,
  { at, urgent }: Pick<Terms, 'at' | 'urgent'>,
  calendar: Calendar,
): Instant {
  const day = dayOf(at)
  if (urgent || profile.cutoff === null) return at
  if (calendar.isWorkday(day) && minuteOf(at) <= minutesOf(profile.cutoff)) return at
  return instantAt(nextWorkday(day, calendar), usualHours.open)
}

/** Until when the lead unit signs, or nothing: the end of so many working days after the first. */
export function signLimit(profile: Profile, start: Instant, calendar: Calendar): Instant | null {
  if (profile.sign === null) return null
  return endOf(addWorkdays(dayOf(start), profile.sign, calendar), start)
}

/** The last moment a limit allows for a matter that began then; nothing for a limit that only a meeting sets. */
export function limitOf(
  profile: Profile,
  level: Level,
  start: Instant,
  calendar: Calendar,
): Instant | null {
  const limit = profile.limits[level]
  if (limit === undefined || 'meeting' in limit) return null
  const day = lastDay(profile, dayOf(start), limit, calendar)
  return endOf(profile.roll ? onOrAfterWorkday(day, calendar) : day, start)
}

/** Days are counted from the day after (民法典 201); a month ends on the same day, or on the month's last (202). */
function lastDay(profile: Profile, from: Day, limit: Counted, calendar: Calendar): Day {
  if ('months' in limit) return addMonths(from, limit.months)
  return profile.kind === 'workday'
    ? addWorkdays(from, limit.days, calendar)
    : addDays(from, limit.days)
}

/** The close of the office; what begins after it still has that day. */
function endOf(day: Day, start: Instant): Instant {
  const close = instantAt(day, usualHours.close)
  return close > start ? close : instantAt(day, '23:59')
}

/** Whether any of these days was found by looking into a year without a notice. */
function guesses(
  profile: Profile,
  said: Instant,
  start: Instant,
  last: Instant,
  calendar: Calendar,
): boolean {
  const looks = profile.roll || profile.kind === 'workday'
  const asked = profile.cutoff === null && !looks ? said : looks ? last : start
  return touchesUnannounced(dayOf(said), dayOf(asked), calendar)
}
