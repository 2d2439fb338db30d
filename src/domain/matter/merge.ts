/** 并项: one of two matters about the same thing goes into the other; its number leads there ever after (D.2 row 18). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { type Act, type Decision, notify } from './decision.ts'
import { isOpen, type Matter } from './matter.ts'
import { step } from './rights.ts'
import { nextStep } from './transitions.ts'

/** The two decisions of a merger: the one that ends, and the line in the history of the one that goes on. */
export function merge(
  matter: Matter,
  target: Matter,
  act: Act,
  directory: Directory,
): { gone: Decision; kept: Decision } {
  const status = step(matter, act.by, 'merge', directory)
  if (target.id === matter.id)
    throw new Declined('E-MERGE-1', '不能并入自己，请写明并入哪一件。', [`并项 ${matter.id} 入 9`])
  if (!isOpen(target)) {
    const { say, tries } = nextStep(target, directory)
    throw new Declined('E-MERGE-2', `${target.id}号${say}，不能并入，请并入仍在办的事项。`, tries)
  }
  const headOf = (one: Matter) => directory.units.get(one.lead)?.head
  const ended = { by: act.by.id, at: act.at, text: `并入${target.id}号` }
  const gone: Matter = {
    ...matter,
    status,
    suspended: null,
    withdrawal: null,
    extension: null,
    mergedInto: target.id,
    ended,
    closed: act.at,
    changed: act.at,
  }
  const told = [matter.handler, headOf(matter), matter.assigner]
  const say = `${matter.id}号已并入${target.id}号，请按${target.id}号办理。`
  const into = `${matter.id}号已并入${target.id}号，请一并办理。`
  return {
    gone: { matter: gone, verb: '并项', text: ended.text, notices: notify(act, told, say) },
    kept: {
      matter: { ...target, changed: act.at },
      verb: '并项',
      text: `${matter.id}号并入：${matter.title}`,
      notices: notify(
        act,
        [target.handler, headOf(target)].filter((id) => id != null && !told.includes(id)),
        into,
      ),
    },
  }
}
