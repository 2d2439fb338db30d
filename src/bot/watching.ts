/** 日报 in a turn: the moments to come, whom to ask, and the facts of a picture. */
import { Declined } from '../domain/declined.ts'
import type { Person } from '../domain/people/person.ts'
import { isLeader, unitsInChargeOf } from '../domain/people/rights.ts'
import { type Brief, readsIncident, reporterOf, reportingUnit } from '../domain/returns/brief.ts'
import {
  ASKED,
  type Incident,
  nextReport,
  PICTURE,
  reportDays,
  reportsOn,
} from '../domain/returns/incident.ts'
import { addDays, type Day, instantAt, weekdayOf } from '../domain/time/day.ts'
import { briefAsk, type Lines } from '../views/brief.ts'
import { privatePlace } from './place.ts'
import { record, type TakeBack } from './record.ts'
import { tellPeople } from './tell.ts'
import { type Spoken, sendingCard, type Turn } from './turn.ts'

/** Plans the next ask and the next picture; planned before, nothing happens. */
export async function planIncident(turn: Turn, incident: Incident): Promise<void> {
  const { now, today, calendar, store } = turn
  const subject = `incident:${incident.id}`
  for (const [rule, clock] of [
    ['brief-ask', ASKED],
    ['brief', PICTURE],
  ] as const) {
    const at = nextReport(incident, clock, now, today, calendar)
    if (at !== undefined) await store.occurrences.plan({ rule, subject, at })
  }
}

/** Asks each unit that has given no line today, one person each. */
export async function askUnits(
  turn: Turn,
  incident: Incident,
  kind: 'scheduled' | 'notice' = 'scheduled',
): Promise<number> {
  const { store, directory, today } = turn
  let asked = 0
  for (const unit of incident.units) {
    const key = { incident: incident.id, day: today, unit }
    if (await store.briefs.get(key)) continue
    const last = await store.briefs.lastBefore(key)
    const person = reporterOf(unit, last?.by, directory)
    if (person === undefined) continue
    asked += 1
    await turn.post({
      kind: 'send',
      place: privatePlace(person),
      body: sendingCard(briefAsk(incident, unit, last, turn)),
      class: kind,
      restDays: incident.restDays,
      say: `日报 ${incident.name}`,
      key: `brief-ask:${incident.id}:${today}:${unit}`,
    })
  }
  return asked
}

/** The lines of the week in which a day lies, up to that day. */
export async function weekLines(turn: Turn, incident: Incident, day: Day): Promise<Lines> {
  const monday = addDays(day, 1 - weekdayOf(day))
  const briefs = await turn.store.briefs.between(incident.id, monday, day)
  const days = [...reportDays(incident, day, turn.calendar), ...briefs.map((one) => one.day)]
  return { days: [...new Set(days)].sort(), briefs }
}

/** Who gets the picture: whoever began it, the principal, the leaders in charge of its units. */
export function watchers(turn: Turn, incident: Incident): Person[] {
  const { directory, today } = turn
  return [...directory.people.values()].filter(
    (person) =>
      !person.left &&
      isLeader(person) &&
      !directory.absentOn(person.id, today) &&
      (person.id === incident.by ||
        person.post === 'principal' ||
        unitsInChargeOf(person, directory).some((unit) => incident.units.includes(unit.id))),
  )
}

/** Tells those who report, once each. */
export async function tellReporters(turn: Turn, incident: Incident, say: string): Promise<void> {
  const { store, directory, today } = turn
  const people: number[] = []
  for (const unit of incident.units) {
    const day = addDays(today, 1)
    const last = await store.briefs.lastBefore({ incident: incident.id, day, unit })
    const person = reporterOf(unit, last?.by, directory)
    if (person !== undefined) people.push(person)
  }
  await tellPeople(turn, people, say)
}

/** The incident that is meant: the one named, else the only one under way that the speaker reports for, else the only one. */
export async function incidentMeant(turn: Spoken, named: Incident | null): Promise<Incident> {
  if (named) return named
  const { actor, directory, store } = turn
  const open = (await store.incidents.open()).filter((one) => readsIncident(one, actor, directory))
  const own = open.filter((one) => reports(one, actor, turn))
  const meant = own.length > 0 ? own : open
  if (meant.length === 1) return meant[0]!
  const tries = meant.slice(0, 3).map((one) => `日报 ${one.name}`)
  if (meant.length > 1)
    throw new Declined('E-BRIEF-5', '进行中的日报不止一件，请写明是哪一件。', tries)
  throw new Declined('E-BRIEF-5', '没有等您报的日报。日报由局领导启动，写明截止日期和成员单位。', [
    '日报',
  ])
}

/** Whether he reports for one of its units. */
export function reports(incident: Incident, person: Person, { directory }: Turn): boolean {
  try {
    return reportingUnit(incident, person, directory) !== undefined
  } catch (error) {
    if (error instanceof Declined) return false
    throw error
  }
}

/** Writes a line of history about an incident. */
export const recordIncident = (turn: Spoken, verb: string, text: string, back: TakeBack) =>
  record(turn, { verb, text, back })

/** The incidents under way for which a person's unit has given no line today, while there is time. */
export async function briefsOwedBy(turn: Spoken): Promise<Incident[]> {
  const { store, actor, directory, today, calendar, now } = turn
  if (now >= instantAt(today, PICTURE)) return []
  const owed: Incident[] = []
  for (const incident of await store.incidents.open()) {
    if (!reportsOn(incident, today, calendar) || !reports(incident, actor, turn)) continue
    const unit = reportingUnit(incident, actor, directory)
    const key = { incident: incident.id, day: today, unit }
    if (await store.briefs.get(key)) continue
    const last: Brief | undefined = await store.briefs.lastBefore(key)
    const head = directory.units.get(unit)?.head
    if (actor.id === head || actor.id === reporterOf(unit, last?.by, directory)) owed.push(incident)
  }
  return owed
}
