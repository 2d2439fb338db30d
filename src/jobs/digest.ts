/** 简报: each leader's page at 8:20 of a working day; nothing to say, no message. */

import { gatherDigest } from '../bot/gather.ts'
import { job, onPage, privatePlace, sendingCard, tellKept } from '../bot/index.ts'
import { isSilent } from '../domain/digest.ts'
import { isLeader } from '../domain/people/rights.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { digestCard } from '../views/digest.ts'

const AT = '8:20'

export default job({
  rule: 'digest',
  name: '领导简报',
  late: 4 * 60,
  every(after, calendar) {
    const today = onOrAfterWorkday(dayOf(after), calendar)
    const at = instantAt(today, AT)
    return at > after ? at : instantAt(nextWorkday(today, calendar), AT)
  },
  async run(turn) {
    let sent = 0
    for (const person of turn.directory.people.values()) {
      if (person.left || !isLeader(person)) continue
      if (turn.directory.absentOn(person.id, turn.today)) continue
      const digest = await gatherDigest(turn, person)
      const kept = await onPage(turn, privatePlace(person.id))
      const silent = isSilent(digest) && kept.length === 0
      if (!silent)
        await turn.post({
          kind: 'send',
          place: privatePlace(person.id),
          body: sendingCard(digestCard({ ...digest, kept }, { ...turn, viewer: person })),
          class: 'scheduled',
          weight: 'page',
          key: `digest:${person.id}:${turn.today}`,
        })
      await tellKept(turn, privatePlace(person.id))
      if (!silent) sent += 1
    }
    return sent > 0 ? undefined : '无需关注的事项'
  },
})
