/** 同意: whatever waits on the matter, an extension or a request to close, passes. */
import {
  command,
  Declined,
  either,
  grade,
  heads,
  leaders,
  matter,
  request,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import { complete } from '../src/domain/matter/close.ts'
import { approveExtension } from '../src/domain/matter/extend.ts'
import { waitingOn } from '../src/domain/matter/waiting.ts'
import { approveWithdrawal } from '../src/domain/matter/withdraw.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '同意',
  aliases: ['通过', '审核通过', '批准', '准予', '准延'],
  about: '办理',
  summary: '同意办结申请（可写等次）、延期申请或撤项申请',
  says: [
    '{matter} {which} {grade}',
    '{which} {matter} {grade}',
    '{grade} {matter} {which}',
    '{which} {grade}',
  ],
  slots: { matter, which: request, grade },
  who: either(leaders, supervisors, heads),
  examples: ['同意 1', '同意 1 优秀', '同意 8 延期'],
  changes: true,
  async run(turn, { matter, which, grade }) {
    const act = { by: turn.actor, at: turn.at }
    const what = waitingOn(matter, which, (one) => `同意 ${matter.id} ${one}`, turn.directory)
    if (what === '延期') {
      const decision = approveExtension(matter, act, turn.directory)
      const after = await settle(turn, decision, turn.actor.id)
      const line = after.extension
        ? `${after.id}号延期已同意上报，待审批。`
        : `${after.id}号准予延期到 ${whenSaid(after.due, turn.now, turn.calendar)}。`
      return { line, matter: after }
    }
    if (what === '撤项') {
      const gone = approveWithdrawal(matter, act, turn.directory)
      return {
        line: `${matter.id}号已撤项。`,
        matter: await settle(turn, gone, turn.actor.id),
      }
    }
    if (!matter.closing) throw new Declined('E-STATE-2', `${matter.id}号没有待审核的办结申请。`)
    const decision = complete(matter, act, grade ?? '良好', turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号审核通过（${after.grade}），待销号。`, matter: after }
  },
})
