/** 今日待办: at 8:40 of a working day, what was kept back from a person, and to a head what falls due in his unit today. */
import { gatherMorning, type Morning } from '../bot/gather-morning.ts'
import { job, sendingCard, tellKept } from '../bot/index.ts'
import { pageClock } from '../domain/remind/allowance.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { morningCard } from '../views/morning.ts'

const says = ({ morning }: { morning: Morning }): boolean =>
  morning.kept.length + morning.due.length > 0

export default job({
  rule: 'morning',
  name: '今日待办',
  late: 9 * 60,
  every(after, calendar) {
    const today = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(today, pageClock(undefined))
    return at > after ? at : instantAt(nextWorkday(today, calendar), pageClock(undefined))
  },
  async run(turn) {
    const found = await gatherMorning(turn)
    for (const { person, morning, place } of found) {
      if (says({ morning }))
        await turn.post({
          kind: 'send',
          place,
          body: {
            ...sendingCard(morningCard(morning, { ...turn, viewer: person })),
            matters: morning.due.map((matter) => matter.id),
          },
          class: 'scheduled',
          weight: 'page',
          key: `morning:${person.id}:${turn.today}`,
        })
      await tellKept(turn, place)
    }
    return found.some(says) ? undefined : '无需提醒的事项'
  },
})
