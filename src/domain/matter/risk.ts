/** 风险报备: told before it happens, kept with time, recipients and fingerprint, so that who told is protected (PA7, F22). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { type Act, type Decision, notify } from './decision.ts'
import { isOpen, type Matter } from './matter.ts'
import { carries } from './report.ts'
import { nextStep } from './transitions.ts'

/**
 * The handler or the lead unit's head gives notice of a risk to the leader in charge and the 督查室.
 * @param hash the fingerprint of the words, which everybody can compute again.
 */
export function noticeRisk(
  matter: Matter,
  act: Act,
  text: string,
  hash: string,
  directory: Directory,
): Decision {
  const unit = directory.units.get(matter.lead)
  if (!carries(act.by, matter, directory))
    throw new Declined('E-RIGHT-2', `${matter.id}号请由承办人或${unit?.name}负责人报备风险。`)
  if (!isOpen(matter)) {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能风险报备。`, tries)
  }
  if (!text) throw new Declined('E-TEXT-1', '请写明风险。', [`风险报备 ${matter.id} 拆迁可能延误`])
  const supervisors = directory.withRole('supervisor').map((person) => person.id)
  const to = [...new Set([unit?.charge ?? null, ...supervisors])].filter((id) => id !== null)
  const risk = { by: act.by.id, at: act.at, text, to, hash }
  const say = `${act.by.name}就${matter.id}号报备风险：${text}`
  return {
    matter: {
      ...matter,
      risks: [...matter.risks, risk],
      changed: Math.max(matter.changed, act.at),
    },
    verb: '风险报备',
    text,
    notices: [
      ...notify(act, to, say),
      ...notify(
        act,
        [unit?.head].filter((id) => !to.includes(id ?? -1)),
        say,
      ),
    ],
  }
}
