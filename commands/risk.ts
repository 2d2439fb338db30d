/** 风险报备: the person carrying a matter tells in time what may go wrong. */
import { anyone, command, fingerprint, matter, settle, text } from '../src/bot/index.ts'
import { noticeRisk } from '../src/domain/matter/risk.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { daySaid, stamp } from '../src/views/words.ts'

export default command({
  name: '风险报备',
  aliases: ['报备风险', '报备'],
  about: '办理',
  summary: '事前报备风险，分管领导和督查室收到，时间和原文留存',
  says: ['{matter} {text}', '{text}'],
  slots: { matter, text },
  who: anyone,
  examples: ['风险报备 3 拆迁可能延误'],
  changes: true,
  tolerant: true,
  async run(turn, { matter, text }) {
    const { actor, at, directory } = turn
    const decision = noticeRisk(matter, { by: actor, at }, text, fingerprint(text), directory)
    const after = await settle(turn, decision, actor.id)
    const risk = after.risks.at(-1)!
    const names = risk.to.map((id) => directory.name(id)).join('、')
    const when = `${daySaid(dayOf(risk.at), turn.today)} ${stamp(risk.at).slice(6)}`
    const line = `${after.id}号风险已于 ${when} 报备${names}，指纹 ${risk.hash.slice(0, 12)}。10分钟内可说“撤销”。`
    return { line, matter: after }
  },
})
