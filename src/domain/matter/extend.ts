/** 延期: asked before the date only; the head agrees, the assigner approves; the first date stays (D.2 row 8). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { heads } from '../people/rights.ts'
import { clockOf, dayOf, type Instant } from '../time/day.ts'
import type { Said } from '../time/said.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter, Plan } from './matter.ts'
import { decides, extenders, refuseSelfReview } from './review.ts'
import { step } from './rights.ts'
import { move } from './transitions.ts'

/** The later date that is asked for. */
export interface NewDate {
  at: Instant
  provisional: boolean
  said: Said | null
}

/**
 * The handler or the head asks for a later date.
 * @param ruled asked last: declines what the matter's rule does not allow, gives the plan where it takes one.
 */
export function askExtension(
  matter: Matter,
  act: Act,
  { at: to, provisional, said }: NewDate,
  reason: string,
  directory: Directory,
  ruled: () => Plan | null = () => null,
): Decision {
  step(matter, act.by, 'askExtension', directory)
  if (act.at > matter.due)
    throw new Declined(
      'E-DATE-3',
      `${matter.id}号已过办结时限，按规定不能再申请延期，请尽快办理并报进展。`,
      [`报 ${matter.id} 最新进展`],
    )
  if (to <= matter.due) throw new Declined('E-DATE-4', '延期后的日期须晚于原定日期。')
  if (!reason)
    throw new Declined('E-TEXT-2', '延期请写明理由。', [`延期 ${matter.id} 到12月5日 等省厅批复`])
  const plan = ruled()
  const agreed = heads(act.by, directory.units.get(matter.lead))
  const extension = {
    ...{ by: act.by.id, at: act.at, to, reason, agreed, provisional, said },
    ...(plan ? { plan } : {}),
  }
  const next = { ...matter, extension, changed: act.at }
  const say = `${act.by.name}申请${matter.id}号延期，请审批。`
  return {
    matter: next,
    verb: '延期',
    text: `到${dayOf(to)} ${clockOf(to)}，${reason}${plan ? `；方案：${plan.text}` : ''}`,
    notices: notify(act, waitsForExtension(next, directory), say, true),
  }
}

/** Whose word an extension waits for: the head's first, then the approvers'. */
export function waitsForExtension(matter: Matter, directory: Directory): number[] {
  const head = directory.units.get(matter.lead)?.head ?? null
  if (matter.extension && !matter.extension.agreed && head !== null) return [head]
  return extenders(matter, directory).map((person) => person.id)
}

/** The head's consent passes it up; the approver's word sets the new date. */
export function approveExtension(matter: Matter, act: Act, directory: Directory): Decision {
  move(matter, 'approveExtension', directory)
  const extension = pending(matter)
  const head = heads(act.by, directory.units.get(matter.lead))
  const approves = extenders(matter, directory).some((person) => person.id === act.by.id)
  if (!approves && head && !extension.agreed) {
    const next = { ...matter, extension: { ...extension, agreed: true }, changed: act.at }
    const say = `${directory.name(extension.by)}申请${matter.id}号延期，${act.by.name}已同意，请审批。`
    const told = waitsForExtension(next, directory)
    return {
      matter: next,
      verb: '同意',
      text: '同意上报延期',
      notices: notify(act, told, say, true),
    }
  }
  onlyApprover(matter, act, directory)
  const next = {
    ...matter,
    due: extension.to,
    provisional: extension.provisional ?? false,
    said: extension.said ?? null,
    steps: [...matter.steps, ...(extension.plan?.nodes ?? [])],
    extension: null,
    extended: matter.extended + 1,
    changed: act.at,
  }
  return {
    matter: next,
    verb: '同意',
    text: '准予延期',
    notices: notify(act, askers(matter, directory), `${matter.id}号准予延期。`),
  }
}

/** The request is refused with a reason; the date stands. */
export function refuseExtension(
  matter: Matter,
  act: Act,
  reason: string,
  directory: Directory,
): Decision {
  move(matter, 'approveExtension', directory)
  const { agreed } = pending(matter)
  if (agreed || !heads(act.by, directory.units.get(matter.lead)))
    onlyApprover(matter, act, directory)
  if (!reason) throw new Declined('E-TEXT-2', '不准延期请写明理由。', [`退回 ${matter.id} 理由`])
  return {
    matter: { ...matter, extension: null, changed: act.at },
    verb: '退回',
    text: `不准延期：${reason}`,
    notices: notify(act, askers(matter, directory), `${matter.id}号不准延期：${reason}`),
  }
}

function pending(matter: Matter) {
  if (matter.extension) return matter.extension
  throw new Declined('E-STATE-2', `${matter.id}号没有待批的延期。`, [`查 ${matter.id}`])
}

function onlyApprover(matter: Matter, act: Act, directory: Directory): void {
  const may = extenders(matter, directory)
  if (matter.extension?.by === act.by.id)
    refuseSelfReview({ ...matter, handler: act.by.id }, act.by, may)
  if (decides(act.by, may, matter, directory)) return
  const names = may.map((person) => person.name).join('、')
  throw new Declined('E-RIGHT-2', `${matter.id}号的延期请由${names}审批。`)
}

const askers = (matter: Matter, directory: Directory) => [
  matter.extension?.by,
  matter.handler,
  directory.units.get(matter.lead)?.head,
]
