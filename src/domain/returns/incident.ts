/** 日报事件: something that is watched for a while, a line a day from each unit; it ends by itself (F21, MT18, tension T6). */
import { Declined } from '../declined.ts'
import type { Person } from '../people/person.ts'
import { isLeader, isSupervisor } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
  weekdayOf,
} from '../time/day.ts'

export interface Incident {
  id: number
  name: string
  /** The units that report, in the order named. */
  units: number[]
  first: Day
  /** It has an end from the beginning; nobody has to remember to stop it. */
  last: Day
  /** Rest days are reported on too. */
  restDays: boolean
  by: number
  at: Instant
  state: 'open' | 'ended' | 'withdrawn'
  rev: number
}

/** Longer is no incident but ordinary work, which has its own ledger. */
export const MOST_DAYS = 60

/** When the units are asked, and when what they said is put together (decisions.md "Sending window"). */
export const ASKED = '9:22'
export const PICTURE = '17:40'

/** What a leader wants to be reported. */
export interface Wish {
  name: string
  units: number[]
  last: Day | null
  restDays: boolean
}

/** A new one; declines without an end, without units, or where one of that name is under way. */
export function opened(
  wish: Wish,
  act: { by: Person; at: Instant; today: Day },
  others: readonly Incident[],
): Omit<Incident, 'id'> {
  onlyLeaders(act.by)
  const same = others.find((one) => one.state === 'open' && one.name === wish.name)
  if (same)
    throw new Declined(
      'E-BURDEN-2',
      `“${same.name}”的日报正在进行，到 ${same.last} 结束，不用另立。`,
      [`日报 ${same.name}`],
    )
  const { name, units, restDays } = wish
  const last = endOf(wish.last, act.today, `日报 新建 ${name} 至 {day} 成员 金融科、办公室`)
  if (units.length === 0)
    throw new Declined('E-BRIEF-2', '请写明哪些单位报。', [
      `日报 新建 ${name} 至 ${last} 成员 金融科、办公室`,
    ])
  return {
    name,
    units: [...new Set(units)],
    first: act.today,
    last,
    restDays,
    by: act.by.id,
    at: act.at,
    state: 'open',
    rev: 0,
  }
}

/** A later end, or begun again after it ended: both are a leader's word. */
export function extended(
  incident: Incident,
  last: Day | null,
  act: { by: Person; today: Day },
): Incident {
  onlyLeaders(act.by)
  const end = endOf(last, act.today, `日报 ${incident.name} 延长 至 {day}`)
  // What lay between the end and the new beginning was not asked for, and is not missing.
  const first = incident.state === 'open' ? incident.first : act.today
  return { ...incident, first, last: end, state: 'open' }
}

/** No more lines from now on; a day whose picture was not made yet is not missing. */
export function stopped(incident: Incident, by: Person, at: Instant): Incident {
  if (!isLeader(by) && !isSupervisor(by))
    throw new Declined('E-RIGHT-1', '日报由局领导或督查室停止。', [`日报 ${incident.name}`])
  if (incident.state !== 'open')
    throw new Declined('E-BRIEF-3', `“${incident.name}”的日报已经结束。`, [`研判 ${incident.name}`])
  const today = dayOf(at)
  const last = at < instantAt(today, PICTURE) ? addDays(today, -1) : today
  return { ...incident, last, state: 'ended' }
}

function onlyLeaders(by: Person): void {
  if (!isLeader(by))
    throw new Declined('E-RIGHT-1', '日报由局领导启动、延长和重启，以免重复要数。', ['日报'])
}

function endOf(last: Day | null, today: Day, say: string): Day {
  const tries = [say.replace('{day}', addDays(today, 14))]
  if (last === null)
    throw new Declined('E-BRIEF-1', `日报要写明截止日期，到期自动停，最长${MOST_DAYS}天。`, tries)
  if (last < today) throw new Declined('E-BRIEF-1', '截止日期已经过去，请写今天以后的日期。', tries)
  if (daysBetween(today, last) > MOST_DAYS)
    throw new Declined(
      'E-BRIEF-1',
      `截止日期太远：日报是临时措施，最长${MOST_DAYS}天（到 ${addDays(today, MOST_DAYS)}），到期仍有必要的再由局领导延长。`,
      tries,
    )
  return last
}

/** Whether lines are asked for on a day. */
export const reportsOn = (incident: Incident, day: Day, calendar: Calendar): boolean =>
  incident.state === 'open' && owedOn(incident, day, calendar)

/** Whether a day was to be reported on, though the incident may be over by now. */
export const owedOn = (incident: Incident, day: Day, calendar: Calendar): boolean =>
  incident.state !== 'withdrawn' &&
  day >= incident.first &&
  day <= incident.last &&
  (incident.restDays || calendar.isWorkday(day))

/** The next moment at that clock, after `now`, of a day that is reported on; nothing when it is over. */
export function nextReport(
  incident: Incident,
  clock: string,
  now: Instant,
  today: Day,
  calendar: Calendar,
): Instant | undefined {
  for (let day = today; day <= incident.last; day = addDays(day, 1)) {
    const at = instantAt(day, clock)
    if (at > now && reportsOn(incident, day, calendar)) return at
  }
  return undefined
}

/** The days of a week that are reported on, up to and with a day. */
export function reportDays(incident: Incident, day: Day, calendar: Calendar): Day[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  const week = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
  const asked = { ...incident, state: 'open' as const }
  return week.filter((one) => one <= day && reportsOn(asked, one, calendar))
}

/** Whether a day is the last of its week that is reported on: then the week is looked at as a whole. */
export function closesWeek(incident: Incident, day: Day, calendar: Calendar): boolean {
  const sunday = addDays(day, 7 - weekdayOf(day))
  for (let next = addDays(day, 1); next <= sunday; next = addDays(next, 1))
    if (reportsOn(incident, next, calendar)) return false
  return true
}
