/** 变灯: a matter's light has changed by time alone; its cards are drawn anew, in place and silently. */
import { job, showAgain } from '../bot/index.ts'

export default job({
  rule: 'light',
  name: '变灯',
  late: Number.POSITIVE_INFINITY,
  together: 10,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (!matter) return '没有这件事项'
    await showAgain(turn, matter)
    return undefined
  },
})
