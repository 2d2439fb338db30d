/** 附件: what was sent in reply to a matter's card is kept, listed, and fetched when it is asked for. */
import {
  anyone,
  command,
  Declined,
  fetchFile,
  keepFile,
  matter,
  missing,
  oneOf,
  optional,
  type Spoken,
} from '../src/bot/index.ts'
import type { Fetched, Heard } from '../src/bot/message.ts'
import type { Attachment } from '../src/domain/matter/sides.ts'
import { attachmentsCard } from '../src/views/attachments.ts'

/** Which of a matter's attachments, by its place in the list. */
const nth = oneOf(
  '第几个',
  Array.from({ length: 30 }, (_, i) => `${30 - i}`),
)

export default command({
  name: '附件',
  about: '查看',
  summary: '看一件事的附件；回复卡片发来的文件和图片自动留存',
  says: ['{matter} {nth}', '{matter}', '{nth}', ''],
  slots: { matter, nth: optional(nth) },
  who: anyone,
  examples: ['附件 1'],
  takesFile: (turn) => turn.replied !== undefined,
  async run(turn, { matter, nth }) {
    if (turn.file) return keep(turn)
    if (nth === null) {
      const card = attachmentsCard(matter, turn)
      return { line: `${matter.id}号附件${matter.attachments.length}个`, card, private: true }
    }
    const wanted = matter.attachments[Number(nth) - 1]
    if (!wanted)
      throw new Declined('E-FILE-3', `${matter.id}号没有第${nth}个附件。`, [`附件 ${matter.id}`])
    // The platform gives a file of somebody else's only by the message it came in.
    await fetchFile(turn, 'attach', { ...wanted, name: nameOf(wanted) })
    return { line: `正在取“${wanted.name}”，随后私聊发给您。`, private: true }
  },
  fetched: (turn, fetched, asked) => hand(turn, fetched, asked as { name: string }),
})

async function keep(turn: Spoken) {
  const about = turn.replied === undefined ? undefined : await turn.store.matters.get(turn.replied)
  if (!about) missing('事项编号')
  const after = await keepFile(turn, about)
  const names = after.attachments.slice(-1 - (turn.others?.length ?? 0)).map((one) => one.name)
  return { line: `已收为${after.id}号附件：${names.join('、')}。`, matter: after }
}

/** A picture has no ending of its own. */
const nameOf = ({ type, name }: Attachment) => (type === 'image' ? `${name}.png` : name)

/** The platform takes no larger file from a bot (im-v1/file/create). */
const LARGEST = 30 * 1024 * 1024

async function hand(turn: Spoken, { bytes }: Fetched, { name }: { name: string }): Promise<Heard> {
  if (!bytes || bytes.length === 0 || bytes.length > LARGEST)
    throw new Declined('E-FILE-4', `“${name}”取不回来或超过30MB，请到原消息里查看。`)
  const base64 = Buffer.from(bytes).toString('base64')
  await turn.post({ kind: 'file', place: turn.place, body: { name, base64 }, class: 'answer' })
  return { outcome: 'acted', reply: `已发送“${name}”` }
}
