/** 意见: a complaint or a proposal about the bot and its demands, anonymous if wished. */
import { anyone, command, oneOf, optional, privatePlace, record, text } from '../src/bot/index.ts'

export default command({
  name: '意见',
  about: '其他',
  summary: '提意见或投诉，可以匿名，由督查室答复',
  says: ['{anonymous} {text}'],
  slots: { anonymous: optional(oneOf('匿名', ['匿名'])), text },
  who: anyone,
  examples: ['意见 周例会材料太多', '意见 匿名 日报要求重复'],
  changes: true,
  asks: true,
  async run(turn, { anonymous, text }) {
    const { store, actor, directory } = turn
    const person = anonymous ? null : actor.id
    const id = await store.suggestions.add({ person, text, at: turn.at })
    const from = anonymous ? '有同志匿名' : actor.name
    for (const one of directory.withRole('supervisor'))
      await turn.post({
        kind: 'send',
        place: privatePlace(one.id),
        body: { content: { lines: [`${from}提意见（第${id}条）：${text}`] } },
        class: 'notice',
      })
    // The history names who said what; an anonymous word leaves no such line.
    if (!anonymous) await record(turn, { verb: '意见', text, back: { what: 'suggestion', id } })
    // Nor does the answer: with the number in it the outbox would tell whose it was.
    const line = anonymous
      ? '意见已匿名转督查室，未记录您的姓名。'
      : `意见已转督查室（第${id}条），将予答复。`
    return { line, private: anonymous !== null }
  },
})
