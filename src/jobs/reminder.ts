/** 提醒: the working day before a matter's date, once, to the one who carries it. */
import { job, showTo } from '../bot/index.ts'
import { isOpen } from '../domain/matter/matter.ts'
import { remindedOf } from '../domain/matter/reminders.ts'
import { dueSaid } from '../views/words.ts'

export default job({
  rule: 'reminder',
  name: '到期提醒',
  late: 8 * 60,
  async run(turn, subject) {
    const matter = await turn.store.matters.get(Number(subject.slice('matter:'.length)))
    if (!matter || !isOpen(matter)) return '事项已办结'
    if (matter.due <= turn.now) return '已过时限'
    const head = turn.directory.units.get(matter.lead)?.head ?? null
    const person = remindedOf(matter, head)
    if (person === null) return '没有承办人'
    const when = dueSaid(matter.due, turn.now, turn.calendar)
    const word = matter.handler === null ? '请尽快签收并分办' : '请按时办结或报进展'
    await showTo(turn, matter, person, `${matter.id}号将于 ${when} 到期，${word}。`)
    return undefined
  },
})
