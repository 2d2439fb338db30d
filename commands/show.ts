/** 查、历史: one matter by number, or those whose words fit; and its life line by line. */
import { anyone, command, Declined, matter, matterOrReplied, page, text } from '../src/bot/index.ts'
import { canSee } from '../src/domain/matter/sight.ts'
import { historyCard } from '../src/views/history.ts'
import { listCard, PAGE } from '../src/views/list.ts'

const showing = command({
  name: '查',
  aliases: ['详情', '查看', '查询'],
  about: '查看',
  summary: '按编号或关键词查事项',
  says: ['{matter}', '', '{page} {words}'],
  slots: { matter: matterOrReplied, page, words: text },
  who: anyone,
  examples: ['查 3', '查 专项债券'],
  async run(turn, { matter, page, words }) {
    if (!words) {
      if (!matter)
        throw new Declined('E-SAY-1', '还缺：事项编号或关键词。', ['查 3', '查 专项债券'])
      return { line: `${matter.id}号 ${matter.title}`, matter, fresh: true }
    }
    const found = await turn.store.matters.list(await turn.store.search.find(words, 200))
    const fits = found.filter(
      (one) =>
        `${one.title} ${one.basis ?? ''}`.includes(words) &&
        canSee(turn.actor, one, turn.directory),
    )
    if ([...words].length < 2)
      throw new Declined('E-SAY-4', '关键词请至少写两个字。', ['查 专项债券'])
    if (fits.length === 1) return { line: '查到1件：', matter: fits[0]!, fresh: true }
    const rows = fits.slice((page - 1) * PAGE, page * PAGE).map((one) => ({ matter: one }))
    const title = `查“${words}”`
    const card = listCard({ title, rows, total: fits.length, say: `查 ${words}`, page }, turn)
    return {
      line: `${title}：${fits.length}件`,
      card,
      private: true,
      page: page > 1 || fits.length > PAGE,
    }
  },
})

const history = command({
  name: '历史',
  about: '查看',
  summary: '看一件事从交办到销号的每一步',
  says: ['{matter}', ''],
  slots: { matter },
  who: anyone,
  examples: ['历史 3'],
  async run(turn, { matter }) {
    const lines = await turn.store.journal.of(`matter:${matter.id}`)
    const card = historyCard(matter, lines, turn.directory)
    return { line: `${matter.id}号 历史${lines.length}条`, card, private: true }
  },
})

export default [showing, history]
