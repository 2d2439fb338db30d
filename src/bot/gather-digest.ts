/** The facts of a leader's page: what waits for him, what was passed up to him, and his field. */
import type { Digest, Waiting } from '../domain/digest.ts'
import { nextMeeting } from '../domain/meeting/series.ts'
import type { Person } from '../domain/people/person.ts'
import { selvesOf } from '../domain/people/rights.ts'
import { addDays, type Instant, instantAt } from '../domain/time/day.ts'
import { opensWeek, weekOf } from '../domain/week.ts'
import { type Fields, fieldOf, fieldsIn, type Units } from './gather-field.ts'
import { type Passed, passedUpToday } from './gather-rungs.ts'
import { waitsIn } from './pending.ts'
import type { Turn } from './turn.ts'

/** What all pages of one turn are made from. */
export interface Desk {
  fields: Fields
  passed: ReadonlyMap<number, Passed[]>
  /** How many of a part are named. */
  room: number
}

/** Lays out what the pages of this turn are made from; `room` lines of each part. */
export const deskFor = async (turn: Turn, room: number): Promise<Desk> => ({
  fields: fieldsIn(turn, room),
  passed: await passedUpToday(turn),
  room,
})

/** The page of today: of the week on its first working day, or where it was asked for. `person` as he acts today. */
export async function gatherDigest(
  turn: Turn,
  person: Person,
  { fields, passed, room }: Desk,
  weekly = opensWeek(turn.today, turn.calendar),
): Promise<Digest> {
  const field = fieldOf(person, turn)
  const span = weekOf(turn.today, turn.calendar)
  const tonight = instantAt(addDays(turn.today, 1), '0:00')
  return {
    waiting: await waitingFor(turn, person, room),
    passed: passed.get(person.id) ?? [],
    overdue: await fields.part(field, 'overdue'),
    near: await fields.part(field, weekly ? 'week' : 'near'),
    moved: weekly ? { count: 0, first: [] } : await fields.part(field, 'moved'),
    meetings: await meetingsOf(turn, person, field, weekly ? span.to : tonight),
    week: weekly ? { span, units: await fields.weeks(field) } : null,
  }
}

/** As 待办 lists it. */
async function waitingFor(turn: Turn, person: Person, room: number): Promise<Waiting> {
  const wanted = { waitsFor: selvesOf(person).map((one) => one.id) }
  const count = await turn.store.ledger.count(wanted)
  if (count === 0) return { count, first: [] }
  const matters = await turn.store.ledger.page(wanted, { limit: room })
  return { count, first: await waitsIn(turn, person, matters) }
}

/** Meetings of his field from now until then: those he leads, those of his units, for the principal all. */
async function meetingsOf(
  { store, now, calendar }: Turn,
  person: Person,
  field: Units,
  until: Instant,
): Promise<Digest['meetings']> {
  const names = selvesOf(person).map((one) => one.name)
  return (await store.meetings.list())
    .filter(
      ({ unit, leader }) => field === 'all' || names.includes(leader) || field.includes(unit ?? 0),
    )
    .map((series) => ({ series, at: nextMeeting(series, now, calendar) }))
    .filter(({ at }) => at < until)
    .sort((a, b) => a.at - b.at)
}
