/** 简报: today's page or the week's, now, as it comes at 8:20; as a table when asked for. */
import { deskFor, gatherDigest } from '../src/bot/gather-digest.ts'
import {
  command,
  digestAsk,
  either,
  heads,
  leaders,
  privatePlace,
  sheetsFile,
  supervisors,
} from '../src/bot/index.ts'
import { isSilent, PAGE_LINES } from '../src/domain/digest.ts'
import { digestCard } from '../src/views/digest.ts'
import { digestSheets, digestTitle } from '../src/views/digest-sheet.ts'

/** Lines of each part on paper; a page of more than that is a ledger, which has its own export. */
const PAPER_LINES = 300

export default command({
  name: '简报',
  aliases: ['督办简报'],
  trails: true,
  about: '查看',
  summary: '看今天或本周的督办简报，可导出表格',
  says: ['{ask}'],
  slots: { ask: digestAsk },
  who: either(leaders, heads, supervisors),
  examples: ['简报', '简报 本周', '简报 导出'],
  async run(turn, { ask }) {
    const { actor } = turn
    const desk = await deskFor(turn, ask.paper ? PAPER_LINES : PAGE_LINES)
    const digest = await gatherDigest(turn, actor, desk, ask.weekly ?? undefined)
    const which = digest.week ? '本周' : '今天'
    if (isSilent(digest)) return { line: `${which}没有需要您关注的事项。`, private: true }
    const seen = { ...turn, viewer: actor }
    if (!ask.paper) return { line: `${which}的简报`, card: digestCard(digest, seen), private: true }
    const title = digestTitle(digest, seen)
    await turn.post({
      ...sheetsFile(`${title}.xlsx`, digestSheets(digest, seen), turn.now),
      place: privatePlace(actor.id),
      class: 'answer',
    })
    return { line: `${title}，表格已私聊发给您。`, private: true }
  },
})
