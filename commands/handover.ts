/** 交接: who works in another unit now passes on what he still carries for the old one. */

import { handOverAll, openHandovers } from '../src/bot/handing-over.ts'
import {
  command,
  either,
  heads,
  missing,
  oneOf,
  optional,
  person,
  remark,
  supervisors,
} from '../src/bot/index.ts'

export default command({
  name: '交接',
  aliases: ['工作交接', '交接工作', '交接事项', '移交'],
  about: '办理',
  summary: '看调到别的科室的同志还带着本科室哪些事项，一次交接给代办人、科长或指定的同志',
  says: ['{from} {what} {to}', '{from} {to}', '{text}'],
  slots: {
    from: optional(person),
    what: optional(
      oneOf('事项', ['的全部事项', '的所有事项', '名下的事项', '名下事项', '的事项', '的工作']),
    ),
    to: optional(person),
    text: remark,
  },
  who: either(heads, supervisors),
  examples: ['交接', '交接 @王强', '交接 @王强 给 @史丽萍'],
  changes: true,
  async run(turn, { from, to, text }) {
    if (from) return handOverAll(turn, from, to)
    if (text) missing('交接谁的事项（@姓名）')
    return openHandovers(turn)
  },
})
