/** Who reviews, who ends: the close belongs to him who asked, and nobody reviews his own house. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { isLeader, isSupervisor, selvesOf, speaksFor, within } from '../people/rights.ts'
import type { Matter } from './matter.ts'

/**
 * The persons who may review a request to close (D.2 rows 10 and 11; decisions.md "Who ends a matter").
 * Supervisors outside the lead unit; where the 督查室 sits inside the lead unit, the assigning leader or
 * the leader in charge; inside a unit, the head who assigned.
 */
export function reviewers(matter: Matter, directory: Directory): Person[] {
  const found = regularReviewers(matter, directory)
  return found.length > 0 ? found : principals(matter, directory)
}

function regularReviewers(matter: Matter, directory: Directory): Person[] {
  if (matter.origin === 'unit' || matter.path?.review === 'assigner') {
    const assigner = persons([matter.assigner], matter, directory)
    if (matter.origin === 'unit' || assigner.length > 0) return assigner
  }
  const outside = directory
    .withRole('supervisor')
    .filter((person) => !within(person, matter.lead, directory))
  if (outside.length > 0) return outside.filter((person) => !involved(person, matter))
  const charge = directory.units.get(matter.lead)?.charge ?? null
  return persons([leaderWhoAssigned(matter, directory), charge], matter, directory)
}

/**
 * The persons who may strike it off (D.2 row 12): the leader of the newest 批示, the instructing leader or head, else a
 * supervisor by rule. An author who carried the matter himself leaves it to those who review.
 */
export function closers(matter: Matter, directory: Directory): Person[] {
  const author = matter.origin === 'office' ? null : matter.assigner
  const found = persons([matter.instruction?.by ?? null, author], matter, directory)
  return found.length > 0 ? found : reviewers(matter, directory)
}

/** The persons who may approve an extension after the lead unit's head agreed (D.2 row 8). */
export function extenders(matter: Matter, directory: Directory): Person[] {
  if (matter.extension?.plan) return leadersFor(matter, directory)
  if (matter.origin === 'unit') return closers(matter, directory)
  const author = leaderWhoAssigned(matter, directory)
  return [...persons([author], matter, directory), ...reviewers(matter, directory)]
}

/** Who approves a plan beyond the rule's last limit: the assigning leader, the leader in charge, else the principal. */
function leadersFor(matter: Matter, directory: Directory): Person[] {
  const charge = directory.units.get(matter.lead)?.charge ?? null
  const found = persons([leaderWhoAssigned(matter, directory), charge], matter, directory)
  return found.length > 0 ? found : principals(matter, directory)
}

/**
 * Whether he is one of those who may decide, or takes the place of one. In another's place nobody decides on the work
 * of his own house; and nobody, while another can, on that of somebody whose place he takes.
 */
export function decides(
  by: Person,
  may: readonly Person[],
  matter: Matter,
  directory: Directory,
): boolean {
  const himself = may.some((person) => person.id === by.id)
  if (!himself && !may.some((person) => speaksFor(by, person.id))) return false
  const ownHouse = !himself && matter.origin !== 'unit' && within(by, matter.lead, directory)
  const others = !himself || may.length > 1
  if (ownHouse || (others && selvesOf(by).some((one) => involved(one, matter))))
    throw new Declined(
      'E-RIGHT-6',
      `${matter.id}号由本单位或您代办的人办理，不能由您代为审核，请等待审核人回来处理。`,
    )
  return true
}

/** Declines a reviewer who is the handler or the one who asked to close, naming those who may: no self-review. */
export function refuseSelfReview(matter: Matter, by: Person, may: readonly Person[]): void {
  if (!involved(by, matter)) return
  const names = may.map((person) => person.name).join('、') || '督查室'
  throw new Declined(
    'E-RIGHT-3',
    `${matter.id}号由您办理或申请，不能自己审核，请等待${names}处理。`,
  )
}

/** Where everybody else is involved, the principal's word remains. */
function principals(matter: Matter, directory: Directory): Person[] {
  const ids = directory.principals.map((one) => one.id)
  return persons(ids, matter, directory)
}

function involved(person: Person, matter: Matter): boolean {
  return person.id === matter.handler || person.id === matter.closing?.by
}

function leaderWhoAssigned(matter: Matter, directory: Directory): number | null {
  const author = directory.people.get(matter.assigner)
  return author && isLeader(author) && !isSupervisor(author) ? author.id : null
}

function persons(ids: (number | null)[], matter: Matter, directory: Directory): Person[] {
  const found = [...new Set(ids)].flatMap((id) => {
    const person = id === null ? undefined : directory.people.get(id)
    return person && !person.left ? [person] : []
  })
  return found.filter((person) => !involved(person, matter))
}
