/** 预览: what would be sent to oneself in the coming days, and to everybody for the keeper; found by living ahead. */
import {
  ahead,
  anyone,
  chatOf,
  command,
  Declined,
  everybody,
  personOf,
  privatePlace,
  type Spoken,
} from '../src/bot/index.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import { addDays, instantAt } from '../src/domain/time/day.ts'
import { type Coming, foreseenCard } from '../src/views/foreseen.ts'
import { messageSaid } from '../src/views/said.ts'

const USUAL = 7
const MOST = 31

export default command({
  name: '预览',
  aliases: ['预告'],
  about: '查看',
  summary: '看今后几天会收到哪些消息；管理员可看全部',
  says: ['{ahead} {all}'],
  slots: {
    ahead,
    all: everybody,
  },
  who: anyone,
  examples: ['预览 7天', '预览'],
  async run(turn, { ahead, all }) {
    const length = ahead ?? USUAL
    if (length < 1 || length > MOST)
      throw new Declined('E-PREVIEW-1', `预览请写1至${MOST}天。`, ['预览 7天'])
    if (all && !isAdmin(turn.actor))
      throw new Declined('E-RIGHT-1', '全部人员的预览由管理员使用，您可以看自己的。', ['预览 7天'])
    const until = instantAt(addDays(turn.today, length), '24:00')
    const { sent, cut } = await turn.foresee(until)
    const own = privatePlace(turn.actor.id)
    const meant = all ? sent : sent.filter((one) => one.place === own)
    const title = all ? `今后${length}天将发出的消息` : `今后${length}天您将收到的消息`
    if (meant.length === 0) return { line: `今后${length}天没有要发的消息。`, private: true }
    const coming: Coming[] = []
    for (const { at, place, body } of meant)
      coming.push({ at, to: await nameOf(turn, place), line: messageSaid(body) })
    const card = foreseenCard({ title, coming, cut, named: all !== null }, turn)
    return { line: `${title}：${meant.length}条`, card, private: true }
  },
})

async function nameOf({ store, directory }: Spoken, place: string): Promise<string> {
  const chat = chatOf(place)
  if (chat === undefined) return directory.name(personOf(place) ?? null)
  return (await store.chats.get(chat))?.name ?? '群'
}
