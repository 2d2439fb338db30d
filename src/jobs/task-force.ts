/** 专班到期: a week's warning, and on the day after its last the task force ends by itself (R13). */
import { job, tellPeople } from '../bot/index.ts'
import { endForce } from '../bot/task-force.ts'
import { addDays, dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { forceEndsSaid } from '../views/task-force.ts'

const AT = '8:11'

export default job({
  rule: 'task-force',
  name: '专班到期',
  late: 24 * 60,
  every(after, calendar) {
    const day = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(day, AT)
    return at > after ? at : instantAt(nextWorkday(day, calendar), AT)
  },
  async run(turn) {
    const { directory, today, calendar } = turn
    const forces = [...directory.units.values()].filter((unit) => unit.kind === 'task_force')
    let told = 0
    for (const force of forces) {
      if (force.ends === null) continue
      if (force.ends < today) told += await endForce(turn, force, null, turn.now)
      // The first working morning within a week of the end: the one before it lay further away.
      else if (addDays(force.ends, -7) <= today && previous(today) < addDays(force.ends, -7)) {
        const office = directory.withRole('supervisor').map((one) => one.id)
        const lead = force.head === null ? [] : [force.head]
        await tellPeople(turn, [...lead, ...office], forceEndsSaid(force, today))
        told += 1
      }
    }
    return told > 0 ? undefined : '没有到期的专班'

    function previous(day: string): string {
      let at = addDays(day, -1)
      while (!calendar.isWorkday(at)) at = addDays(at, -1)
      return at
    }
  },
})
