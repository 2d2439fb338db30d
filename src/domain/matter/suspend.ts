/** 挂起、恢复: a matter rests for a cause outside the unit, until a day at most a month away (D.2 row 16, hole 20). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { dateSaid } from '../time/date-said.ts'
import { addDays, type Day, dayOf, type Instant, instantAt } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import { type Act, type Decision, notify, tell } from './decision.ts'
import type { NewDate } from './extend.ts'
import type { Matter } from './matter.ts'
import { step } from './rights.ts'
import type { Suspension } from './sides.ts'

/** A month: longer than that nobody looks away from a matter. */
const LONGEST_DAYS = 31
/** In the morning, before the day's work and off the full and half hour. */
const REVIEW_AT = '8:37'

/** The leader in charge lets it rest; nobody is reminded until the review. */
export function suspend(
  matter: Matter,
  act: Act,
  reason: string,
  review: Day,
  directory: Directory,
  said: Said | null = null,
): Decision {
  const status = step(matter, act.by, 'suspend', directory)
  if (!reason)
    throw new Declined('E-TEXT-2', '挂起请写明本单位以外的原因。', [
      `挂起 ${matter.id} 12月10日复核 等省厅批复`,
    ])
  const last = lastReview(act.at)
  if (review <= dayOf(act.at) || review > last)
    throw new Declined(
      'E-DATE-7',
      `复核日期须在明天至${dateSaid(instantAt(last, REVIEW_AT)).slice(0, -6)}之间，最长一个月。`,
    )
  const at = reviewAt(review)
  const suspended: Suspension = {
    ...{ by: act.by.id, at: act.at, text: reason, review: at, from: matter.status },
    ...(said ? { said } : {}),
  }
  const say = `${matter.id}号已由${act.by.name}挂起，${dateSaid(at).slice(0, -6)}复核：${reason}`
  return {
    matter: { ...matter, status, suspended, changed: act.at },
    verb: '挂起',
    text: `${reason}（${review} 复核）`,
    notices: notify(act, concerned(matter, directory), say),
  }
}

/** The moment of a review on a day. */
export const reviewAt = (day: Day): Instant => instantAt(day, REVIEW_AT)

/** The last day a review may be set to. */
export const lastReview = (at: Instant): Day => addDays(dayOf(at), LONGEST_DAYS)

/** It goes on from where it was, with a new date where the leader names one; the time it rested is in the history. */
export function resume(
  matter: Matter,
  act: Act,
  words: string,
  due: NewDate | null,
  directory: Directory,
): Decision {
  step(matter, act.by, 'resume', directory)
  if (due && due.at <= act.at)
    throw new Declined('E-DATE-1', '办结时限已经过去，请写一个将来的日期。')
  const next = { ...awakened(matter), changed: act.at }
  const dated = due ? { ...next, due: due.at, provisional: due.provisional, said: due.said } : next
  const date = due ? `，时限改为 ${dateSaid(due.at)}` : ''
  const say = `${matter.id}号已由${act.by.name}恢复办理${date}。`
  return {
    matter: dated,
    verb: '恢复',
    text: words,
    notices: notify(act, concerned(matter, directory), say, true),
  }
}

/** On the review date it goes on by itself (decisions.md hole 20); the leader may let it rest again. */
export function resumeOnReview(matter: Matter, now: Instant, directory: Directory): Decision {
  const say = `${matter.id}号挂起到期复核，已自动恢复办理；原因未消除的，请分管领导再次挂起。`
  const told = [...concerned(matter, directory), matter.suspended?.by]
  return {
    matter: { ...awakened(matter), changed: now },
    verb: '恢复',
    text: '到复核日自动恢复',
    notices: tell(told, say, true),
  }
}

/** The moment at which a suspended matter comes up again. */
export const reviewOf = (matter: Matter): Instant[] =>
  matter.status === 'suspended' && matter.suspended ? [matter.suspended.review] : []

function awakened(matter: Matter): Matter {
  // No skipping of states (D.2): what had not been signed yet is still to be signed.
  return { ...matter, status: matter.suspended?.from ?? 'in_progress', suspended: null }
}

const concerned = (matter: Matter, directory: Directory) => [
  directory.units.get(matter.lead)?.head,
  matter.handler,
  matter.assigner,
]
