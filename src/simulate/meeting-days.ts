/** When each meeting of the sample office is held, by the rounds' own days and the almanac (domain.md A.3, E.3). */
import { meetings } from '../sample/meetings.ts'
import { personOf } from '../sample/people.ts'
import { rounds, type SampleRound } from '../sample/rounds.ts'
import {
  at,
  type Day,
  dayOf,
  isWorkday,
  meetingDays,
  onOrAfterWorkday,
  plusDays,
  weekday,
} from './almanac.ts'

/** One meeting on its day. */
export interface Held {
  name: string
  at: number
  /** Who leads it, by name. */
  leader: string
  /** The unit whose field it is about. */
  unit: string | null
}

/** The meetings held after a moment and before another, in the order of their times. */
export function heldBetween(after: number, before: number): Held[] {
  const days: Day[] = []
  // What a long holiday moves lies up to a fortnight before.
  for (let day = plusDays(dayOf(after), -14); day <= dayOf(before); day = plusDays(day, 1))
    days.push(day)
  const weekly = meetings.flatMap(({ name, time, leader, lead }) =>
    meetingDays.map((day) => ({ name, at: at(day, time), leader, unit: lead })),
  )
  const others = rounds.flatMap((one) =>
    days.flatMap((day) => {
      const held = isDayOf(one, day) ? movedTo(one, day) : undefined
      if (held === undefined) return []
      return [{ name: one.name, at: at(held, one.rule.clock), leader: one.leader, unit: one.lead }]
    }),
  )
  return [...weekly, ...others]
    .filter((one) => after < one.at && one.at < before)
    .map((one) => ({ ...one, leader: one.leader === null ? '' : personOf(one.leader).name }))
    .sort((a, b) => a.at - b.at)
}

/** Whether a round's rule names the day, before any holiday moves it. */
function isDayOf({ rule }: SampleRound, day: Day): boolean {
  if ('weekday' in rule) return (weekday(day) || 7) === rule.weekday
  if (!('places' in rule)) throw new Error('a round by no day of the month')
  const [, month = 0, date = 0] = day.split('-').map(Number)
  return (
    (rule.months as readonly number[]).includes(month) &&
    rule.places.some(
      (place) =>
        'nth' in place &&
        'weekday' in place &&
        (weekday(day) || 7) === place.weekday &&
        Math.ceil(date / 7) === place.nth,
    )
  )
}

const movedTo = ({ restDay }: SampleRound, day: Day): Day | undefined =>
  restDay === '顺延' || isWorkday(day) ? onOrAfterWorkday(day) : undefined
