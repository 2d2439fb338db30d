/** 意见: to the office named, answered by it; who wished to stay unnamed stays so (domain.md R10). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import { heads } from '../people/rights.ts'
import type { Instant } from '../time/day.ts'

export interface Suggestion {
  id: number
  /** Who said it; null where it is anonymous. */
  person: number | null
  text: string
  /** When; of an anonymous one only the day. */
  at: Instant
  /** fresh: anonymous, not yet handed over with the others of its day. */
  state: 'fresh' | 'open' | 'answered'
  /** The office it is for; null in rows from before offices could be named. */
  office: number | null
  /** Where the answer to an anonymous one goes, sealed. */
  sealed: string | null
  answer: string | null
  answeredBy: number | null
  answeredAt: Instant | null
}

/** Working days after which the keeper of the office is reminded. */
export const ANSWERED_WITHIN = 5

/** The setting that names the office for what is addressed to nobody. */
export const SUGGESTION_OFFICE = 'suggestion-office'

/** The office that is meant: the one named, else the one set, else the 督查室. */
export function officeMeant(
  named: Unit | null,
  set: string | undefined,
  directory: Directory,
): Unit | undefined {
  const supervisor = directory.withRole('supervisor')[0]
  return (
    named ??
    directory.units.get(Number(set ?? 0)) ??
    directory.units.get(supervisor?.unit ?? 0) ??
    directory.unitNamed('办公室')
  )
}

/** Who is told of it and may answer: the office's head, its 督查员 and its liaison. */
export function keepersOf(office: number | null, directory: Directory): Person[] {
  const unit = officeMeant(directory.units.get(office ?? 0) ?? null, undefined, directory)
  if (!unit) return []
  return [...directory.people.values()].filter((one) => !one.left && keeps(one, unit))
}

/** Whether the office's suggestions are his to see and answer. */
export const keeps = (person: Person, office: Unit): boolean =>
  heads(person, office) ||
  (person.unit === office.id &&
    (person.roles.includes('supervisor') || person.roles.includes('liaison')))

/** The office's answer; one is enough. */
export function answered(
  suggestion: Suggestion,
  act: { by: Person; at: Instant },
  text: string,
  directory: Directory,
): Suggestion {
  const office = officeMeant(
    directory.units.get(suggestion.office ?? 0) ?? null,
    undefined,
    directory,
  )
  if (!office || !keeps(act.by, office))
    throw new Declined('E-RIGHT-2', `第${suggestion.id}条意见由${office?.name ?? '督查室'}答复。`)
  if (!text)
    throw new Declined('E-TEXT-1', '请写明答复。', [`回复意见 ${suggestion.id} 已调整，谢谢提醒`])
  if (suggestion.state === 'answered')
    throw new Declined('E-SUGGEST-1', `第${suggestion.id}条已答复过：${suggestion.answer}`, [
      '意见清单',
    ])
  return {
    ...suggestion,
    state: 'answered',
    answer: text,
    answeredBy: act.by.id,
    answeredAt: act.at,
  }
}
