/** 例会: a meeting that comes round by a rule; a rest day moves it to the first working day after. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { seesAll, within } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { clockOf, type Day, dayOf, type Instant, instantAt } from '../time/day.ts'
import { nextOf, type Recurrence } from '../time/recurrence.ts'
import { nextWorkday, previousWorkday } from '../time/workdays.ts'

export interface Series {
  id: number
  name: string
  rule: Recurrence
  /** 牵头领导: a person of the bureau or anybody else, as text. */
  leader: string
  /** 牵头单位: its field is what the pack is made from. */
  unit: number | null
  support: number[]
  secretary: number
  /** The bound group; without one the members get the pack in private. */
  chat: string | null
  /** How many have been announced: the next one is the (held + 1)th. */
  held: number
  ended: boolean
  rev: number
  head: string
}

export interface Topic {
  id: number
  series: number
  text: string
  person: number
  at: Instant
  state: 'queued' | 'taken' | 'withdrawn'
  /** 第N次顺延. */
  carried: number
}

/** The next meeting after a moment. */
export function nextMeeting(series: Series, after: Instant, calendar: Calendar): Instant {
  // A moved meeting lies after its rule's day, so the rule is asked from well before.
  let from = after - 15 * 86_400_000
  for (;;) {
    const ruled = nextOf(series.rule, from, calendar)
    const held = heldAt(ruled, calendar)
    if (held > after) return held
    from = ruled
  }
}

function heldAt(ruled: Instant, calendar: Calendar): Instant {
  const day = dayOf(ruled)
  return calendar.isWorkday(day) ? ruled : instantAt(nextWorkday(day, calendar), clockOf(ruled))
}

/** When the pack of a meeting is closed, given to the secretary, and sent (decisions.md "Packs"). */
export interface PackTimes {
  day: Day
  collected: Instant
  draft: Instant
  sent: Instant
}

/** 16:00, 16:10 and 17:10 of the last working day before the meeting. */
export function packTimes(meeting: Instant, calendar: Calendar): PackTimes {
  const day = previousWorkday(dayOf(meeting), calendar)
  return {
    day,
    collected: instantAt(day, '16:00'),
    draft: instantAt(day, '16:10'),
    sent: instantAt(day, '17:10'),
  }
}

/** Whether a person may see a meeting's pack: leaders, the 督查室, the secretary, and the units that take part. */
export function attends(person: Person, series: Series, directory: Directory): boolean {
  const units = [...(series.unit === null ? [] : [series.unit]), ...series.support]
  return (
    seesAll(person) ||
    person.id === series.secretary ||
    units.some((unit) => within(person, unit, directory))
  )
}
