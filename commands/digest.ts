/** 简报: today's page now, as it comes at 8:20. */

import { gatherDigest } from '../src/bot/gather.ts'
import { command, either, heads, leaders } from '../src/bot/index.ts'
import { isSilent } from '../src/domain/digest.ts'
import { digestCard } from '../src/views/digest.ts'

export default command({
  name: '简报',
  about: '查看',
  summary: '看今天的督办简报',
  says: [''],
  slots: {},
  who: either(leaders, heads),
  examples: ['简报'],
  async run(turn) {
    const digest = await gatherDigest(turn, turn.actor)
    if (isSilent(digest)) return { line: '今天没有需要您关注的事项。', private: true }
    return { line: '今天的简报', card: digestCard(digest, turn), private: true }
  },
})
