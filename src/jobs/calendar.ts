/** 放假安排: the keeper is asked for a notice that should be out, once a week; what a newer program knows is counted in. */
import { job, privatePlace } from '../bot/index.ts'
import { recount } from '../bot/recount.ts'
import { yearAwaited } from '../domain/time/arrangement.ts'
import { addDays, dayOf, type Instant, instantAt, weekdayOf } from '../domain/time/day.ts'
import { onOrAfterWorkday } from '../domain/time/workdays.ts'

/** Off the full and half hour, when the morning's rush is over. */
const AT = '10:13'

/** Enough of them to see whether a year has arrived. */
const MOST = 500

const asking = job({
  rule: 'calendar-asked',
  name: '催问放假安排',
  late: 5 * 24 * 60,
  every(after, calendar) {
    for (
      let monday = addDays(dayOf(after), 1 - weekdayOf(dayOf(after)));
      ;
      monday = addDays(monday, 7)
    ) {
      const at = instantAt(onOrAfterWorkday(monday, calendar), AT)
      if (at > after) return at
    }
  },
  async run(turn) {
    const year = yearAwaited(turn.today, turn.calendar)
    if (year === undefined) return '放假安排已齐'
    const admins = turn.directory.withRole('admin')
    const line = `${year}年的放假安排还没有登记。请在国务院办公厅公布后，把通知全文粘贴在“登记 放假通知”后面发给我；此前涉及${year}年的时限暂按周末和法定节日推算。`
    for (const admin of admins)
      await turn.post({
        kind: 'send',
        place: privatePlace(admin.id),
        body: { content: { lines: [line] } },
        class: 'notice',
      })
    return admins.length > 0 ? undefined : '没有管理员'
  },
})

const counting = job({
  rule: 'calendar-counted',
  name: '重算推算的时限',
  late: 24 * 60,
  every(after) {
    const at = instantAt(dayOf(after), '7:41')
    return at > after ? at : instantAt(addDays(dayOf(after), 1), '7:41')
  },
  async run(turn) {
    const guessed = await turn.store.matters.find({ provisional: true, limit: MOST })
    const arrived = guessed.some(({ due }) => turn.calendar.announced(yearOf(due)))
    if (!arrived) return guessed.length > 0 ? '放假安排还没有公布' : '没有推算的时限'
    const year = yearOf(turn.now)
    for (const unknown of [year + 1, year]) {
      const before = await turn.store.calendar.readBefore(unknown)
      await recount(turn, before, `${unknown}年放假安排已公布`, null)
    }
    return undefined
  },
})

const yearOf = (at: Instant): number => Number(dayOf(at).slice(0, 4))

export default [asking, counting]
