/** The facts of a digest, gathered in one place so that every page tells the same. */
import { type Digest, digestOf } from '../domain/digest.ts'
import { nextMeeting } from '../domain/meeting/series.ts'
import type { Person } from '../domain/people/person.ts'
import { unitsHeadedBy, unitsInChargeOf } from '../domain/people/rights.ts'
import { addDays, dayOf, instantAt } from '../domain/time/day.ts'
import { previousWorkday } from '../domain/time/workdays.ts'
import type { Turn } from './turn.ts'

/** The digest of a leader or a head for today: what waits for him, and his field. */
export async function gatherDigest(turn: Turn, person: Person): Promise<Digest> {
  const { store, now, today, calendar } = turn
  const pending = await store.pending.of(person.id, 200)
  const matters = await store.matters.list(pending.map((one) => one.matter))
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  const waiting = pending.flatMap(({ matter, kind }) => {
    const found = byId.get(matter)
    return found ? [{ matter: found, kind }] : []
  })
  const field = fieldOf(person, turn)
  const since = instantAt(previousWorkday(today, calendar), '8:20')
  const meetings = (await store.meetings.list())
    .map((series) => ({ series, at: nextMeeting(series, now, calendar) }))
    .filter(
      ({ series, at }) =>
        dayOf(at) === today &&
        (person.post === 'principal' ||
          series.leader === person.name ||
          field.includes(series.unit ?? 0)),
    )
    .sort((a, b) => a.at - b.at)
  return digestOf(
    {
      waiting,
      open: await store.matters.find({ leads: field, nextBefore: horizon(today), limit: 500 }),
      moved: await store.matters.moved(field, since),
      meetings,
    },
    now,
    calendar,
  )
}

/** The principal's field is the whole bureau; a leader's what he is in charge of; a head's his unit. */
function fieldOf(person: Person, { directory }: Turn): number[] {
  if (person.post === 'principal') return [...directory.units.keys()]
  const units = [...unitsInChargeOf(person, directory), ...unitsHeadedBy(person, directory)]
  return [...new Set(units.map((unit) => unit.id))]
}

/** Three working days lie well inside three weeks, whatever the holidays. */
const horizon = (today: string): number => instantAt(addDays(today, 21), '24:00')
