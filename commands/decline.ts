/** 退回: whatever waits on the matter does not pass, with a reason. */
import {
  command,
  Declined,
  either,
  heads,
  leaders,
  matter,
  reason,
  request,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import { returnForRework } from '../src/domain/matter/close.ts'
import { refuseExtension } from '../src/domain/matter/extend.ts'
import { waitingOn } from '../src/domain/matter/waiting.ts'
import { refuseWithdrawal } from '../src/domain/matter/withdraw.ts'

export default command({
  name: '退回',
  aliases: [
    '退回重办',
    '退回重报',
    '驳回',
    '打回',
    '不同意',
    '不通过',
    '不批准',
    '不准予',
    '不准延期',
    '不准延',
    '不准',
  ],
  about: '办理',
  summary: '退回办结申请，不准延期或撤项，须写明理由',
  says: ['{matter} {which} {reason}', '{which} {matter} {reason}', '{which} {reason}'],
  slots: { matter, which: request, reason },
  who: either(leaders, supervisors, heads),
  examples: ['退回 1 缺附件，请补充佐证材料', '退回 8 延期 请按原定时限办理'],
  changes: true,
  async run(turn, { matter, which, reason }) {
    const act = { by: turn.actor, at: turn.at }
    const say = (one: string) => `退回 ${matter.id} ${one} ${reason}`
    const what = waitingOn(matter, which, say, turn.directory)
    if (what === '撤项') {
      const decision = refuseWithdrawal(matter, act, reason, turn.directory)
      const after = await settle(turn, decision, turn.actor.id)
      return { line: `${after.id}号不同意撤项，事项照办。`, matter: after }
    }
    if (what === '延期') {
      const decision = refuseExtension(matter, act, reason, turn.directory)
      const after = await settle(turn, decision, turn.actor.id)
      return { line: `${after.id}号不准延期，原时限不变。`, matter: after }
    }
    if (!matter.closing) throw new Declined('E-STATE-2', `${matter.id}号没有待审核的办结申请。`)
    const decision = returnForRework(matter, act, reason, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已退回重办，时限不变。`, matter: after }
  },
})
