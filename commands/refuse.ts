/** 说不、能办、不予办理: a no goes up the four rungs, is solved, or is made final by the principal alone. */
import {
  anyone,
  clause,
  command,
  either,
  heads,
  leaders,
  matter,
  month,
  reason,
  remark,
  type Spoken,
  settle,
  supervisors,
  text,
} from '../src/bot/index.ts'
import { refuseFinally } from '../src/domain/matter/final-refusal.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { refuse, rungNames, solve } from '../src/domain/matter/refusal.ts'
import { decidedBy, refusalRule } from '../src/domain/matter/rungs.ts'
import { canSee } from '../src/domain/matter/sight.ts'
import { meetingsFor, needsOthers } from '../src/domain/meeting/topic.ts'
import { finalRefusalsCard } from '../src/views/refusals.ts'
import { dueSaid, whenSaid } from '../src/views/words.ts'

const GROUND = ['法律依据', '政策依据', '依据', '根据']
const REPLY = ['答复群众', '答复企业', '答复服务对象', '答复', '回复', '告知']

const refusing = command({
  name: '说不',
  aliases: ['难办', '提级'],
  about: '办理',
  summary: '本级办不了的写明理由提级，逐级答复，不得直接回绝服务对象',
  says: ['{matter} {reason}', '{reason}'],
  slots: { matter, reason },
  who: anyone,
  examples: ['说不 8 需国土部门确权', '提级 8 需与省厅会商'],
  changes: true,
  async run(turn, { matter, reason }) {
    const { actor, at, directory, calendar } = turn
    const rule = refusalRule(turn.profiles)
    const decision = refuse(matter, { by: actor, at }, reason, directory, calendar, rule)
    const after = await settle(turn, decision, actor.id)
    // What needs other departments a meeting may settle sooner than the next rung.
    const others = needsOthers(reason) && meetingsFor(after, await turn.store.meetings.list())
    const offer = others && others.length > 0 ? `需其他部门的，可说“提交例会 ${after.id}”。` : ''
    return { line: raisedSaid(turn, after) + offer, matter: after }
  },
})

const solving = command({
  name: '能办',
  aliases: ['可办'],
  about: '办理',
  summary: '说“不”提级的事，到哪一级能办就写明怎么办，继续办理',
  says: ['{matter} {how}', '{how}'],
  slots: { matter, how: text },
  who: anyone,
  examples: ['能办 8 由我科牵头协调确权'],
  changes: true,
  async run(turn, { matter, how }) {
    const decision = solve(matter, { by: turn.actor, at: turn.at }, how, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const who = turn.directory.name(after.handler ?? after.proposed)
    const carrier = `${turn.directory.unitName(after.lead)}${who}`
    return { line: `${after.id}号能办，由${carrier}继续办理。10分钟内可说“撤销”。`, matter: after }
  },
})

const ending = command({
  name: '不予办理',
  aliases: ['终不', '最终说不'],
  about: '办理',
  summary: '主要领导定的最后一个“不”，须写明依据和给服务对象的答复',
  says: ['{matter} {ground} {reply} {words}', '{ground} {reply} {words}'],
  slots: {
    matter,
    ground: clause('依据', GROUND, REPLY),
    reply: clause('答复', REPLY, GROUND),
    words: remark,
  },
  who: anyone,
  examples: ['不予办理 8 依据《惠企贴息办法》第九条 答复 您的申请不在补贴范围，可向人行申请再贷款'],
  changes: true,
  async run(turn, { matter, ground, reply }) {
    const act = { by: turn.actor, at: turn.at }
    const decision = refuseFinally(matter, act, { ground, reply }, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    const follower = after.follower === null ? '' : turn.directory.name(after.follower)
    const answers = follower ? `由${follower}答复服务对象后销号` : '待销号'
    return { line: `${after.id}号定为不予办理，${answers}。10分钟内可说“撤销”。`, matter: after }
  },
})

const listing = command({
  name: '说不清单',
  aliases: ['不予办理清单', '说不台账'],
  about: '查看',
  summary: '看一个月里定为不予办理的事项、依据和答复',
  says: ['{month}'],
  slots: { month },
  who: either(leaders, supervisors, heads),
  examples: ['说不清单', '说不清单 11月'],
  async run(turn, { month }) {
    const final = await turn.store.matters.refused('final', month.from)
    const rows = final.filter((matter) => {
      const ended = matter.refusal?.ended ?? 0
      const inMonth = ended >= month.from && ended < month.to
      return inMonth && canSee(turn.actor, matter, turn.directory)
    })
    const card = finalRefusalsCard(month.said, rows, turn)
    return { line: `${month.said}不予办理${rows.length}件`, card, private: true }
  },
})

export default [refusing, solving, ending, listing]

function raisedSaid(
  { directory, now, calendar, profiles }: Spoken,
  { id, refusal }: Matter,
): string {
  if (!refusal) throw new Error(`matter ${id} has no refusal`)
  const who = `${rungNames[refusal.rung]}${directory.name(refusal.person)}`
  const by = dueSaid(refusal.due, now, calendar)
  const end = whenSaid(decidedBy(refusal.since, calendar, refusalRule(profiles)), now, calendar)
  return `${id}号已提级，请${who}于 ${by} 前答复，局内最迟 ${end} 定。10分钟内可说“撤销”。`
}
