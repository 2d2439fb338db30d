/** 提级: the reminders of a day that are meant for leaders; they stand on the page and are not sent besides. */
import type { Matter } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { type Reminder, remindedOf, remindersOf } from '../domain/matter/reminders.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import type { Turn } from './turn.ts'

/** A reminder of today with the matter it is about. */
export interface Passed {
  matter: Matter
  reminder: Reminder
}

/** Matters read at a time. */
const AT_ONCE = 200

/** What today's ladders pass up, by the person whom it reaches. */
export async function passedUpToday(turn: Turn): Promise<ReadonlyMap<number, Passed[]>> {
  const { store, directory, calendar, profiles, today, now } = turn
  const [from, to] = [instantAt(today, '0:00'), instantAt(addDays(today, 1), '0:00')]
  const moments = await store.occurrences.within('reminder', from, to)
  const found = new Map<number, Passed[]>()
  const ids = [...new Set(moments.map((one) => Number(one.subject.slice('matter:'.length))))]
  for (let n = 0; n < ids.length; n += AT_ONCE)
    // Nothing is passed up before its date is over.
    for (const matter of await store.matters.overdue(ids.slice(n, n + AT_ONCE), now))
      for (const reminder of remindersOf(matter, calendar, profileOf(matter, profiles))) {
        const { to: rung } = reminder.rung
        if (reminder.at < from || reminder.at >= to) continue
        if (rung !== 'charge' && rung !== 'principal') continue
        const person = remindedOf(matter, rung, directory, reminder.at)
        if (person === null) continue
        const his = found.get(person) ?? []
        if (!his.some((one) => one.matter.id === matter.id))
          found.set(person, [...his, { matter, reminder }])
      }
  return found
}
