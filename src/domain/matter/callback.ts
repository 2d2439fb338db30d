/** 回访: the day after it was struck off the client is asked; one who is not content has it reopened (D.2 row 14). */
import { Declined } from '../declined.ts'
import { withoutPhones } from '../guard/phone.ts'
import type { Directory } from '../people/directory.ts'
import { isSupervisor, speaksFor } from '../people/rights.ts'
import type { Calendar } from '../time/calendar.ts'
import { dayOf, instantAt } from '../time/day.ts'
import { addWorkdays } from '../time/workdays.ts'
import { clientOf } from './client.ts'
import { callerOf, followedAnew } from './client-duties.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import { move } from './transitions.ts'

/** Working days to put right what a client is not content with: those of a simple matter (domain.md B.6). */
const PUT_RIGHT = 3

/** The client is content: nothing is left to do. */
export function content(matter: Matter, act: Act, words: string, directory: Directory): Decision {
  const client = callable(matter, act, directory)
  return {
    matter: { ...matter, client: { ...client, satisfied: true }, changed: act.at },
    verb: '回访',
    text: `满意${words && `：${withoutPhones(words)}`}`,
    notices: [],
  }
}

/** The client is not content: back to work, counted, with the first date kept beside the new one. */
export function discontent(
  matter: Matter,
  act: Act,
  words: string,
  directory: Directory,
  calendar: Calendar,
): Decision {
  callable(matter, act, directory)
  const why = withoutPhones(words)
  if (!why)
    throw new Declined('E-TEXT-2', '回访不满意请写明服务对象怎么说。', [
      `回访 ${matter.id} 不满意 资金仍未到账`,
    ])
  const status = move(matter, 'reopen', directory)
  const due = instantAt(addWorkdays(dayOf(act.at), PUT_RIGHT, calendar), '18:00')
  const next: Matter = {
    ...matter,
    status,
    ...followedAnew(matter),
    closing: null,
    grade: null,
    closed: null,
    due: Math.max(due, matter.due),
    reopened: matter.reopened + 1,
    changed: act.at,
  }
  const told = [directory.units.get(matter.lead)?.head, matter.handler]
  const say = `${matter.id}号回访不满意，已重新打开：${why}`
  return {
    matter: next,
    verb: '回访',
    text: `不满意：${why}`,
    notices: notify(act, told, say, true),
  }
}

/** The client of a matter that may be called back on, by one who did not do the work. */
function callable(matter: Matter, act: Act, directory: Directory) {
  const client = clientOf(matter)
  if (matter.status !== 'closed_out')
    throw new Declined('E-STATE-1', `${matter.id}号还没有销号，销号之后再回访。`, [
      `查 ${matter.id}`,
    ])
  if (matter.refusal?.outcome === 'final')
    throw new Declined(
      'E-INTAKE-5',
      `${matter.id}号已依法定为不予办理，不再回访；服务对象有异议的，请告知复议、诉讼途径。`,
    )
  if (client.satisfied) throw new Declined('E-INTAKE-3', `${matter.id}号已回访，服务对象满意。`)
  const caller = callerOf(matter, client, directory)
  const did = [matter.handler, matter.closing?.by].includes(act.by.id)
  const may =
    speaksFor(act.by, caller) ||
    (!did && (act.by.roles.includes('counter') || isSupervisor(act.by)))
  if (may) return client
  throw new Declined(
    'E-RIGHT-2',
    `${matter.id}号请由${directory.name(caller)}回访，承办的同志不自己回访。`,
  )
}
