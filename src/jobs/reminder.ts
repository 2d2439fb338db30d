/** 提醒: what the ladder of a matter's rule has for this moment, each person once; asked anew whether it is still needed. */
import { job, showTo } from '../bot/index.ts'
import { onTodaysPage } from '../bot/page.ts'
import { isOpen } from '../domain/matter/matter.ts'
import { profileOf } from '../domain/matter/profiles.ts'
import { type Reminder, remindedOf, remindersOf } from '../domain/matter/reminders.ts'
import { reminderSaid } from '../views/reminder.ts'

export default job({
  rule: 'reminder',
  name: '到期提醒',
  late: Number.POSITIVE_INFINITY,
  together: 10,
  async run(turn, subject, at) {
    const { calendar, directory, now } = turn
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (!matter || !isOpen(matter)) return '事项已办结'
    const due = remindersOf(matter, calendar, profileOf(matter, turn.profiles)).filter(
      (one) => one.at === at,
    )
    if (due.length === 0) return '已办理，不用再提醒'
    const told = new Map<number, Reminder[]>()
    for (const one of due) {
      const person = remindedOf(matter, one.rung.to, directory, now)
      if (person !== null) told.set(person, [...(told.get(person) ?? []), one])
    }
    if (told.size === 0) return '没有可提醒的人'
    for (const person of [...told.keys()])
      if (await onTodaysPage(turn, person, matter.id)) told.delete(person)
    if (told.size === 0) return '已列入当天的简报或今日待办'
    for (const [person, those] of told)
      await showTo(turn, matter, person, reminderSaid(matter, mostPressing(those), turn))
    return undefined
  },
})

/** Of several for one person at one moment the latest rung speaks: 请今天办结, not 将于今天到期 as well. */
const mostPressing = (those: Reminder[]): Reminder =>
  those.reduce((best, one) => (one.rung.offset.days > best.rung.offset.days ? one : best))
