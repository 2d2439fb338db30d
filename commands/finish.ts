/** 办结: the lead unit asks that the matter be reviewed and closed. */
import { anyone, command, matter, result, settle } from '../src/bot/index.ts'
import { requestClose } from '../src/domain/matter/close.ts'
import { reviewers } from '../src/domain/matter/review.ts'

export default command({
  name: '办结',
  aliases: ['申请办结', '请求办结', '完成', '交卷'],
  about: '办理',
  summary: '科室负责人申请办结，写明办理结果',
  says: ['{matter} {result}', '{result}'],
  slots: { matter, result },
  who: anyone,
  examples: ['办结 6 台账已报送，附件齐全'],
  changes: true,
  async run(turn, { matter, result }) {
    const decision = requestClose(matter, { by: turn.actor, at: turn.at }, result, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const names = reviewers(after, turn.directory).map((one) => one.name)
    return { line: `${after.id}号已申请办结，待${names.join('、')}审核。`, matter: after }
  },
})
