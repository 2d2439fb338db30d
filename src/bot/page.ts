/** 一页: the letter that a person gets in the morning, and what it has told him already. */
import type { Person } from '../domain/people/person.ts'
import { actingOn, isLeader } from '../domain/people/rights.ts'
import type { Day } from '../domain/time/day.ts'
import { privatePlace } from './place.ts'
import type { Post, Turn } from './turn.ts'

/** The key of a person's page of a day; `person` as he acts on it. */
export const pageKey = (person: Person, day: Day): string =>
  `${isLeader(person) ? 'digest' : 'morning'}:${person.id}:${day}`

/** A person's page as a letter; what comes twice to his day goes out once. */
export const pageTo = (person: Person, turn: Turn, body: unknown): Post => ({
  kind: 'send',
  place: privatePlace(person.id),
  body,
  class: 'scheduled',
  weight: 'page',
  key: pageKey(person, turn.today),
})

/** Whether today's page has reminded a person of a matter: then nothing else has to. */
export async function onTodaysPage(turn: Turn, person: number, matter: number): Promise<boolean> {
  const known = turn.directory.people.get(person)
  const acting = known && actingOn(known, turn.today, turn.directory)
  const page = acting && (await turn.store.outbox.get(pageKey(acting, turn.today)))
  if (!page || page.state === 'cancelled' || page.state === 'dead') return false
  const { reminds = [] } = page.body as { reminds?: number[] }
  return reminds.includes(matter)
}
