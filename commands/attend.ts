/** 已联系、已答复、回访: what is done with the client himself, from the first call to the call-back. */
import { anyone, command, matter, oneOf, remark, settle } from '../src/bot/index.ts'
import { content, discontent } from '../src/domain/matter/callback.ts'
import { answer, contact } from '../src/domain/matter/client.ts'
import { dueSaid } from '../src/views/words.ts'

const contacting = command({
  name: '已联系',
  aliases: ['已电联', '已联系服务对象', '已联系企业', '已联系群众'],
  about: '办理',
  summary: '窗口受理的事，当天与服务对象联系后说一声',
  says: ['{matter} {words}', '{words}'],
  slots: { matter, words: remark },
  who: anyone,
  examples: ['已联系 8 材料齐全，约周四面谈'],
  changes: true,
  async run(turn, { matter, words }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = contact(matter, act, words ?? '', turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已记：当天联系了服务对象。`, matter: after }
  },
})

const answering = command({
  name: '已答复',
  aliases: ['已回复', '已答复服务对象', '已答复企业', '已答复群众'],
  about: '办理',
  summary: '有结果后答复了服务对象，首问责任人的跟踪到此为止',
  says: ['{matter} {words}', '{words}'],
  slots: { matter, words: remark },
  who: anyone,
  examples: ['已答复 8 贴息已到账，请查收'],
  changes: true,
  async run(turn, { matter, words }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = answer(matter, act, words ?? '', turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已答复服务对象，待销号。10分钟内可说“撤销”。`, matter: after }
  },
})

const callingBack = command({
  name: '回访',
  about: '办理',
  summary: '销号次日回访服务对象；不满意的重新打开',
  says: ['{matter} {verdict} {words}', '{verdict} {matter} {words}', '{verdict} {words}'],
  slots: { matter, verdict: oneOf('满意还是不满意', ['不满意', '很满意', '满意']), words: remark },
  who: anyone,
  examples: ['回访 7 满意', '回访 7 不满意 资金仍未到账'],
  changes: true,
  async run(turn, { matter, verdict, words }) {
    const { actor, at, directory, calendar } = turn
    const act = { by: actor, at }
    const decision =
      verdict === '不满意'
        ? discontent(matter, act, words ?? '', directory, calendar)
        : content(matter, act, words ?? '', directory)
    const after = await settle(turn, decision, actor.id)
    if (after.client?.satisfied) return { line: `${after.id}号回访满意。`, matter: after }
    const due = dueSaid(after.due, turn.now, calendar)
    const who = `${directory.unitName(after.lead)}${directory.name(after.handler)}`
    return {
      line: `${after.id}号回访不满意，已重新打开（第${after.reopened}次），由${who}于 ${due} 前办妥。10分钟内可说“撤销”。`,
      matter: after,
    }
  },
})

export default [contacting, answering, callingBack]
