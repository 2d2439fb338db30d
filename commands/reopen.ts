/** 重办: what was struck off comes back, with a reason, and is counted. */
import {
  command,
  either,
  heads,
  leaders,
  matter,
  reason,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import { reopen } from '../src/domain/matter/reopen.ts'

export default command({
  name: '重办',
  aliases: ['重新打开', '重新办理'],
  about: '办理',
  summary: '把已销号的事项重新打开，须写明理由',
  says: ['{matter} {reason}', '{reason}'],
  slots: { matter, reason },
  who: either(leaders, supervisors, heads),
  examples: ['重办 2 企业反映未落实'],
  changes: true,
  async run(turn, { matter, reason }) {
    const act = { by: turn.actor, at: turn.at }
    const after = await settle(turn, reopen(matter, act, reason, turn.directory), turn.actor.id)
    const late =
      after.due < turn.now ? `时限已过，要另定请说“改 ${after.id} 截止 日期”。` : '时限不变。'
    const line = `${after.id}号已重新打开（第${after.reopened}次），${late}10分钟内可说“撤销”。`
    return { line, matter: after }
  },
})
