/** 帮助: what you may say, with examples. */
import { anyone, command, Declined, remark, subjects } from '../src/bot/index.ts'
import { helpCard, helpOnCard } from '../src/views/help.ts'

export default command({
  name: '帮助',
  aliases: ['说明', '怎么用', '使用说明'],
  about: '其他',
  summary: '看您可以说哪些话',
  says: ['{word}'],
  slots: { word: remark },
  who: anyone,
  examples: ['帮助', '帮助 交办'],
  async run(turn, { word }) {
    const { all } = turn.words
    const mine = all.filter((one) => one.who.may(turn.actor, turn.directory))
    const entry = (one: (typeof all)[number]) => ({ ...one, who: one.who.label })
    const groups = subjects.map((about) => ({
      about,
      entries: mine.filter((one) => one.about === about).map(entry),
    }))
    if (!word) return { line: '您可以这样说', card: helpCard(groups), private: true }
    const found = all.find((one) => one.name === word || one.aliases.includes(word))
    if (!found) throw new Declined('E-SAY-5', `没有“${word}”这个说法。`, ['帮助'])
    return { line: `帮助：${found.name}`, card: helpOnCard(entry(found)) }
  },
})
