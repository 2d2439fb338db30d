/** 协办: any number of units give their part to the lead unit; who they are and whose answer is still waited for. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import { heads, within } from '../people/rights.ts'
import type { Matter } from './matter.ts'
import type { Support } from './sides.ts'

/** Whom a part is asked of: a unit, or a person for his home unit. */
export interface Supporter {
  unit: Unit
  person: Person | null
}

/** The supports of a matter with these supporters asked. Declines a supporter that leads or carries it himself. */
export function withSupporters(
  supports: readonly Support[],
  supporters: readonly Supporter[],
  lead: number,
  handler: number | null,
): Support[] {
  let all = [...supports]
  for (const { unit, person } of supporters) {
    if (unit.id === lead && (person === null || person.id === handler || person.id === unit.head))
      throw new Declined('E-UNIT-4', `${supporterName({ unit, person })}是主办，不用再协办。`)
    if (person === null && unit.head === null)
      throw new Declined('E-UNIT-2', `${unit.name}还没有登记负责人，请先由管理员补登。`)
    const before = all.find((one) => one.unit === unit.id)
    if (before?.state === 'asked' && before.person === (person?.id ?? null))
      throw new Declined('E-SUPPORT-2', `已请${supporterName({ unit, person })}协办，请等待反馈。`)
    all = all.filter((one) => one !== before)
    all.push({ unit: unit.id, person: person?.id ?? null, state: 'asked', answer: null })
  }
  return all
}

/** The part this person answers for: he was named, or heads the unit that was asked. */
export function supportBy(
  person: Person,
  matter: Matter,
  directory: Directory,
): Support | undefined {
  const his = matter.supports.filter(
    (one) => one.person === person.id || heads(person, directory.units.get(one.unit)),
  )
  return his.find((one) => one.state === 'asked') ?? his[0]
}

/** Whether the person's own house supports the matter: then he may know of it. */
export const supportsIt = (person: Person, matter: Matter, directory: Directory): boolean =>
  matter.supports.some(
    (one) =>
      one.person === person.id ||
      directory.units.get(one.unit)?.head === person.id ||
      within(person, one.unit, directory),
  )

/** The units whose part is still waited for. */
export const silentSupports = (matter: Matter): Support[] =>
  matter.supports.filter((one) => one.state === 'asked')

/** Declines to close over a supporting unit's silence (D.2 row 9). */
export function refuseSilence(matter: Matter, directory: Directory): void {
  const silent = silentSupports(matter).map((one) => directory.unitName(one.unit))
  if (silent.length === 0) return
  throw new Declined(
    'E-SUPPORT-1',
    `${matter.id}号的协办单位${silent.join('、')}还没有反馈，不能申请办结。请催办，或说明理由免协。`,
    [`催办 ${matter.id}`, `免协 ${matter.id} ${silent[0]} 已另行报送`],
  )
}

/** A unit is asked, or a person of it when one was named. */
export const supporterName = ({ unit, person }: Supporter): string => person?.name ?? unit.name
