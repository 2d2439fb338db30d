/** 今日待办: at 8:40 of a working day, to all who get no leader's page, what falls due and what was kept back. */
import { lastWeekBurden } from '../bot/burden.ts'
import { fieldsIn } from '../bot/gather-field.ts'
import { gatherMorning, type Morning, readersIn } from '../bot/gather-morning.ts'
import { job, privatePlace, sendingCard, type Turn, tellKept } from '../bot/index.ts'
import { pageKey } from '../bot/page.ts'
import { inSlice, planSlices, sliceOf } from '../bot/slice.ts'
import { PAGE_LINES } from '../domain/digest.ts'
import type { Person } from '../domain/people/person.ts'
import { actingOn, isLeader, isSupervisor, unitsHeadedBy } from '../domain/people/rights.ts'
import { pageClock } from '../domain/remind/allowance.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { opensWeek, weekOf } from '../domain/week.ts'
import { morningCard, remindedToday } from '../views/morning.ts'

export default job({
  rule: 'morning',
  name: '今日待办',
  late: 9 * 60,
  every(after, calendar) {
    const today = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(today, pageClock(undefined))
    return at > after ? at : instantAt(nextWorkday(today, calendar), pageClock(undefined))
  },
  async run(turn, subject, at) {
    const readers = readersOf(turn)
    if (!subject) {
      await planSlices(turn, 'morning', at, readers)
      return readers.length > 0 ? undefined : '没有收件人'
    }
    const slice = sliceOf(subject)
    const fields = fieldsIn(turn, PAGE_LINES)
    const week = opensWeek(turn.today, turn.calendar) ? weekOf(turn.today, turn.calendar) : null
    const burden = week ? await lastWeekBurden(turn) : ''
    let sent = 0
    for (const person of await readersIn(turn, inSlice(readers, slice), slice)) {
      const morning = await gatherMorning(turn, person, fields)
      const place = privatePlace(person.id)
      if (says(morning, person, turn)) {
        sent += 1
        const page = { ...morning, weekly: week, burden: isSupervisor(person) ? burden : '' }
        await turn.post({
          kind: 'send',
          place,
          body: {
            ...sendingCard(morningCard(page, { ...turn, viewer: person })),
            reminds: turn.late ? [] : remindedToday(morning),
          },
          class: 'scheduled',
          weight: 'page',
          key: pageKey(person, turn.today),
        })
      }
      await tellKept(turn, place)
    }
    return sent > 0 ? undefined : '无需提醒的事项'
  },
})

/** One thing of his own has a card of its own when its day comes; a page for it alone would be one message more. */
function says({ kept, today, coming, overdue }: Morning, person: Person, turn: Turn): boolean {
  const watches = isSupervisor(person) || unitsHeadedBy(person, turn.directory).length > 0
  const listed = today.count + coming.count + overdue.count
  return kept.length > 0 || listed > (watches ? 0 : 1)
}

/** Everybody who is here and gets no leader's page. */
function readersOf({ directory, today }: Turn): Person[] {
  return [...directory.people.values()]
    .filter((one) => !one.left && !directory.absentOn(one.id, today))
    .map((one) => actingOn(one, today, directory))
    .filter((one) => !isLeader(one))
}
