/**
 * The year 2022 by hand: holidays and working weekends as the notices list them (domain.md B.3), and plain arithmetic.
 * It shares nothing with the product's calendar, so that the two can be held against each other.
 */

/** `2022-01-04`. */
export type Day = string

const DAY = 86_400_000
const BEIJING = 8 * 3_600_000

/** First and last days of each holiday from 2022 to the spring of 2023. */
const HOLIDAYS: readonly [Day, Day][] = [
  ['2022-01-01', '2022-01-03'],
  ['2022-01-31', '2022-02-06'],
  ['2022-04-03', '2022-04-05'],
  ['2022-04-30', '2022-05-04'],
  ['2022-06-03', '2022-06-05'],
  ['2022-09-10', '2022-09-12'],
  ['2022-10-01', '2022-10-07'],
  ['2022-12-31', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
]

const WORKING_WEEKENDS: ReadonlySet<Day> = new Set([
  '2022-01-29',
  '2022-01-30',
  '2022-04-02',
  '2022-04-24',
  '2022-05-07',
  '2022-10-08',
  '2022-10-09',
  '2023-01-28',
  '2023-01-29',
])

/** The instant of a clock time in Beijing, in milliseconds. */
export const at = (day: Day, clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) - BEIJING + (hour * 60 + minute) * 60_000
}

/** The day an instant lies in, in Beijing. */
export const dayOf = (instant: number): Day =>
  new Date(instant + BEIJING).toISOString().slice(0, 10)

/** `HH:MM` of an instant in Beijing. */
export const clockOf = (instant: number): string =>
  new Date(instant + BEIJING).toISOString().slice(11, 16)

export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export function isWorkday(day: Day): boolean {
  if (WORKING_WEEKENDS.has(day)) return true
  if (HOLIDAYS.some(([first, last]) => first <= day && day <= last)) return false
  return weekday(day) !== 0 && weekday(day) !== 6
}

/** The working day so many working days on (or back). */
export function plusWorkdays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let found = day
  while (left > 0) {
    found = plusDays(found, step)
    if (isWorkday(found)) left -= 1
  }
  return found
}

/** The day itself when it is a working day, else the next one. */
export const onOrAfterWorkday = (day: Day): Day => (isWorkday(day) ? day : plusWorkdays(day, 1))

/** Every day from the first to the last. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day)
  return days
}

/** The hours in which somebody works and speaks, of working days. */
const SHIFTS = [
  ['8:40', '11:50'],
  ['14:10', '17:40'],
] as const

/** The moment after so many minutes of work. */
export function plusWork(from: number, minutes: number): number {
  let day = dayOf(from)
  let left = minutes
  let moment = from
  for (;;) {
    for (const [opens, closes] of SHIFTS) {
      if (!isWorkday(day)) break
      const begin = Math.max(moment, at(day, opens))
      const room = (at(day, closes) - begin) / 60_000
      if (room <= 0) continue
      if (left <= room) return begin + left * 60_000
      left -= room
    }
    day = plusDays(day, 1)
    moment = at(day, '0:00')
  }
}

/** The minutes of work between two moments. */
export function workMinutes(from: number, to: number): number {
  let sum = 0
  for (let day = dayOf(from); day <= dayOf(to); day = plusDays(day, 1)) {
    if (!isWorkday(day)) continue
    for (const [opens, closes] of SHIFTS) {
      const room = Math.min(to, at(day, closes)) - Math.max(from, at(day, opens))
      if (room > 0) sum += room / 60_000
    }
  }
  return Math.floor(sum)
}

/** The same day of the next month, or that month's last. */
export function nextMonth(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

/** domain.md E.3: 52 Mondays of 2022, five of them moved to the first working day, one week without a meeting. */
const MOVED: Readonly<Record<Day, Day>> = {
  '2022-01-03': '2022-01-04',
  '2022-04-04': '2022-04-06',
  '2022-05-02': '2022-05-05',
  '2022-09-12': '2022-09-13',
  '2022-10-03': '2022-10-08',
}

/** The days of the weekly meetings, up to the first of the year after. */
export const meetingDays: readonly Day[] = Array.from({ length: 53 }, (_, i) =>
  plusDays('2022-01-03', 7 * i),
)
  .filter((monday) => monday !== '2022-01-31')
  .map((monday) => (monday === '2023-01-02' ? '2023-01-03' : (MOVED[monday] ?? monday)))

/** The day from which the days of something said then are counted: after 16:30 or on a rest day the next working day. */
export const countedFrom = (moment: number): Day => {
  const day = dayOf(moment)
  return isWorkday(day) && clockOf(moment) <= '16:30' ? day : plusWorkdays(day, 1)
}
