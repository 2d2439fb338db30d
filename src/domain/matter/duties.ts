/** Whose step is next: the one place from which 待办, the digest and the card's buttons are made. */
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { heads, speaksFor } from '../people/rights.ts'
import type { Instant } from '../time/day.ts'
import { answersClient, type ClientDutyKind, clientDuties } from './client-duties.ts'
import { waitsForExtension } from './extend.ts'
import { isOpen, type Matter, nextDate } from './matter.ts'
import { playersOf } from './players.ts'
import { waitingRefusal } from './refusal.ts'
import { closers, reviewers } from './review.ts'
import { signBy } from './steps.ts'
import { silentSupports } from './support.ts'
import { waitsForWithdrawal } from './withdraw.ts'

/** 立项、转办、签收、分办、办理、协办、批延期、批撤项、审核、销号; 答复说“不”; 联系、答复、回访服务对象. */
export type DutyKind =
  | 'register'
  | 'refer'
  | 'sign'
  | 'deploy'
  | 'carry'
  | 'support'
  | 'extension'
  | 'withdrawal'
  | 'review'
  | 'close'
  | 'refusal'
  | ClientDutyKind

/** Steps with a limit of their own; all others are due on the matter's next date. */
export const ownDated: readonly DutyKind[] = ['sign', 'refusal', 'contact', 'answer', 'callback']

export interface Duty {
  person: number
  kind: DutyKind
  /** By when: the limit for signing, or the matter's next date. */
  at: Instant
}

/** Every step that a matter waits for, and from whom; closed, only a client's call-back. */
export function dutiesOf(matter: Matter, directory: Directory): Duty[] {
  const no = waitingRefusal(matter)
  const answer: Duty[] = no ? [{ person: no.person, kind: 'refusal', at: no.due }] : []
  return [...answer, ...clientDuties(matter, directory), ...stepsOf(matter, directory)]
}

/** The steps on a matter's own way, by its status. */
function stepsOf(matter: Matter, directory: Directory): Duty[] {
  if (!isOpen(matter)) return []
  const head = directory.units.get(matter.lead)?.head ?? null
  const next = nextDate(matter)
  const duty = (kind: DutyKind, people: (number | null)[], at = next): Duty[] =>
    [...new Set(people)].flatMap((person) => (person === null ? [] : [{ person, kind, at }]))
  const ids = (people: readonly Person[]) => people.map((person) => person.id)
  // A supporting unit may begin before the lead unit has signed.
  const supporters = silentSupports(matter).map(
    (one) => one.person ?? directory.units.get(one.unit)?.head ?? null,
  )
  const supervisors = ids(directory.withRole('supervisor'))
  const withdrawal = waitsForWithdrawal(matter)
    ? duty('withdrawal', playersOf('consenter', matter, directory))
    : []
  switch (matter.status) {
    case 'draft':
      return [...duty('register', supervisors), ...withdrawal]
    case 'registered':
      return [...duty('refer', supervisors), ...withdrawal]
    case 'assigned':
      return [
        ...duty('sign', [head], Math.min(next, signBy(matter.steps) ?? next)),
        ...duty('support', supporters),
        ...withdrawal,
      ]
    case 'signed':
      return [...duty('deploy', [head]), ...duty('support', supporters)]
    case 'in_progress': {
      const asked = matter.extension ? waitsForExtension(matter, directory) : []
      return [
        ...duty('carry', [matter.handler]),
        ...duty('support', supporters),
        ...duty('extension', asked),
      ]
    }
    case 'close_requested':
      return duty('review', ids(reviewers(matter, directory)))
    case 'completed':
      // Struck off only when the client was told.
      if (answersClient(matter) !== null) return []
      return duty('close', ids(closers(matter, directory)))
    default:
      return []
  }
}

/** The steps a person can take on a matter now, for himself or in another's place; `head` besides what waits for him, since a head may report and extend. */
export function stepsFor(person: Person, matter: Matter, directory: Directory): DutyKind[] {
  const own = dutiesOf(matter, directory).flatMap((duty) =>
    speaksFor(person, duty.person) ? [duty.kind] : [],
  )
  const carries = matter.status === 'in_progress' && heads(person, directory.units.get(matter.lead))
  return carries && !own.includes('carry') ? [...own, 'carry'] : own
}
