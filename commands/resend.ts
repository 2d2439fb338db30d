/** 未送达: the bot never sends twice blindly; its keeper looks, and says what becomes of a message. */
import { command, keepers, strayNumber } from '../src/bot/index.ts'
import { judgeStray, openStrays } from '../src/bot/strays.ts'

/** What stands on a button is the keeper's word only before a number alone: among people 已送达 is said of papers. */
const before = (words: string) =>
  new RegExp(`^(?:${words})(?=[\\s:,]*(?:第|#)?\\s?\\d{1,6}\\s?(?:条|号)?(?:消息)?[\\s。]*$)`)

const listing = command({
  name: '未送达',
  aliases: ['未送达消息', '未送达的消息', '未送达清单'],
  about: '其他',
  summary: '看不能确定是否送达、没有送达的消息，逐条处理',
  says: [''],
  slots: {},
  who: keepers,
  examples: ['未送达'],
  run: (turn) => openStrays(turn),
})

const resending = command({
  name: '重发消息',
  aliases: ['重新发送'],
  also: before('重发|再发|补发'),
  about: '其他',
  summary: '把一条没有送达的消息再发一次；不能确定的先到会话中查看',
  says: ['{number}'],
  slots: { number: strayNumber },
  who: keepers,
  examples: ['重发 1'],
  changes: true,
  run: (turn, { number }) => judgeStray(turn, number, 'resent'),
})

const arriving = command({
  name: '确认送达',
  aliases: ['确认已送达'],
  also: before('已经?送达|已经?送到'),
  about: '其他',
  summary: '查看或核实过，一条不能确定的消息其实已送达',
  says: ['{number}'],
  slots: { number: strayNumber },
  who: keepers,
  examples: ['已送达 2'],
  changes: true,
  run: (turn, { number }) => judgeStray(turn, number, 'arrived'),
})

const dropping = command({
  name: '不再发送',
  aliases: ['不再重发'],
  also: before('不(?:用|必|要)(?:再|重)发'),
  about: '其他',
  summary: '一条没有送达的消息已不需要，不再发送',
  says: ['{number}'],
  slots: { number: strayNumber },
  who: keepers,
  examples: ['不再发送 3'],
  changes: true,
  run: (turn, { number }) => judgeStray(turn, number, 'dropped'),
})

export default [listing, resending, arriving, dropping]
