/** 停开、补开: single meetings of a series called off or added; the rule itself stays. */
import { Declined } from '../declined.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, type Day, dayOf, type Instant, weekdayOf } from '../time/day.ts'
import { nothingPrepared } from './preparation.ts'
import { meetsAt, nextMeeting, type Series } from './series.ts'

/** Which meeting is meant: the next one, that of a week (0 this week, 1 the next), or that of a day. */
export type Which = { week: number } | { day: Day } | 'next'

/** How far ahead a meeting may be called off. */
const AHEAD = 90

/** The meeting that is meant; declines where there is none, naming the next. */
export function meetingMeant(
  series: Series,
  which: Which,
  now: Instant,
  calendar: Calendar,
): Instant {
  const next = nextMeeting(series, now, calendar)
  if (which === 'next') return next
  const [first, last] = 'day' in which ? [which.day, which.day] : weekOf(dayOf(now), which.week)
  if (last > addDays(dayOf(now), AHEAD))
    throw new Declined('E-MEETING-6', `只能停开${AHEAD}天以内的会议。`, [`停开 ${series.name}`])
  let at = next
  while (dayOf(at) < first) at = nextMeeting(series, at, calendar)
  if (dayOf(at) <= last) return at
  const when = 'day' in which ? '那天' : '那一周'
  throw new Declined(
    'E-MEETING-6',
    `“${series.name}”${when}没有会议，下次是 ${shown(dayOf(next))}。`,
    [`停开 ${series.name} ${shown(dayOf(next))}`],
  )
}

/** The series without that meeting. */
export function callOff(series: Series, at: Instant): Series {
  // What was arranged for its agenda falls with it; the study and the length of topics hold for the next.
  const { first, each } = series.prepared
  const prepared = { ...nothingPrepared, first, each }
  if (series.extra.includes(at))
    return { ...series, prepared, extra: series.extra.filter((one) => one !== at) }
  return { ...series, prepared, off: [...recent(series.off, at), dayOf(at)] }
}

/** The series with one meeting more; declines what is past or there already. */
export function addMeeting(series: Series, at: Instant, now: Instant, calendar: Calendar): Series {
  if (at <= now) throw new Declined('E-DATE-1', '补开的时间已经过去，请写一个将来的时间。')
  const day = dayOf(at)
  const same = nextMeeting(series, at - 1, calendar)
  if (same === at) throw new Declined('E-MEETING-7', `“${series.name}”那时已有会议。`, ['例会'])
  const off = series.off.filter((one) => one !== day)
  return { ...series, off, extra: [...series.extra.filter((one) => one > now), at].sort() }
}

/** The series with one meeting at another time; declines what is past or there already. */
export function moveMeeting(
  series: Series,
  from: Instant,
  to: Instant,
  now: Instant,
  calendar: Calendar,
): Series {
  if (to <= now) throw new Declined('E-DATE-1', '改到的时间已经过去，请写一个将来的时间。')
  if (meetsAt(series, to, calendar))
    throw new Declined('E-MEETING-7', `“${series.name}”那时已有会议。`, ['例会'])
  const off = callOff(series, from)
  return { ...off, extra: [...off.extra.filter((one) => one > now), to].sort() }
}

/** Monday and Sunday of a week, counted from the week of a day. */
function weekOf(day: Day, week: number): [Day, Day] {
  const monday = addDays(day, 1 - weekdayOf(day) + 7 * week)
  return [monday, addDays(monday, 6)]
}

/** What was called off a quarter ago is history, not arrangement. */
const recent = (off: Day[], at: Instant): Day[] =>
  off.filter((day) => day > addDays(dayOf(at), -AHEAD - 30))

const shown = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
