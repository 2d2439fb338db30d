/** 例会议程: to the secretary at 16:10, to the group and members at 17:10 of the working day before (decisions.md "Packs"). */

import { gatherAgenda } from '../bot/gather.ts'
import { job, participants, privatePlace, sendingCard, type Turn } from '../bot/index.ts'
import type { Agenda } from '../domain/meeting/agenda.ts'
import { nextMeeting, type PackTimes, packTimes, type Series } from '../domain/meeting/series.ts'
import { nextOpen } from '../domain/time/window.ts'
import { agendaCard } from '../views/agenda.ts'

/** A pack is of use until its meeting begins, however late; what then remains is the next meeting's. */
const ANY_TIME = Number.POSITIVE_INFINITY

const draft = job({
  rule: 'agenda-draft',
  name: '议程送审',
  late: ANY_TIME,
  async run(turn, subject) {
    const ready = await readyFor(turn, subject, 'draft')
    if (typeof ready === 'string') return ready
    const { series, agenda, times } = ready
    const at = Math.max(times.sent, nextOpen(turn.now, turn.calendar))
    await turn.store.occurrences.plan({ rule: 'agenda', subject, at })
    await turn.post({
      kind: 'send',
      place: privatePlace(series.secretary),
      body: sendingCard(agendaCard(agenda, { ...turn, draft: true })),
      class: 'scheduled',
      say: `议程 ${series.name}`,
      key: `agenda-draft:${series.id}:${agenda.at}`,
    })
    return undefined
  },
})

const pack = job({
  rule: 'agenda',
  name: '例会议程',
  late: ANY_TIME,
  async run(turn, subject) {
    const ready = await readyFor(turn, subject, 'sent')
    if (typeof ready === 'string') return ready
    const { series, agenda } = ready
    const card = sendingCard(agendaCard(agenda, turn))
    for (const place of participants(turn, series))
      await turn.post({
        kind: 'send',
        place,
        body: card,
        class: 'scheduled',
        say: `议程 ${series.name}`,
        key: `agenda:${series.id}:${agenda.at}:${place}`,
      })
    await turn.store.meetings.carryTopics(agenda.topics.map((topic) => topic.id))
    const next = nextMeeting(series, agenda.at, turn.calendar)
    const at = packTimes(next, turn.calendar).draft
    await turn.store.occurrences.plan({ rule: 'agenda-draft', subject, at })
    await turn.store.meetings.save(series, { ...series, held: series.held + 1 })
    return undefined
  },
})

export default [draft, pack]

interface Ready {
  series: Series
  agenda: Agenda
  times: PackTimes
}

/** The pack of the next meeting; when its time has not come yet, that time is planned, and why is told. */
async function readyFor(
  turn: Turn,
  subject: string,
  due: 'draft' | 'sent',
): Promise<Ready | string> {
  const series = await turn.store.meetings.get(Number(subject.slice('series:'.length)))
  if (!series || series.ended) return '例会已停'
  const agenda = await gatherAgenda(turn, series)
  const times = packTimes(agenda.at, turn.calendar)
  if (times[due] <= turn.now) return { series, agenda, times }
  await turn.store.occurrences.plan({ rule: 'agenda-draft', subject, at: times.draft })
  return '会议已开，改备下次'
}
