/** The sample office's first days, lived over the wire: everything is said, and the clock asks what it asks. */
import { calendarOf } from '../domain/time/calendar.ts'
import { type Day, dayOf, type Instant, instantAt, minuteOf } from '../domain/time/day.ts'
import { notices } from '../domain/time/notices.ts'
import { addWorkdays, nextWorkday } from '../domain/time/workdays.ts'
import { personOf } from '../sample/people.ts'
import { spoken, story } from '../sample/story.ts'
import type { Street } from '../sandbox/street.ts'
import type { Bot } from '../server.ts'

const calendar = calendarOf(notices)

/** When the first of them begins, so that they end today. */
export const firstMorning = (today: Instant): Instant =>
  instantAt(daysFrom(dayOf(today), Math.min(0, ...story.map((line) => line.day))), '8:30')

/** Where they are lived. */
interface Stage {
  street: Pick<Street, 'say'>
  bot: Pick<Bot, 'settled'>
  turnTo(to: Instant): Promise<void>
}

/** Lives them, until today. */
export async function liveFirstDays(stage: Stage, today: Instant): Promise<void> {
  const base = dayOf(today)
  const dayAt = (days: number) => {
    const [, month, day] = addWorkdays(base, days, calendar).split('-').map(Number)
    return `${month}月${day}日`
  }
  for (const line of story) {
    await stage.turnTo(instantAt(daysFrom(base, line.day), line.clock))
    const words = spoken(line.say, dayAt).replace(
      /@\[(\w+)\]/g,
      (_, key: string) => `@[${personOf(key).openId}]`,
    )
    const said = line.in === 'bot' ? words : `@[bot] ${words}`
    await stage.street.say(personOf(line.as).openId, line.in, said)
    await stage.bot.settled()
  }
  await stage.turnTo(today)
}

const daysFrom = (day: Day, workdays: number): Day =>
  workdays === 0 ? day : addWorkdays(day, workdays, calendar)

/** Practice begins in working hours, so that a first try is not met by silence: now, or the next working morning. */
export function workingMoment(now: Instant): Instant {
  const day = dayOf(now)
  const minute = minuteOf(now)
  if (calendar.isWorkday(day) && minute < 17 * 60)
    return minute < 8 * 60 + 5 ? instantAt(day, '8:35') : now
  return instantAt(nextWorkday(day, calendar), '8:35')
}
