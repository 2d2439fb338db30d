/** 提醒的话: what a rung of the ladder says. */
import type { Matter } from '../domain/matter/matter.ts'
import type { Reminder } from '../domain/matter/reminders.ts'
import type { Seen } from './seen.ts'
import { dueSaid, whenSaid } from './words.ts'

/** `3号将于 明天 11月24日 周二 18:00 到期，请按时办结或报进展。` */
export function reminderSaid(matter: Matter, { rung, about, date }: Reminder, seen: Seen): string {
  const { now, calendar } = seen
  // While nobody carries it, taking it on is what comes first.
  const word = matter.handler === null ? '请尽快签收并分办' : rung.word
  const what = rung.of === 'due' ? '' : `“${about}”`
  if (date > now) return `${matter.id}号${what}将于 ${dueSaid(date, now, calendar)} 到期，${word}。`
  // It was to be told before the date and comes after it: the machine was down.
  if (rung.offset.days <= 0)
    return `${matter.id}号${what}已于 ${whenSaid(date, now, calendar)} 到期；到期前的提醒已过时，未再发出。`
  return `${matter.id}号${what}已于 ${whenSaid(date, now, calendar)} 到期，尚未${rung.of === 'due' ? '办结' : '完成'}，${word}。`
}
