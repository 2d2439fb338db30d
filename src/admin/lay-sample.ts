/** Lays the sample office into an empty store: units, people, groups, meetings; everybody's platform id is known. */
import { nothingPrepared } from '../domain/meeting/preparation.ts'
import { nextMeeting, packTimes, type Series } from '../domain/meeting/series.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import { chats } from '../sample/chats.ts'
import { meetings } from '../sample/meetings.ts'
import { people, personOf } from '../sample/people.ts'
import { remits } from '../sample/remits.ts'
import { rounds } from '../sample/rounds.ts'
import { units } from '../sample/units.ts'
import type { Bound } from '../store/store.ts'

/** The whole office; `now` is when its meetings begin to be planned. */
export async function laySample(
  store: Bound,
  now: Instant,
  calendar: Calendar,
  tenant: string,
): Promise<void> {
  await store.people.serve(tenant)
  const unitIds = new Map<string, number>()
  for (const { name, aliases, kind } of units) {
    const bare = { name, aliases: [...aliases], kind, parent: null, head: null, charge: null }
    unitIds.set(name, await store.people.addUnit({ ...bare, members: [], ends: null }))
  }
  const ids = new Map<string, number>()
  for (const one of people) {
    const { key, name, title, post, mobile, openId, unionId, roles } = one
    const unit = unitIds.get(one.unit) ?? 0
    const person = { name, title, post, mobile, openId, unionId, roles: [...roles] }
    ids.set(key, await store.people.addPerson({ ...person, unit, left: false }))
  }
  for (const [key, words] of Object.entries(remits))
    await store.remits.set(ids.get(key) ?? 0, words)
  const id = (key: string | null | undefined) => (key ? (ids.get(key) ?? null) : null)
  const directory = await store.people.directory()
  for (const sample of units) {
    const unit = directory.unitNamed(sample.name)
    if (!unit) continue
    await store.people.saveUnit({
      ...unit,
      parent: sample.parent ? (unitIds.get(sample.parent) ?? null) : null,
      head: id(sample.head),
      charge: id(sample.charge),
      members: sample.members.flatMap((key) => id(key) ?? []),
    })
  }
  const series = await layMeetings(store, now, calendar, unitIds, id)
  for (const { id: chat, name, unit, meeting } of chats)
    await store.chats.save({
      id: chat,
      name,
      unit: unit ? (unitIds.get(unit) ?? null) : null,
      series: meeting ? (series.get(meeting) ?? null) : null,
      gone: false,
    })
}

async function layMeetings(
  store: Bound,
  now: Instant,
  calendar: Calendar,
  unitIds: ReadonlyMap<string, number>,
  id: (key: string) => number | null,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  const unit = (name: string | null) => (name === null ? null : (unitIds.get(name) ?? null))
  const every = (weekday: number, clock: string) =>
    ({ every: 'week', step: 1, from: dayOf(now), weekdays: [weekday], clock }) as const
  const weekly = meetings.map(({ weekday, time, ...one }) => {
    const rule = every(weekday, time)
    const rest = { kind: '周例会', restDay: '顺延', study: false } as const
    return { ...one, ...rest, rule }
  })
  const others = rounds.map((one) => {
    const rule = 'weekday' in one.rule ? every(one.rule.weekday, one.rule.clock) : one.rule
    return { ...one, support: [], rule }
  })
  for (const one of [...weekly, ...others]) {
    const { name, kind, rule, restDay, study, chat } = one
    const series: Series = {
      ...{ id: await store.meetings.nextId(), name, kind, rule, restDay, study, chat },
      leader: one.leader === null ? '' : personOf(one.leader).name,
      unit: unit(one.lead),
      support: one.support.flatMap((other) => unit(other) ?? []),
      secretary: id(one.secretary) ?? 0,
      ...{ held: 0, off: [], extra: [], prepared: nothingPrepared, ended: false, rev: 0, head: '' },
    }
    await store.meetings.add(series)
    ids.set(name, series.id)
    const next = nextMeeting(series, now, calendar)
    // An office that opens today has missed nothing.
    const at = Math.max(packTimes(next, calendar).draft, now)
    await store.occurrences.plan({ rule: 'agenda-draft', subject: `series:${series.id}`, at })
  }
  return ids
}
