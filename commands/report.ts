/** 报: the person carrying a matter tells how it stands. */
import { anyone, command, matter, progress, settle } from '../src/bot/index.ts'
import { report } from '../src/domain/matter/report.ts'

export default command({
  name: '报',
  aliases: ['反馈', '汇报', '进展'],
  // 完成60% is how far it is; only without a share is 完成 the word for 办结.
  also: /^(?:(?=(?:已经?|目前|现)?完成(?:了|到|至)?\s*\d{1,3}(?:\.\d+)?\s*%)|完成(?=\s*(?:#|第)?\d{1,7}号?[\s,]+(?:了|到|至)?\d{1,3}(?:\.\d+)?\s*%)|(?:(?:汇?报|反馈)(?:个|一下)?|工作|最新)(?:最新|工作)*(?:进展|进度|情况)(?:如下)?[\s:,]*(?=(?:#\s?\d{1,7}|第?\d{1,7}号(?![楼文])|\d{1,7}[\s,:]))|(?:我来?报(?:一?下)?|(?:我来?)?(?:上报|报告|报送))(?=\s*(?:#\s?\d|第?\d{1,7}号(?![楼文]))))/,
  about: '办理',
  summary: '承办人报告一件事的最新进展，一句话即可',
  says: ['{matter} {text}', '{text}'],
  slots: { matter, text: progress },
  who: anyone,
  examples: ['报 3 已走访12家企业，完成60%', '报 3 已与人行对接，12月20日前出方案'],
  changes: true,
  tolerant: true,
  async run(turn, { matter, text }) {
    const decision = report(matter, { by: turn.actor, at: turn.at }, text, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    // A supporting unit's part: told to the lead unit, and no progress of the whole.
    if (decision.verb !== '报')
      return {
        line: `已记${after.id}号协办情况，已转告${turn.directory.unitName(after.lead)}。`,
        matter: after,
      }
    const percent = after.percent === null ? '' : `（完成${after.percent}%）`
    return { line: `已记${after.id}号进展${percent}。`, matter: after }
  },
})
