/** The facts of the morning card: what was kept back from a person, and what falls due today in a head's unit. */
import { isHandedIn } from '../domain/matter/light.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Person } from '../domain/people/person.ts'
import { isLeader, unitsHeadedBy } from '../domain/people/rights.ts'
import { addDays, instantAt } from '../domain/time/day.ts'
import type { Kept } from '../views/gathered.ts'
import { onPage } from './gathered.ts'
import { personOf, privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

export interface Morning {
  kept: Kept[]
  due: Matter[]
}

interface Reader {
  person: Person
  place: string
  morning: Morning
}

/** Everybody from whom something was kept back, and every head, unless he gets a leader's digest or is away. */
export async function gatherMorning(turn: Turn): Promise<Reader[]> {
  const { store, directory, today } = turn
  const waiting = (await store.allowance.waiting()).map((place) => personOf(place) ?? 0)
  const heads = [...directory.units.values()].map((unit) => unit.head ?? 0)
  const found: Reader[] = []
  for (const id of [...new Set([...waiting, ...heads])].sort((a, b) => a - b)) {
    const person = directory.people.get(id)
    if (!person || person.left || isLeader(person) || directory.absentOn(id, today)) continue
    const place = privatePlace(id)
    const due = await dueToday(turn, person)
    found.push({ person, place, morning: { kept: await onPage(turn, place), due } })
  }
  return found
}

/** What his units still owe today; nothing for one who heads none. */
async function dueToday({ store, directory, today }: Turn, person: Person): Promise<Matter[]> {
  const leads = unitsHeadedBy(person, directory).map((unit) => unit.id)
  const nextFrom = instantAt(today, '0:00')
  const nextBefore = instantAt(addDays(today, 1), '0:00')
  const found = await store.matters.find({ leads, nextFrom, nextBefore, limit: 50 })
  return found.filter((matter) => !isHandedIn(matter) && matter.status !== 'suspended')
}
