/** 延期: asked before the date, with a reason and a new date. */
import { anyone, command, due, matter, reason, settle } from '../src/bot/index.ts'
import { askExtension } from '../src/domain/matter/extend.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '延期',
  aliases: ['申请延期', '延'],
  about: '办理',
  summary: '到期前申请延期，写明新的日期和理由',
  says: ['{matter} {due} {reason}', '{due} {reason}'],
  slots: { matter, due, reason },
  who: anyone,
  examples: ['延期 5 到12月25日 等省厅批复'],
  changes: true,
  async run(turn, { matter, due, reason }) {
    const act = { by: turn.actor, at: turn.at }
    const why = reason.replace(/^(?:因为|因|理由[:：]?)\s*/, '')
    const decision = askExtension(matter, act, due, why, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const to = whenSaid(due.at, turn.now, turn.calendar)
    return { line: `${after.id}号已申请延期到 ${to}，待审批。`, matter: after }
  },
})
