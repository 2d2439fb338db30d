/** 拟办、立项: a draft waits for the 督查室, who gives it its place in the ledger and hands it down (D.2 rows 1 to 3). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { isLeader, isSupervisor } from '../people/rights.ts'
import { type Assignment, leadable } from './assign.ts'
import { type Act, type Birth, type Decision, notify } from './decision.ts'
import { type Matter, type NewMatter, untouched } from './matter.ts'
import { step } from './rights.ts'

/** A draft: what is proposed, by whom, for which unit and date; nobody owes anything on it but the 督查室. */
export function draft(act: Act, order: Assignment, directory: Directory): Birth {
  if (!order.title)
    throw new Declined('E-TEXT-1', '请写明要办的事。', ['拟办 科室名 事项 12月5日前'])
  if (order.due <= act.at) throw new Declined('E-DATE-1', '办结时限已经过去，请写一个将来的日期。')
  leadable(order.lead)
  const byLeader = isLeader(act.by) && !isSupervisor(act.by)
  const matter: NewMatter = {
    ...untouched,
    title: order.title,
    basis: order.basis,
    source: byLeader ? '批示' : '交办',
    origin: byLeader ? 'instruction' : 'office',
    assigner: act.by.id,
    lead: order.lead.id,
    proposed: order.person?.id ?? null,
    handler: null,
    status: 'draft',
    start: act.at,
    due: order.due,
    firstDue: order.due,
    provisional: order.provisional,
    said: order.said ?? null,
    chat: order.chat,
    created: act.at,
    changed: act.at,
  }
  const told = directory.withRole('supervisor').map((one) => one.id)
  return {
    matter,
    verb: '拟办',
    text: order.title,
    notices: (born) => notify(act, told, `${act.by.name}拟办${born.id}号，请立项。`, true),
  }
}

/**
 * The 督查室 takes a draft into the ledger. What no leader wrote is from now on its own word. Its date is the first
 * promise: a draft whose date has passed needs a new one first.
 */
export function register(matter: Matter, act: Act, directory: Directory): Decision {
  const status = step(matter, act.by, 'register', directory)
  if (matter.due <= act.at)
    throw new Declined('E-DATE-1', `${matter.id}号的时限已经过去，请先改时限。`, [
      `改 ${matter.id} 截止 12月5日`,
    ])
  const assigner = matter.origin === 'instruction' ? matter.assigner : act.by.id
  return {
    matter: { ...matter, status, assigner, start: act.at, firstDue: matter.due, changed: act.at },
    verb: '立项',
    text: matter.title,
    notices: notify(act, [matter.assigner], `${matter.id}号已由${act.by.name}立项。`),
  }
}
