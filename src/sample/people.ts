/** The 120 people of 梁州市财政局, an invented bureau (domain.md E.1). */
import type { Post, Role } from '../domain/people/person.ts'
import { branches, outsideTheParty } from './branches.ts'
import { duties } from './duties.ts'
import { openIdOf, unionIdOf } from './platform-id.ts'
import { roll } from './roll.ts'

export interface SamplePerson {
  /** Pinyin of the name, unique; the second of two homonyms carries a 2. */
  key: string
  name: string
  title: string
  /** Name of the home unit. */
  unit: string
  post: Post
  /** Invented: all lie in 130000xxxxx. */
  mobile: string
  openId: string
  unionId: string
  roles: Role[]
  /** Name of the party branch; null for the 24 who are not members. */
  branch: string | null
}

/** Everybody, leaders first, then department by department. */
export const people: readonly SamplePerson[] = roll
  .flatMap(({ unit, rows }) => rows.map((row) => ({ unit, row })))
  .map(({ unit, row: [key, name, title, post] }, index) => ({
    key,
    name,
    title,
    unit,
    post,
    mobile: `130000${String(10_001 + index * 37)}`,
    openId: openIdOf(key),
    unionId: unionIdOf(key),
    roles: rolesOf(key),
    branch: branchOf(key, unit),
  }))

/** A person by key; an unknown key is a fault of the sample. */
export function personOf(key: string): SamplePerson {
  const person = people.find((one) => one.key === key)
  if (!person) throw new Error(`no ${key} in the sample office`)
  return person
}

function rolesOf(key: string): Role[] {
  return (Object.keys(duties) as Role[]).filter((role) => duties[role].includes(key))
}

function branchOf(key: string, unit: string): string | null {
  if (outsideTheParty.has(key)) return null
  return branches.find((branch) => branch.units.includes(unit))?.name ?? null
}
