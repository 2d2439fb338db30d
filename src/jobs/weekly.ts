/** 周交办: in the morning of the meeting, last week's results and what this week hands out, to those concerned. */
import { job, privatePlace, sendingCard } from '../bot/index.ts'
import { readersOf, weekPage } from '../bot/week-page.ts'
import { batchAfter } from '../domain/matter/batch.ts'
import { weekCard } from '../views/weekly.ts'

export default job({
  rule: 'weekly',
  name: '周交办交卷',
  late: 4 * 60,
  async run(turn, subject) {
    const batch = subject.slice('batch:'.length)
    const following = batchAfter(batch, 1)
    let sent = 0
    for (const person of await readersOf(turn, following)) {
      const page = await weekPage(turn, following, person)
      if (page.last.matters.length === 0) continue
      await turn.post({
        kind: 'send',
        place: privatePlace(person.id),
        body: sendingCard(weekCard(page, { ...turn, viewer: person })),
        class: 'scheduled',
        weight: 'page',
        key: `weekly:${batch}:${person.id}:${turn.today}`,
      })
      sent += 1
    }
    return sent > 0 ? undefined : '这一周的周交办已撤回'
  },
})
