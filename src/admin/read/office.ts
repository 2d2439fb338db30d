/** An office to read sentences in: the practice office after its first days, or the one in a database. */

import { hearing } from '../../bot/hear.ts'
import type { Office } from '../../bot/office.ts'
import { calendarOf } from '../../domain/time/calendar.ts'
import { dayOf, type Instant, instantAt } from '../../domain/time/day.ts'
import { notices } from '../../domain/time/notices.ts'
import { addWorkdays } from '../../domain/time/workdays.ts'
import { furnished } from '../../furnished.ts'
import { workingMoment } from '../../practice/first-days.ts'
import { practiceApp } from '../../practice.ts'
import { personOf } from '../../sample/people.ts'
import { spoken, story } from '../../sample/story.ts'
import type { Store } from '../../store/open.ts'
import type { Desk } from '../desk.ts'
import { laySample } from '../lay-sample.ts'
import { saidBy, withMentions } from './said.ts'

const calendar = calendarOf(notices)

/** The office of a store that is laid already, at this moment. */
export function officeOn(store: Store, desk: Desk, now: () => Instant): Promise<Office> {
  return furnished({ store, now, log: desk.log, secret: practiceApp.secret })
}

/**
 * The practice office as `npm start` opens it, in an empty store: its story is heard by the same ear, without the
 * wire, since nobody reads its letters here.
 */
export async function practiceOn(store: Store, desk: Desk): Promise<Office> {
  const today = workingMoment(desk.now())
  let now = today
  const dayAt = (days: number) => {
    const [, month, day] = addWorkdays(dayOf(today), days, calendar).split('-').map(Number)
    return `${month}月${day}日`
  }
  const momentOf = (day: number, clock: string) =>
    instantAt(addWorkdays(dayOf(today), day, calendar), clock)
  const first = story[0]!
  now = momentOf(first.day, first.clock)
  await store.turn((bound) => laySample(bound, now, calendar, practiceApp.tenant))
  const office = await officeOn(store, desk, () => now)
  const hear = hearing(office)
  const { tenant } = practiceApp
  for (const [n, line] of story.entries()) {
    now = momentOf(line.day, line.clock)
    const words = withMentions(spoken(line.say, dayAt), tenant, (after) => {
      const [whole, key] = /^\[(\w+)\]/.exec(after) ?? []
      return whole === undefined ? undefined : { ...personOf(key!), length: whole.length }
    })
    const { openId } = personOf(line.as)
    const chat = line.in === 'bot' ? undefined : line.in
    const by = { key: `story-${n}`, at: now, openId, tenant, chat, addressed: true }
    await hear(saidBy(by, words))
  }
  now = today
  return office
}
