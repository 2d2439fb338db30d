/** What a sentence's holes were filled with, by the few names all commands share. */
import type { Understood } from '../../bot/message.ts'
import type { Registry } from '../../bot/registry.ts'
import type { LedgerAsk } from '../../domain/ledger.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { percentIn } from '../../domain/matter/report.ts'
import type { Person, Unit } from '../../domain/people/person.ts'
import { type Instant, isoOf } from '../../domain/time/day.ts'

export interface Slots {
  matter?: number
  text?: string
  people?: string[]
  unit?: string
  percent?: number
  grade?: string
  /** ISO with +08:00. */
  due?: string
}

/** The slots of an understood sentence; empty holes are left out. */
export function slotsOf({ command, slots }: Understood, registry: Registry): Slots {
  const declared = registry.commands
    .get(command?.file ?? '')
    ?.find((one) => one.name === command?.name)
  const all: Slots = {}
  // 并项 12 入 9 is about 12: the matter itself goes before any other that is named.
  const { matter, ...others } = slots
  for (const [hole, value] of Object.entries({ matter, ...others })) {
    if (value === null || value === undefined || value === '') continue
    if (typeof value === 'string') {
      if (hole === 'grade') all.grade = value
      else if (declared?.slots[hole]?.stands === 'rest' || hole === 'sought') all.text = value
    } else if (Array.isArray(value)) {
      // A list of words narrows a question; it names nobody.
      const named = value.filter((one) => typeof one === 'object')
      const persons = named.filter((one) => 'openId' in one).map((one) => one.name)
      if (persons.length > 0) all.people = [...(all.people ?? []), ...persons]
      else Object.assign(all, supportersIn(named, all))
    } else if (typeof value === 'object') Object.assign(all, thingIn(value, all))
  }
  const percent = command?.file === 'report' ? percentIn(all.text ?? '') : null
  return percent === null ? all : { ...all, percent }
}

type Thing = Partial<
  Omit<Matter, 'due'> &
    Person &
    Unit & { person: Person; unit: Unit; at: Instant; due: object | null }
>

/** Supporting units by name, unless the sentence has a lead unit already; supporting persons among the people. */
function supportersIn(
  supporters: { unit: Unit; person: Person | null }[],
  { unit, people }: Slots,
): Slots {
  const names = supporters.flatMap((one) => (one.person ? [one.person.name] : []))
  const units = supporters.flatMap((one) => (one.person ? [] : [one.unit.name]))
  return {
    ...(names.length > 0 ? { people: [...(people ?? []), ...names] } : {}),
    ...(units.length > 0 && unit === undefined && people === undefined
      ? { unit: units.join('、') }
      : {}),
  }
}

/** A matter, a person, a unit, one of the two as the one a matter goes to, or a deadline. */
function thingIn(value: object, { matter, people = [] }: Slots): Slots {
  const thing = value as Thing
  if (thing.formal !== undefined && thing.id !== undefined) return { matter: matter ?? thing.id }
  if ('scopes' in value) return ledgerIn(value as LedgerAsk)
  if (thing.person) return { people: [...people, thing.person.name] }
  if ('openId' in thing && thing.name !== undefined) return { people: [...people, thing.name] }
  if (typeof thing.unit === 'object') return { unit: (thing.unit as Unit).name }
  if (thing.aliases && thing.name !== undefined) return { unit: thing.name }
  if (thing.due !== undefined) return thing.due ? thingIn(thing.due, {}) : {}
  if (thing.at !== undefined && 'offDay' in thing) return { due: isoOf(thing.at) }
  return {}
}

/** What a ledger was narrowed to, as far as it has a name here. */
const ledgerIn = ({ unit, person, words }: LedgerAsk): Slots => ({
  ...(person ? { people: [person.name] } : {}),
  ...(unit ? { unit: unit.name } : {}),
  ...(words ? { text: words } : {}),
})
