/** 例会议程: to the secretary at 16:10, to the group and members at 17:10 of the working day before (decisions.md "Packs"). */

import { job, keepBack, privatePlace, sendingCard, sendPack, type Turn } from '../bot/index.ts'
import { gatherAgenda } from '../bot/pack.ts'
import { sendDraft } from '../bot/pack-cards.ts'
import { hasNoSubject, isIdle, lacksFirst } from '../domain/meeting/agenda.ts'
import { nothingPrepared } from '../domain/meeting/preparation.ts'
import {
  heldBefore,
  nextMeeting,
  type PackTimes,
  packTimes,
  previousMeeting,
  type Series,
} from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { nextOpen } from '../domain/time/window.ts'
import { firstMissingCard } from '../views/agenda-draft.ts'

/** A pack is of use until its meeting begins, however late; what then remains is the next meeting's. */
const ANY_TIME = Number.POSITIVE_INFINITY

const draft = job({
  rule: 'agenda-draft',
  name: '议程送审',
  late: ANY_TIME,
  async run(turn, subject) {
    const ready = await readyFor(turn, subject, 'draft')
    if (typeof ready === 'string') return ready
    const { series: before, at, times } = ready
    const sent = Math.max(times.sent, nextOpen(turn.now, turn.calendar))
    await turn.store.occurrences.plan({ rule: 'agenda', subject, at: sent })
    const series = begun(before, at, turn)
    await turn.store.meetings.save(before, series)
    const agenda = await gatherAgenda(turn, series, at)
    if (hasNoSubject(agenda)) return '没有学习内容，不发议程'
    await sendDraft(turn, series, agenda)
    return undefined
  },
})

/** What was arranged for a meeting that never got its pack is over; what was given ahead of the draft holds. */
function begun(series: Series, at: Instant, { now, calendar }: Turn): Series {
  const { prepared } = series
  const last = previousMeeting(series, at, calendar) ?? 0
  const stale = prepared.drafted !== null && prepared.drafted < last
  const { first, each } = prepared
  const kept = stale ? { ...nothingPrepared, first, each } : prepared
  const held = heldBefore(series, at, calendar)
  return { ...series, held, prepared: { ...kept, kept: null, drafted: now } }
}

const pack = job({
  rule: 'agenda',
  name: '例会议程',
  late: ANY_TIME,
  async run(turn, subject) {
    const ready = await readyFor(turn, subject, 'sent')
    if (typeof ready === 'string') return ready
    const { series, at } = ready
    const next = nextMeeting(series, at, turn.calendar)
    const following = packTimes(next, turn.calendar).draft
    await turn.store.occurrences.plan({ rule: 'agenda-draft', subject, at: following })
    if (series.prepared.held) return '会议秘书暂缓发送'
    const agenda = await gatherAgenda(turn, series, at)
    if (hasNoSubject(agenda)) return '没有学习内容，不发议程'
    if (isIdle(agenda) && !series.prepared.released) return keepBack(turn, series, agenda)
    if (!lacksFirst(agenda)) return void (await sendPack(turn, series, agenda))
    await tellFirstMissing(turn, series, at)
    return '缺第一议题，议程未发'
  },
})

export default [draft, pack]

/** The secretary, who can mend it, and the 督查室 hear that the pack does not go out. */
async function tellFirstMissing(turn: Turn, series: Series, at: Instant): Promise<void> {
  const supervisors = turn.directory.withRole('supervisor').map((one) => one.id)
  const card = sendingCard(firstMissingCard(series, at, turn))
  for (const person of new Set([series.secretary, ...supervisors]))
    await turn.post({
      kind: 'send',
      place: privatePlace(person),
      body: card,
      class: 'scheduled',
      say: `议程 ${series.name}`,
      key: `agenda-first:${series.id}:${at}:${person}`,
    })
}

interface Ready {
  series: Series
  at: Instant
  times: PackTimes
}

/** The next meeting, whose pack is due; when its time has not come yet, that time is planned, and why is told. */
async function readyFor(
  turn: Turn,
  subject: string,
  due: 'draft' | 'sent',
): Promise<Ready | string> {
  const series = await turn.store.meetings.get(Number(subject.slice('series:'.length)))
  if (!series || series.ended) return '例会已停'
  const at = nextMeeting(series, turn.now, turn.calendar)
  if (await turn.store.packs.meeting(series.id, at)) return '议程已发'
  const times = packTimes(at, turn.calendar)
  // The secretary may send it before its time, once there is a draft.
  const drafted = due === 'sent' && (series.prepared.drafted ?? 0) >= times.draft
  if (times[due] <= turn.now || drafted) return { series, at, times }
  await turn.store.occurrences.plan({ rule: 'agenda-draft', subject, at: times.draft })
  return '会议已开，改备下次'
}
