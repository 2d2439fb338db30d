/** 签收、退签、分办: the lead unit takes the matter on and names who carries it. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import { belongs, heads } from '../people/rights.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import { step, whoseStep } from './rights.ts'
import { stepsAfter } from './steps.ts'

/** The lead unit's head or liaison signs (D.2 row 4). */
export function sign(matter: Matter, act: Act, directory: Directory): Decision {
  const status = step(matter, act.by, 'sign', directory)
  const unit = directory.units.get(matter.lead)
  const notices = heads(act.by, unit)
    ? []
    : notify(act, [unit?.head], `${act.by.name}已签收${matter.id}号，请分办。`, true)
  const steps = stepsAfter(matter.steps, 'sign', act.at)
  // What was signed for is not withdrawn any more: a request for it lapses (D.2 row 17).
  const next = { ...matter, status, steps, withdrawal: null, changed: act.at }
  return { matter: next, verb: '签收', text: '', notices }
}

/** The head sends it back with a reason, once; after that the leader rules (D.2 row 5, decisions.md hole 22). */
export function declineSign(
  matter: Matter,
  act: Act,
  reason: string,
  directory: Directory,
): Decision {
  const status = step(matter, act.by, 'declineSign', directory)
  refuseSecond(matter, directory)
  if (!reason)
    throw new Declined('E-TEXT-2', '退签请写明理由和建议承办单位。', [
      `退签 ${matter.id} 不属我科职责，建议科室名`,
    ])
  const refused = { by: act.by.id, at: act.at, text: reason }
  const told = [matter.assigner, ...directory.withRole('supervisor').map((person) => person.id)]
  const say = `${directory.unitName(matter.lead)}退签${matter.id}号：${reason}`
  return {
    matter: { ...matter, status, refused, declines: matter.declines + 1, changed: act.at },
    verb: '退签',
    text: reason,
    notices: notify(act, told, say, true),
  }
}

/** The head names the handler (D.2 row 6), or another one later. */
export function deploy(
  matter: Matter,
  act: Act,
  handler: Person,
  words: string,
  directory: Directory,
): Decision {
  const status = step(matter, act.by, 'deploy', directory)
  const unit = directory.units.get(matter.lead)
  if (unit && !belongs(handler, unit) && !heads(handler, unit))
    throw new Declined('E-PERSON-3', `${handler.name}不在${unit.name}，请分办给本单位人员。`)
  const steps = stepsAfter(matter.steps, 'deploy', act.at)
  const next = { ...matter, status, steps, handler: handler.id, changed: act.at }
  const before = matter.handler !== handler.id ? matter.handler : null
  const say = `${act.by.name}将${matter.id}号分办给您${words ? `：${words}` : '，请办理。'}`
  return {
    matter: next,
    verb: '分办',
    text: words ? `${handler.name}：${words}` : handler.name,
    notices: [
      ...notify(act, [handler.id], say, true),
      ...notify(act, [before], `${matter.id}号已改由${handler.name}办理。`),
    ],
  }
}

/** Once, and never against a leader's ruling; then it is his to decide (D.2 row 5, decisions.md hole 22). */
function refuseSecond(matter: Matter, directory: Directory): void {
  const tries = [`签收 ${matter.id}`]
  if (matter.ruled)
    throw new Declined(
      'E-SIGN-1',
      `${matter.id}号已由${directory.name(matter.instruction?.by ?? null)}批示由${directory.unitName(matter.lead)}承办，不能再退签，请签收。`,
      tries,
    )
  if (matter.declines > 0)
    throw new Declined(
      'E-SIGN-2',
      `${matter.id}号已退签过一次，不能再退签。仍有不同意见的，请报${whoseStep(matter, 'rule', directory)}批示由谁承办；否则请签收。`,
      tries,
    )
}
