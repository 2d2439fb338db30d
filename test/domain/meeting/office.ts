/** The sample office as a directory, for rules about who is named in a line. */

import { type Directory, directoryOf } from '../../../src/domain/people/directory.ts'
import type { Person, Unit } from '../../../src/domain/people/person.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { people } from '../../../src/sample/people.ts'
import { units } from '../../../src/sample/units.ts'

const unitIds = new Map(units.map((unit, i) => [unit.name, i + 1]))
const personIds = new Map(people.map((person, i) => [person.key, i + 1]))
const id = (key: string | null | undefined) => (key ? (personIds.get(key) ?? null) : null)

/** Everybody and every unit. */
export const office: Directory = directoryOf(
  people.map(
    (one): Person => ({
      ...one,
      id: personIds.get(one.key)!,
      unit: unitIds.get(one.unit)!,
      left: false,
    }),
  ),
  units.map(
    (one): Unit => ({
      id: unitIds.get(one.name)!,
      name: one.name,
      aliases: [...one.aliases],
      kind: one.kind,
      parent: one.parent ? (unitIds.get(one.parent) ?? null) : null,
      head: id(one.head),
      charge: id(one.charge),
      members: one.members.flatMap((key) => id(key) ?? []),
      ends: null,
    }),
  ),
)

/** The calendar of the published notices. */
export const calendar = calendarOf(notices)
