/** Days and instants as the office counts them: Beijing time, which has had no daylight saving since 1991. */

/** A calendar day of the office, `2026-12-05`. Text order is time order. */
export type Day = string

/** A moment, in milliseconds since 1970 UTC. */
export type Instant = number

const HOUR = 3_600_000
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

/** The office's calendar day on which an instant falls. */
export function dayOf(at: Instant): Day {
  return new Date(at + OFFSET).toISOString().slice(0, 10)
}

/** The minute of the office's day, 0 to 1439. */
export function minuteOf(at: Instant): number {
  return Math.floor(((at + OFFSET) % DAY) / 60_000)
}

/** The instant of a day and a clock time `HH:MM` (24:00 is the end of the day). */
export function instantAt(day: Day, clock: string): Instant {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return Date.parse(day) - OFFSET + hour * HOUR + minute * 60_000
}

/** The clock time of an instant, `18:00`. */
export function clockOf(at: Instant): string {
  return new Date(at + OFFSET).toISOString().slice(11, 16)
}

/** The day that lies a number of days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** How many days lie from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The weekday, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六', '日']

/** The weekday's name, 周一 to 周日. */
export function weekdayName(day: Day): string {
  return `周${WEEKDAYS[weekdayOf(day)]}`
}

/** Whether a text names a day that exists. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** An instant as ISO text in office time, `2026-12-05T18:00:00+08:00`. */
export function isoOf(at: Instant): string {
  return `${new Date(at + OFFSET).toISOString().slice(0, 19)}+08:00`
}
