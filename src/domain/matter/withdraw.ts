/** 撤项: whoever registered a matter asks, a leader consents; only before it is signed (D.2 row 17). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'
import { playersOf } from './players.ts'
import { entitled, step } from './rights.ts'
import { move, transitions } from './transitions.ts'

/** Asks for it, or does it at once where the speaker is the leader whose consent is needed. */
export function withdraw(matter: Matter, act: Act, reason: string, directory: Directory): Decision {
  move(matter, 'withdraw', directory)
  const decides = entitled(act.by, matter, 'withdraw', directory)
  if (!decides) step(matter, act.by, 'askWithdrawal', directory)
  if (!reason)
    throw new Declined('E-TEXT-2', '撤项请写明理由。', [`撤项 ${matter.id} 上级已取消此项任务`])
  if (decides) return withdrawn(matter, act, reason, directory)
  const withdrawal = { by: act.by.id, at: act.at, text: reason }
  const say = `${act.by.name}申请将${matter.id}号撤项：${reason}，请审批。`
  const told = playersOf('consenter', matter, directory)
  return {
    matter: { ...matter, withdrawal, changed: act.at },
    verb: '申请撤项',
    text: reason,
    notices: notify(act, told, say, true),
  }
}

/** Whether a request to withdraw waits; once it is signed it has lapsed. */
export const waitsForWithdrawal = (matter: Matter): boolean =>
  matter.withdrawal !== null && transitions.withdraw.from.includes(matter.status)

/** The leader consents. */
export function approveWithdrawal(matter: Matter, act: Act, directory: Directory): Decision {
  step(matter, act.by, 'withdraw', directory)
  return withdrawn(matter, act, pending(matter).text, directory)
}

/** The leader does not consent, with a reason; the matter stands. */
export function refuseWithdrawal(
  matter: Matter,
  act: Act,
  reason: string,
  directory: Directory,
): Decision {
  step(matter, act.by, 'withdraw', directory)
  const { by } = pending(matter)
  if (!reason) throw new Declined('E-TEXT-2', '不同意撤项请写明理由。', [`退回 ${matter.id} 理由`])
  return {
    matter: { ...matter, withdrawal: null, changed: act.at },
    verb: '退回',
    text: `不同意撤项：${reason}`,
    notices: notify(act, [by], `${matter.id}号不同意撤项：${reason}`),
  }
}

function withdrawn(matter: Matter, act: Act, reason: string, directory: Directory): Decision {
  const told = [matter.withdrawal?.by, matter.assigner, directory.units.get(matter.lead)?.head]
  return {
    matter: {
      ...matter,
      status: 'withdrawn',
      withdrawal: null,
      ended: { by: act.by.id, at: act.at, text: reason },
      closed: act.at,
      changed: act.at,
    },
    verb: '撤项',
    text: reason,
    notices: notify(act, told, `${matter.id}号已撤项：${reason}`),
  }
}

function pending(matter: Matter) {
  if (matter.withdrawal) return matter.withdrawal
  throw new Declined('E-STATE-2', `${matter.id}号没有待批的撤项申请。`, [`查 ${matter.id}`])
}
