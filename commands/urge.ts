/** 催办: the one whose step is next is asked to hurry, or all that is past its date; 催办单 and 督办单 do it on paper. */
import {
  command,
  Declined,
  either,
  heads,
  leaders,
  matter,
  matterOrReplied,
  missing,
  oneOf,
  optional,
  type Reply,
  remark,
  type Spoken,
  settle,
  supervisors,
  unit,
} from '../src/bot/index.ts'
import { issue } from '../src/bot/paper.ts'
import { colour } from '../src/bot/slots/colour.ts'
import { overdue } from '../src/bot/slots/overdue.ts'
import type { Decision } from '../src/domain/matter/decision.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import type { Wish } from '../src/domain/matter/paper.ts'
import { canSee } from '../src/domain/matter/sight.ts'
import { urge } from '../src/domain/matter/urge.ts'
import { houseOf } from '../src/domain/people/house.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { overdueCard } from '../src/views/urge.ts'

/** More at once would be a campaign, not a reminder. */
const MOST = 20

const urgently = optional(oneOf('特急', ['特急']))

const urging = command({
  name: '催办',
  aliases: ['催', '催催', '催一催'],
  about: '办理',
  summary: '提醒该办的人抓紧，可附一句话；也可催办全部或一个科室的逾期事项',
  says: ['{whose} {all} {confirm}', '{house}', '{matter} {words}', '{words}'],
  slots: {
    whose: optional(unit),
    all: { ...overdue, absent: () => null },
    house: { ...unit, absent: () => null },
    confirm: optional(oneOf('确认', ['确认'])),
    matter: matterOrReplied,
    words: remark,
  },
  who: either(leaders, supervisors, heads),
  examples: ['催办 4', '催办 4 请于今天下班前报进展', '催办 逾期', '催办 金融科 逾期'],
  changes: true,
  async run(turn, { whose, all, house, confirm, matter, words }) {
    if (house) return previewOverdue(turn, house)
    if (all) return confirm ? urgeOverdue(turn, whose) : previewOverdue(turn, whose)
    if (!matter) missing('事项编号')
    const after = await settle(turn, await urgingOf(turn, matter, words), turn.actor.id)
    return { line: `已催办${after.id}号。`, matter: after }
  },
})

const slip = command({
  name: '催办单',
  aliases: ['工作催办单'],
  about: '办理',
  summary: '签发工作催办单：编号、存档，文书发给签发人和承办单位',
  says: ['{matter} {urgent} {text}', '{urgent} {text}'],
  slots: { matter, urgent: urgently, text: remark },
  who: either(leaders, supervisors),
  examples: ['催办单 4', '催办单 4 请于周五前报送拨付明细'],
  changes: true,
  async run(turn, { matter, urgent, text }) {
    const wish: Wish = {
      kind: '催办单',
      colour: null,
      ...pressing(`催办单 ${matter.id}`, urgent, text),
    }
    return issued(await issue(turn, matter, wish))
  },
})

const notice = command({
  name: '督办单',
  aliases: ['督办通知单'],
  about: '办理',
  summary: '签发蓝、橙、红三色督办通知单，依次签发，重要紧急的写“特急”和理由',
  says: [
    '{matter} {colour} {urgent} {text}',
    '{colour} {matter} {urgent} {text}',
    '{colour} {urgent} {text}',
  ],
  slots: { matter, colour, urgent: urgently, text: remark },
  who: either(leaders, supervisors),
  examples: ['督办单 4 蓝', '督办单 4 橙 特急 省政府挂牌督办'],
  changes: true,
  async run(turn, { matter, colour, urgent, text }) {
    const head = `督办单 ${matter.id} ${colour ?? '橙'}`
    const wish: Wish = { kind: '督办通知单', colour, ...pressing(head, urgent, text) }
    return issued(await issue(turn, matter, wish))
  },
})

export default [urging, slip, notice]

/** 特急 has a reason, which then is all that was said. */
function pressing(head: string, urgent: string | null, text: string) {
  if (!urgent) return { urgent: null, text }
  if (text) return { urgent: text, text: '' }
  throw new Declined('E-TEXT-2', '特急请写明理由。', [`${head} 特急 省政府挂牌督办`])
}

const issued = ({ after, name }: { after: Matter; name: string }) => ({
  line: `已对${after.id}号签发${name}，文书随后发给您和承办单位。10分钟内可说“撤销”。`,
  matter: after,
})

async function urgingOf(turn: Spoken, matter: Matter, words = ''): Promise<Decision> {
  const lines = await turn.store.journal.of(`matter:${matter.id}`)
  const last = (verb: string) => lines.findLast((line) => line.verb === verb)?.at
  return urge(matter, { by: turn.actor, at: turn.at }, last, turn.directory, words)
}

/** What may be urged now; what was urged today already, or is another leader's to urge, is passed over. */
async function lateOnes(turn: Spoken, of: Unit | null): Promise<Decision[]> {
  const leads = of ? { leads: houseOf(of, turn.directory) } : {}
  const late = await turn.store.matters.find({ ...leads, nextBefore: turn.now, limit: MOST })
  const decisions: Decision[] = []
  for (const { id } of late) {
    const matter = await turn.store.matters.get(id)
    if (!matter || !canSee(turn.actor, matter, turn.directory)) continue
    try {
      decisions.push(await urgingOf(turn, matter))
    } catch (error) {
      if (!(error instanceof Declined)) throw error
    }
  }
  return decisions
}

const NONE = { line: '没有需要您催办的逾期事项。', private: true }

async function previewOverdue(turn: Spoken, of: Unit | null): Promise<Reply> {
  const found = (await lateOnes(turn, of)).map(({ matter, notices }) => ({
    matter,
    asked: notices.map((one) => one.to),
  }))
  if (found.length === 0) return NONE
  const line = `逾期事项${found.length}件，请核对后确认催办。`
  return { line, card: overdueCard(found, turn, of?.name), private: true }
}

async function urgeOverdue(turn: Spoken, of: Unit | null): Promise<Reply> {
  const decisions = await lateOnes(turn, of)
  if (decisions.length === 0) return NONE
  for (const decision of decisions) await settle(turn, decision, turn.actor.id)
  const numbers = decisions.map(({ matter }) => `${matter.id}号`).join('、')
  return { line: `已催办${decisions.length}件逾期事项：${numbers}。`, private: true }
}
