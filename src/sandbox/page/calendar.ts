/** Practice time is Beijing time, whatever the browser's zone; there is no summer time in it. */
const EAST = 8 * 3_600_000
const DAY = 86_400_000
const WEEK = '日一二三四五六'

const two = (n: number) => String(n).padStart(2, '0')

/** An instant's wall clock in Beijing, read through the UTC getters. */
function wall(at: number): Date {
  return new Date(at + EAST)
}

/** 11月21日 周六 */
export function dayText(at: number): string {
  const day = wall(at)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 周${WEEK[day.getUTCDay()]}`
}

/** 08:20 */
export function timeText(at: number): string {
  const day = wall(at)
  return `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`
}

/** 08:20:05, for the inspector. */
export function secondText(at: number): string {
  return `${timeText(at)}:${two(wall(at).getUTCSeconds())}`
}

/** Beside a chat: the time today, else the date. */
export function briefText(at: number, now: number): string {
  if (sameDay(at, now)) return timeText(at)
  const day = wall(at)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** 2026-11-21 */
export function isoDay(at: number): string {
  return wall(at).toISOString().slice(0, 10)
}

/** 2026-11-21T08:20, as a datetime-local field wants it. */
export function fieldText(at: number): string {
  return wall(at).toISOString().slice(0, 16)
}

/** The instant a datetime-local field means, in milliseconds; NaN when it is empty. */
export function fieldInstant(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) - EAST : Number.NaN
}

/** Whether two instants lie on one Beijing day. */
export function sameDay(a: number, b: number): boolean {
  return dayOf(a) === dayOf(b)
}

function dayOf(at: number): number {
  return Math.floor((at + EAST) / DAY)
}

/** The next full hour after `now`. */
export function nextHour(now: number): number {
  return (Math.floor(now / 3_600_000) + 1) * 3_600_000
}

/** A time on the day `days` after today, in Beijing. */
export function onDay(now: number, days: number, hour: number, minute: number): number {
  return (dayOf(now) + days) * DAY + (hour * 60 + minute) * 60_000 - EAST
}

/** The first Friday 17:00 after `now`. */
export function nextFriday(now: number): number {
  const ahead = (5 - wall(now).getUTCDay() + 7) % 7
  const friday = onDay(now, ahead, 17, 0)
  return friday > now ? friday : onDay(now, ahead + 7, 17, 0)
}
