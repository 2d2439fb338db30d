/** 会议秘书: who keeps each meeting's papers, and where it is to be decided. */
import { admins, command, either, secretaries, supervisors } from '../src/bot/index.ts'
import { secretariesPage } from '../src/bot/secretary.ts'

export default command({
  name: '会议秘书',
  aliases: ['例会秘书', '会议秘书名单'],
  about: '例会',
  summary: '看各例会的会议秘书；离任、调动后待确定的，列出建议的人选，一点即定',
  says: [''],
  slots: {},
  who: either(secretaries, supervisors, admins),
  examples: ['会议秘书'],
  run: (turn) => secretariesPage(turn),
})
