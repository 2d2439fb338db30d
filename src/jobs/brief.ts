/** 日报: each unit asked once in the morning, one picture at 17:40, the end by itself with one message (F21). */
import { job, privatePlace, sendingCard, type Turn } from '../bot/index.ts'
import { askUnits, planIncident, tellReporters, watchers, weekLines } from '../bot/watching.ts'
import {
  closesWeek,
  type Incident,
  nextReport,
  PICTURE,
  reportsOn,
} from '../domain/returns/incident.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { pictureCard } from '../views/brief.ts'

/** A moment that was slept through plans the next one all the same. */
const ANY_TIME = Number.POSITIVE_INFINITY

const asking = job({
  rule: 'brief-ask',
  name: '日报提醒',
  late: ANY_TIME,
  async run(turn, subject, at) {
    const incident = await underWay(turn, subject)
    if (typeof incident === 'string') return incident
    await planIncident(turn, incident)
    if (dayOf(at) !== turn.today) return '停机错过'
    if (!reportsOn(incident, turn.today, turn.calendar)) return '今天不报'
    return (await askUnits(turn, incident)) > 0 ? undefined : '均已报'
  },
})

const picture = job({
  rule: 'brief',
  name: '日报汇总',
  late: ANY_TIME,
  async run(turn, subject, at) {
    const incident = await underWay(turn, subject)
    if (typeof incident === 'string') return incident
    const { now, today, calendar } = turn
    const over = nextReport(incident, PICTURE, now, today, calendar) === undefined
    const sent = await send(turn, incident, at, over)
    if (!over) await planIncident(turn, incident)
    else {
      await turn.store.incidents.save({ ...incident, state: 'ended' })
      const say = `“${incident.name}”日报到期，已自动停，不用再报。`
      await tellReporters(turn, incident, say)
    }
    return sent || over ? undefined : '今天不报'
  },
})

export default [asking, picture]

async function underWay(turn: Turn, subject: string): Promise<Incident | string> {
  const id = Number(subject.slice('incident:'.length))
  const incident = await turn.store.incidents.get(id)
  return incident?.state === 'open' ? incident : '日报已结束'
}

/** The picture of the day that the moment belongs to, late or not. */
async function send(turn: Turn, incident: Incident, at: Instant, over: boolean): Promise<boolean> {
  const day = dayOf(at)
  if (!reportsOn(incident, day, turn.calendar)) return false
  const lines = await weekLines(turn, incident, day)
  const week = closesWeek(incident, day, turn.calendar) || over
  const card = pictureCard(incident, day, lines, { ...turn, week, over })
  for (const person of watchers(turn, incident))
    await turn.post({
      kind: 'send',
      place: privatePlace(person.id),
      body: sendingCard(card),
      class: 'scheduled',
      weight: 'page',
      restDays: incident.restDays,
      say: `研判 ${incident.name}`,
      key: `brief:${incident.id}:${day}:${person.id}`,
    })
  return true
}
