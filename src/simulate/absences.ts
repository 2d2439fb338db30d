/** Who is away and who stands in, and who leaves for good: what others then say in his place (domain.md F24). */
import { people, personOf, type SamplePerson } from '../sample/people.ts'
import { units } from '../sample/units.ts'
import { at, type Day, dayOf, daysBetween, isWorkday, plusWorkdays } from './almanac.ts'
import type { Chance } from './chance.ts'
import { type Birth, type Deed, type Fate, headOf, mention, spoken } from './fate.ts'

/** Somebody's leave, and who stands in for him. */
export interface Leave {
  person: string
  from: Day
  to: Day
  standIn: string
}

/** Somebody who leaves for good, and when that is told. */
export interface Departure {
  person: string
  at: number
}

/** In a whole year. */
const LEAVES = 72
const DEPARTURES = 3
const KEEPER = 'maxiaodong'

const departments = units.filter((unit) => unit.kind === 'department')

/** Leaves and departures in a stretch of so many days; what is said in an absent person's place is put into another's mouth. */
export function absencesOf(
  chance: Chance,
  births: readonly Birth[],
  days: number,
  [first, last]: readonly [Day, Day],
): { births: Birth[]; leaves: Leave[]; departures: Departure[] } {
  const fates = births.flatMap((birth) => birth.fates)
  const kept = keptBy(fates)
  const workdays = daysBetween(first, last).filter(isWorkday)
  const share = (of: number) => Math.round((of * days) / 365)
  const engaged = new Map<string, Day[]>()
  const found: Birth[] = []
  const leaves: Leave[] = []
  const departures: Departure[] = []
  for (let i = 0; i < share(DEPARTURES); i++) {
    const free = staff().filter(({ key }) => !engaged.has(key) && !kept.has(key))
    const leaving = chance.pick(free)
    engaged.set(leaving.key, workdays)
    const moment = at(chance.pick(workdays.slice(-(workdays.length >> 1))), '15:22')
    for (const fate of fates) if (fate.handler === leaving.key) passOn(fate, leaving, moment)
    departures.push({ person: leaving.key, at: moment })
    found.push({
      deeds: [{ at: moment, by: KEEPER, say: `登记离任 ${mention(leaving.key)}` }],
      fates: [],
    })
  }
  for (let i = 0; i < share(LEAVES); i++) {
    const told = chance.pick(workdays)
    const from = plusWorkdays(told, 1)
    const to = plusWorkdays(from, chance.between(0, 4))
    const [person, standIn] = pairIn(chance, kept)
    const span = daysBetween(from, to)
    if (
      to > last ||
      [person, standIn].some((key) => span.some((day) => engaged.get(key)?.includes(day)))
    )
      continue
    for (const key of [person, standIn]) engaged.set(key, [...(engaged.get(key) ?? []), ...span])
    const say = `请假 ${spoken(from)}至${spoken(to)} 代办 ${mention(standIn)}`
    leaves.push({ person, from, to, standIn })
    found.push({ deeds: [{ at: at(told, '8:52'), by: person, say }], fates: [] })
  }
  for (const deed of births.flatMap((birth) => [
    ...birth.deeds,
    ...birth.fates.flatMap((one) => one.deeds),
  ]))
    inPlace(deed, leaves)
  return { births: found, leaves, departures }
}

const staff = (): SamplePerson[] =>
  people.filter((one) => one.post === 'staff' && one.roles.length === 0)

/** Those whose own word is needed: a handler's no, what comes back to him, what he takes home from a task force. */
const keptBy = (fates: readonly Fate[]): Set<string> =>
  new Set(
    fates
      .filter(
        ({ source, deeds }) =>
          source === '交办' || deeds.some(({ say }) => /^(?:说不|重办|回访 \{n\} 不)/.test(say)),
      )
      .map((fate) => fate.handler),
  )

/** A head and his deputy, or two of a unit's staff. */
function pairIn(chance: Chance, kept: ReadonlySet<string>): readonly [string, string] {
  const unit = chance.pick(departments)
  const own = people.filter((one) => one.unit === unit.name && one.roles.length === 0)
  const deputies = own.filter((one) => one.post === 'deputy')
  if (deputies.length > 0 && chance.happens(0.35)) return [unit.head, chance.pick(deputies).key]
  const [one, other] = chance.shuffled(
    own.filter(({ post, key }) => post === 'staff' && !kept.has(key)),
  )
  return [one?.key ?? unit.head, other?.key ?? unit.head]
}

/** Said by whoever stands in, where the speaker is away. */
function inPlace(deed: Deed, leaves: readonly Leave[]): void {
  const day = dayOf(deed.at)
  const leave = leaves.find(
    ({ person, from, to }) => person === deed.by && from <= day && day <= to,
  )
  if (!leave) return
  deed.place = leave.person
  deed.by = leave.standIn
}

/** What somebody who leaves had in hand goes to the head of his unit; what he would have been given, another gets. */
function passOn(fate: Fate, leaving: SamplePerson, moment: number): void {
  const given = fate.deeds.find(({ say }) => say.includes(mention(leaving.key)))
  if (given && given.at > moment) {
    const other = staff().find(({ unit, key }) => unit === leaving.unit && key !== leaving.key)
    if (!other) throw new Error(`nobody but ${leaving.key} in ${leaving.unit}`)
    fate.handler = other.key
    for (const deed of fate.deeds) {
      deed.say = deed.say.replace(mention(leaving.key), mention(other.key))
      if (deed.by === leaving.key) deed.by = other.key
    }
    return
  }
  const heir = headOf(personOf(leaving.key).unit)
  fate.handover = { at: moment, to: heir }
  for (const deed of fate.deeds) if (deed.by === leaving.key && deed.at > moment) deed.by = heir
}
