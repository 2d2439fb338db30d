/** 更多: the buttons for which a card's first five had no room, shown in the card's place. */
import { anyone, cardAt, command, matter, oneOf, optional } from '../src/bot/index.ts'

export default command({
  name: '更多',
  about: '查看',
  summary: '在卡片上展开其余的按钮；收起则恢复原样',
  says: ['{matter} {back}', '{back}'],
  slots: { matter, back: optional(oneOf('收起', ['收起'])) },
  who: anyone,
  examples: ['更多 3'],
  async run(turn, { matter, back }) {
    const line = `${matter.id}号 ${matter.title}`
    const shown = turn.tapped ? await turn.store.messages.about([turn.tapped]) : undefined
    // Typed, or on a card that lives no longer: the matter itself, as 查 shows it.
    if (shown?.matter !== matter.id || shown.state !== 'living')
      return { line, matter, fresh: true }
    await turn.store.messages.shows(shown.message, matter.rev)
    const card = cardAt(turn, matter, shown.place, undefined, false, back === null)
    return { line, card, page: true }
  },
})
