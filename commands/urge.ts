/** 催办: the one whose step is next is asked to hurry; `催办 逾期` asks for all that are past their date. */
import {
  command,
  Declined,
  either,
  heads,
  leaders,
  matterOrReplied,
  missing,
  oneOf,
  optional,
  type Spoken,
  settle,
  supervisors,
} from '../src/bot/index.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import { canSee } from '../src/domain/matter/sight.ts'
import { urge } from '../src/domain/matter/urge.ts'

/** More at once would be a campaign, not a reminder. */
const MOST = 20

export default command({
  name: '催办',
  aliases: ['催'],
  about: '办理',
  summary: '提醒该办的人抓紧；也可催办全部逾期事项',
  says: ['{all}', '{matter}', ''],
  slots: { all: optional(oneOf('范围', ['逾期'])), matter: matterOrReplied },
  who: either(leaders, supervisors, heads),
  examples: ['催办 4', '催办 逾期'],
  changes: true,
  async run(turn, { all, matter }) {
    if (all) return urgeOverdue(turn)
    if (!matter) missing('事项编号')
    const after = await urgeOne(turn, matter)
    return { line: `已催办${after.id}号。`, matter: after }
  },
})

async function urgeOne(turn: Spoken, matter: Matter): Promise<Matter> {
  const lines = await turn.store.journal.of(`matter:${matter.id}`)
  const last = (verb: string) => lines.findLast((line) => line.verb === verb)?.at
  const act = { by: turn.actor, at: turn.at }
  return settle(turn, urge(matter, act, last, turn.directory), turn.actor.id)
}

async function urgeOverdue(turn: Spoken) {
  const late = await turn.store.matters.find({ nextBefore: turn.now, limit: MOST })
  const urged: number[] = []
  for (const { id } of late) {
    const matter = await turn.store.matters.get(id)
    if (!matter || !canSee(turn.actor, matter, turn.directory)) continue
    try {
      await urgeOne(turn, matter)
      urged.push(id)
    } catch (error) {
      // What was urged today already, or is another leader's to urge, is passed over.
      if (!(error instanceof Declined)) throw error
    }
  }
  if (urged.length === 0) return { line: '没有需要您催办的逾期事项。', private: true }
  return { line: `已催办${urged.length}件逾期事项：${urged.map((id) => `${id}号`).join('、')}。` }
}
