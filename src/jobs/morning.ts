/** 今日待办: at 8:40 of a working day, to all who get no leader's page, what falls due and what was kept back. */
import { lastWeekBurden } from '../bot/burden.ts'
import { gatherMornings, type Morning } from '../bot/gather-morning.ts'
import { job, type Post, privatePlace, sendingCard, type Turn, tellKept } from '../bot/index.ts'
import { outlookToday, outlookTold } from '../bot/outlook.ts'
import { pageTo } from '../bot/page.ts'
import { planSlices, presentIn, sliceOf } from '../bot/slice.ts'
import type { Person } from '../domain/people/person.ts'
import { isLeader, isSupervisor, unitsHeadedBy } from '../domain/people/rights.ts'
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
    if (!subject) {
      const readers = presentIn(turn).filter(isReader)
      await planSlices(turn, 'morning', at, readers)
      return readers.length > 0 ? undefined : '没有收件人'
    }
    const readers = presentIn(turn, sliceOf(subject)).filter(isReader)
    const mornings = await gatherMornings(turn, readers)
    const week = opensWeek(turn.today, turn.calendar) ? weekOf(turn.today, turn.calendar) : null
    const burden = week && readers.some(isSupervisor) ? await lastWeekBurden(turn) : ''
    const outlook = readers.some(isSupervisor) ? await outlookToday(turn) : ''
    let told = false
    const pages = readers.flatMap((person): Post[] => {
      const morning = mornings.get(person.id)
      if (!morning || !says(morning, person, turn)) return []
      const office = isSupervisor(person) ? { burden, outlook } : {}
      told ||= (office.outlook ?? '') !== ''
      const page = { ...morning, weekly: week, ...office }
      const body = sendingCard(morningCard(page, { ...turn, viewer: person }))
      return [pageTo(person, turn, { ...body, reminds: turn.late ? [] : remindedToday(morning) })]
    })
    await turn.postPages(pages)
    if (told) await outlookTold(turn)
    await tellKept(
      turn,
      readers.map((one) => privatePlace(one.id)),
    )
    return pages.length > 0 ? undefined : '无需提醒的事项'
  },
})

/** One thing of his own has a card of its own when its day comes; a page for it alone would be one message more. */
function says({ kept, today, coming, overdue }: Morning, person: Person, turn: Turn): boolean {
  const watches = isSupervisor(person) || unitsHeadedBy(person, turn.directory).length > 0
  const listed = today.count + coming.count + overdue.count
  return kept.length > 0 || listed > (watches ? 0 : 1)
}

/** All who get no leader's page. */
const isReader = (person: Person): boolean => !isLeader(person)
