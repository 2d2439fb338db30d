/** 换卡: each working morning, the cards that would be too old to edit before the next one get successors. */
import { job } from '../bot/index.ts'
import { reissue } from '../bot/reissue.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'

const AT = '8:50'

export default job({
  rule: 'reissue',
  name: '换卡',
  late: 24 * 60,
  every(after, calendar) {
    const today = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(today, AT)
    return at > after ? at : instantAt(nextWorkday(today, calendar), AT)
  },
  async run(turn) {
    const next = instantAt(nextWorkday(turn.today, turn.calendar), '18:00')
    return (await reissue(turn, next)) > 0 ? undefined : '没有将满13天的卡片'
  },
})
