/** 重办、归档: what was struck off comes back with a reason, counted; after a quarter it is read only (D.2 rows 14, 15). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { addDays, dayOf, type Instant, instantAt } from '../time/day.ts'
import { followedAnew } from './client-duties.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import { step } from './rights.ts'

/** Long enough for a client or an inspection to speak up. */
const ARCHIVED_AFTER_DAYS = 90
/** At night, off the full and half hour. */
const ARCHIVED_AT = '3:41'

/** Back to work with a reason; the date stands as it was, and so does the count of how often. */
export function reopen(matter: Matter, act: Act, reason: string, directory: Directory): Decision {
  const status = step(matter, act.by, 'reopen', directory)
  if (!reason)
    throw new Declined('E-TEXT-2', '重办请写明理由。', [`重办 ${matter.id} 企业反映未落实`])
  const next: Matter = {
    ...matter,
    status,
    ...followedAnew(matter),
    reopened: matter.reopened + 1,
    closing: null,
    grade: null,
    closed: null,
    changed: act.at,
  }
  const told = [directory.units.get(matter.lead)?.head, matter.handler]
  const say = `${act.by.name}将${matter.id}号重新打开：${reason}，请继续办理。`
  return { matter: next, verb: '重办', text: reason, notices: notify(act, told, say, true) }
}

/** The clock puts away what has been closed long enough. */
export function archive(matter: Matter, now: Instant): Decision {
  return {
    matter: { ...matter, status: 'archived', changed: now },
    verb: '归档',
    text: `销号满${ARCHIVED_AFTER_DAYS}天`,
    notices: [],
  }
}

/** The moment at which a closed matter is put away. */
export const archivedAt = (matter: Matter): Instant[] =>
  matter.status === 'closed_out' && matter.closed !== null
    ? [instantAt(addDays(dayOf(matter.closed), ARCHIVED_AFTER_DAYS), ARCHIVED_AT)]
    : []
