/** 延期: asked before the date, with a reason and a new date. */
import { anyone, command, later, matter, plan, reason, settle } from '../src/bot/index.ts'
import { askExtension } from '../src/domain/matter/extend.ts'
import { ruledExtension } from '../src/domain/matter/extension-rule.ts'
import { profileOf } from '../src/domain/matter/profiles.ts'
import { whenSaid } from '../src/views/words.ts'

export default command({
  name: '延期',
  aliases: ['申请延期', '请求延期', '申请延长', '申请延到', '申请延至', '延到', '延至', '延'],
  about: '办理',
  summary: '到期前申请延期，写明新的日期和理由',
  says: ['{matter} {plan} {due} {reason}', '{plan} {due} {reason}'],
  slots: { matter, plan, due: later, reason },
  who: anyone,
  examples: [
    '延期 5 到12月25日 等省厅批复',
    '延期 5 到12月31日 等省厅批复 方案：12月20日前摸底，月底前拿出初稿',
  ],
  changes: true,
  async run(turn, { matter, due, plan, reason }) {
    const act = { by: turn.actor, at: turn.at }
    const why = reason.replace(/^(?:因为|因|理由[:：]?)\s*/, '')
    const profile = profileOf(matter, turn.profiles)
    const ruled = () => ruledExtension(matter, act, due.at, plan, profile, turn.calendar)
    const said = why || (plan ? `方案：${plan}` : '')
    const decision = askExtension(matter, act, due, said, turn.directory, ruled)
    const after = await settle(turn, decision, turn.actor.id)
    const to = whenSaid(due.at, turn.now, turn.calendar)
    return { line: `${after.id}号已申请延期到 ${to}，待审批。`, matter: after }
  },
})
