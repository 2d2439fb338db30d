/** 简报: each leader's page at 8:20 of a working day, on the week's first one for the week; nothing to say, no message. */
import { lastWeekBurden } from '../bot/burden.ts'
import { deskFor, gatherDigest } from '../bot/gather-digest.ts'
import { job, onPages, type Post, privatePlace, sendingCard, tellKept } from '../bot/index.ts'
import { pageTo } from '../bot/page.ts'
import { planSlices, presentIn, sliceOf } from '../bot/slice.ts'
import { isSilent, PAGE_LINES } from '../domain/digest.ts'
import { isLeader } from '../domain/people/rights.ts'
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
    if (!subject) {
      const readers = presentIn(turn).filter(isLeader)
      await planSlices(turn, 'digest', at, readers)
      return readers.length > 0 ? undefined : '没有收件人'
    }
    const readers = presentIn(turn, sliceOf(subject)).filter(isLeader)
    const places = readers.map((one) => privatePlace(one.id))
    const told = await onPages(turn, places)
    const desk = await deskFor(turn, PAGE_LINES)
    const pages: Post[] = []
    for (const person of readers) {
      const digest = await gatherDigest(turn, person, desk)
      const kept = told.get(privatePlace(person.id)) ?? []
      const burden = person.post === 'principal' && digest.week ? await lastWeekBurden(turn) : ''
      if (isSilent(digest) && kept.length === 0) continue
      const page = digestCard({ ...digest, kept, burden }, { ...turn, viewer: person })
      pages.push(pageTo(person, turn, { ...sendingCard(page), reminds: remindedOn(digest) }))
    }
    await turn.postPages(pages)
    await tellKept(turn, places)
    return pages.length > 0 ? undefined : '无需关注的事项'
  },
})
