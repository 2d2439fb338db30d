/** 改: date, title, basis or handler of a matter is put right; the first date and the old words stay in the history. */
import {
  command,
  Declined,
  either,
  field,
  heads,
  leaders,
  liaisons,
  matter,
  newDue,
  newHandler,
  remark,
  secretaries,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import { amendDue, amendWords } from '../src/domain/matter/amend.ts'
import { deploy } from '../src/domain/matter/sign.ts'
import { dueSaid } from '../src/views/words.ts'

export default command({
  name: '改',
  aliases: ['修改', '更改', '变更', '调整'],
  about: '办理',
  summary: '更正事项的截止、标题、依据或承办人，原时限保留',
  says: ['{matter} {due} {handler} {field} {text}', '{due} {handler} {field} {text}'],
  slots: { matter, due: newDue, handler: newHandler, field, text: remark },
  who: either(leaders, supervisors, heads, secretaries, liaisons),
  examples: [
    '改 5 截止 12月18日12:00',
    '改 5 标题 完成部门预算绩效目标复核并报送汇总表',
    '改 5 依据 局党组第20次会议',
  ],
  changes: true,
  async run(turn, { matter, due, handler, field, text }) {
    const { directory, actor } = turn
    const act = { by: actor, at: turn.at }
    if (due) {
      const reason = text.replace(/^(?:因为|因|理由[:：]?)\s*/u, '')
      const after = await settle(turn, amendDue(matter, act, due, reason, directory), actor.id)
      const when = dueSaid(after.due, turn.now, turn.calendar)
      return { line: `${after.id}号时限改为 ${when}。10分钟内可说“撤销”。`, matter: after }
    }
    if (handler) {
      const after = await settle(turn, deploy(matter, act, handler, text, directory), actor.id)
      return { line: `${after.id}号承办人改为${handler.name}。10分钟内可说“撤销”。`, matter: after }
    }
    const { id } = matter
    if (!field)
      throw new Declined('E-AMEND-1', `请写明改${id}号的什么：截止、标题、依据或承办人。`, [
        `改 ${id} 截止 周四12:00`,
        `改 ${id} 标题 新的标题`,
      ])
    const after = await settle(turn, amendWords(matter, act, field, text, directory), actor.id)
    return { line: `${id}号${field}改为“${text}”。10分钟内可说“撤销”。`, matter: after }
  },
})
