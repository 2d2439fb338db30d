/** 简报: each leader's page at 8:20 of a working day, on the week's first one for the week; nothing to say, no message. */
import { lastWeekBurden } from '../bot/burden.ts'
import { deskFor, gatherDigest } from '../bot/gather-digest.ts'
import { job, onPage, privatePlace, sendingCard, type Turn, tellKept } from '../bot/index.ts'
import { pageKey } from '../bot/page.ts'
import { inSlice, planSlices, sliceOf } from '../bot/slice.ts'
import { isSilent, PAGE_LINES } from '../domain/digest.ts'
import type { Person } from '../domain/people/person.ts'
import { actingOn, isLeader } from '../domain/people/rights.ts'
import { dayOf, instantAt } from '../domain/time/day.ts'
import { nextWorkday, onOrAfterWorkday } from '../domain/time/workdays.ts'
import { digestCard, remindedOn } from '../views/digest.ts'

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
  async run(turn, subject, at) {
    const readers = readersOf(turn)
    if (!subject) {
      await planSlices(turn, 'digest', at, readers)
      return readers.length > 0 ? undefined : '没有收件人'
    }
    const desk = await deskFor(turn, PAGE_LINES)
    let sent = 0
    for (const person of inSlice(readers, sliceOf(subject))) {
      const place = privatePlace(person.id)
      const digest = await gatherDigest(turn, person, desk)
      const kept = await onPage(turn, place)
      const burden = person.post === 'principal' && digest.week ? await lastWeekBurden(turn) : ''
      if (!isSilent(digest) || kept.length > 0) {
        sent += 1
        await turn.post({
          kind: 'send',
          place,
          body: {
            ...sendingCard(digestCard({ ...digest, kept, burden }, { ...turn, viewer: person })),
            reminds: remindedOn(digest),
          },
          class: 'scheduled',
          weight: 'page',
          key: pageKey(person, turn.today),
        })
      }
      await tellKept(turn, place)
    }
    return sent > 0 ? undefined : '无需关注的事项'
  },
})

/** Leaders who are here, and whoever stands in for one. */
function readersOf({ directory, today }: Turn): Person[] {
  return [...directory.people.values()]
    .filter((one) => !one.left && !directory.absentOn(one.id, today))
    .map((one) => actingOn(one, today, directory))
    .filter(isLeader)
}
