/** A rule's dates in words: which rule, from when, each step, what moved off a rest day, what is not certain. */
import type { Level } from '../domain/matter/matter.ts'
import type { Profile } from '../domain/matter/profile.ts'
import { OWN_DATE } from '../domain/matter/profiles.ts'
import { THE_DATE, type Timetable } from '../domain/matter/timetable.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { dayMark, daySaid, dueSaid, whenSaid } from './words.ts'

/** `时限 …`, or `按13710：研究部署 …，首次反馈 …，办结 …`. */
export function timetableSaid(
  profile: Profile,
  level: Level,
  table: Timetable,
  now: Instant,
  calendar: Calendar,
): string {
  if (table.due === null) throw new Error(`${profile.name} without a date`)
  const guess = table.provisional ? '（放假安排尚未公布，暂按周末和法定节日推算）' : ''
  if (profile.name === OWN_DATE) return `时限 ${dueSaid(table.due, now, calendar)}${guess}`
  const moved = (name: string) => {
    const from = table.rolled.find((one) => one.name === name)?.from
    if (from === undefined) return ''
    return `（原${daySaid(from, dayOf(now))}，逢${dayMark(from, calendar)}顺延）`
  }
  const one = (name: string, at: Instant) => `${name} ${whenSaid(at, now, calendar)}${moved(name)}`
  const steps = table.steps.filter((step) => step.ends !== 'sign')
  const dates = [...steps.map((step) => one(step.name, step.due)), one(THE_DATE, table.due)]
  const later = dayOf(table.start) > dayOf(now)
  const from = later ? `自${daySaid(dayOf(table.start), dayOf(now))}起算，` : ''
  return `按${ruleSaid(profile.name, level)}：${from}${dates.join('，')}${guess}`
}

/** `13710`, `13710（重大复杂）`. */
export const ruleSaid = (name: string, level: Level): string =>
  level === '一般' ? name : `${name}（${level}）`
