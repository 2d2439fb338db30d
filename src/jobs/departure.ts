/** 离任移交: each working morning nothing is left with somebody who is gone, however he was struck off the roster. */
import { settleDepartures } from '../bot/departure.ts'
import { job } from '../bot/index.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'

const AT = '8:02'

export default job({
  rule: 'departure',
  name: '离任移交',
  late: 24 * 60,
  every(after, calendar) {
    const day = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(day, AT)
    return at > after ? at : instantAt(nextWorkday(day, calendar), AT)
  },
  async run(turn) {
    const { passed, meetings } = await settleDepartures(turn, null)
    return passed.length + meetings > 0 ? undefined : '没有要移交的事项'
  },
})
