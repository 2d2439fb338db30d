/** 提醒的阶梯: when an open matter speaks up by itself, and to whom; computed from its stored dates and its rule's ladder. */
import type { Directory } from '../people/directory.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, dayOf, type Instant, instantAt } from '../time/day.ts'
import { usualHours } from '../time/hours.ts'
import { nextOpen, offPeak } from '../time/window.ts'
import { addWorkdays, onOrAfterWorkday, onOrBeforeWorkday } from '../time/workdays.ts'
import { isHandedIn } from './light.ts'
import type { Matter } from './matter.ts'
import type { Profile, Rung, RungTo } from './profile.ts'

/** One rung of the ladder, of one of the matter's dates. */
export interface Reminder {
  /** When it speaks: on a working day, inside the sending window, off the full and half hour. */
  at: Instant
  rung: Rung
  /** What the date is for: 签收, a step's name, 办结. */
  about: string
  /** The date it is reckoned from. */
  date: Instant
}

/** Every reminder that nobody has made needless yet, past ones too, in the order of their times. */
export function remindersOf(matter: Matter, calendar: Calendar, profile: Profile): Reminder[] {
  const found = datesOf(matter, calendar, profile).flatMap(({ of, about, date }) =>
    profile.ladder
      .filter((rung) => rung.of === of)
      .map((rung) => ({ at: momentOf(rung, date, calendar), rung, about, date })),
  )
  // 请今天办结 after the hour it was due reminds nobody, and nothing is 逾期 before its date.
  return found
    .filter(({ rung, at, date }) => (rung.offset.days > 0 ? at > date : at < date))
    .sort((a, b) => a.at - b.at || a.date - b.date)
}

/** The moments still to come at which it reminds: what is planned for it. */
export function remindsAt(
  matter: Matter,
  now: Instant,
  calendar: Calendar,
  profile: Profile,
): Instant[] {
  const moments = remindersOf(matter, calendar, profile).map((one) => one.at)
  return [...new Set(moments)].filter((at) => at > now)
}

/** The person a rung reaches on the day it speaks: the stand-in of one who is away; nobody where the office is vacant. */
export function remindedOf(
  matter: Matter,
  to: RungTo,
  directory: Directory,
  at: Instant,
): number | null {
  const found = holderOf(matter, to, directory)
  return found === null ? null : directory.actsFor(found, dayOf(at))
}

/** Who holds the rung by his office, away or not: the head while nobody carries the matter. */
export function holderOf(matter: Matter, to: RungTo, directory: Directory): number | null {
  const unit = directory.units.get(matter.lead)
  switch (to) {
    case 'handler':
      return matter.handler ?? unit?.head ?? null
    case 'head':
      return unit?.head ?? null
    case 'charge':
      return unit?.charge ?? null
    case 'principal':
      return directory.principals[0]?.id ?? null
  }
}

/** By when the lead unit has to sign; nothing where the rule sets no limit for that. */
export function signBy(matter: Matter, calendar: Calendar, profile: Profile): Instant | undefined {
  if (profile.sign === null) return undefined
  return instantAt(addWorkdays(dayOf(matter.start), profile.sign, calendar), usualHours.close)
}

/** The dates that still speak: what was handed in, suspended or closed is silent; what came back waits for the 督查室. */
function datesOf(matter: Matter, calendar: Calendar, profile: Profile) {
  const { status } = matter
  const unsigned = status === 'assigned' || status === 'signed'
  if (isHandedIn(matter) || (!unsigned && status !== 'in_progress')) return []
  const dates: { of: Rung['of']; about: string; date: Instant }[] = [
    { of: 'due', about: '办结', date: matter.due },
  ]
  for (const step of matter.steps)
    if (step.done === null)
      dates.push({
        of: step.ends === 'sign' ? 'sign' : 'step',
        about: step.name,
        date: step.due,
      })
  const dated = matter.steps.some((step) => step.ends === 'sign')
  const signed = unsigned && !dated ? signBy(matter, calendar, profile) : undefined
  if (signed !== undefined) dates.push({ of: 'sign', about: '签收', date: signed })
  return dates
}

/** A reminder never falls on a rest day: what comes before the date moves forward in time, what follows it back. */
function momentOf({ offset, at }: Rung, date: Instant, calendar: Calendar): Instant {
  const { days, kind } = offset
  const far = kind === 'calendar' ? addDays(dayOf(date), days) : dayOf(date)
  const near = days > 0 ? onOrAfterWorkday(far, calendar) : onOrBeforeWorkday(far, calendar)
  const day = kind === 'workday' && days !== 0 ? addWorkdays(dayOf(date), days, calendar) : near
  return offPeak(nextOpen(instantAt(day, at), calendar))
}
