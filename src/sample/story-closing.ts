/** How matters came to an end, or back: 办结, 同意, 退回, 销号. */
import { groups } from './chats.ts'
import type { SampleLine } from './story-line.ts'

const { supervision, finance, farming, assets } = groups

/** Numbers 2 and 7 are closed out, 6 came back once, 1 waits for the 督查室. */
export const closing: readonly SampleLine[] = [
  {
    day: -5,
    clock: '16:08',
    as: 'xiongguoan',
    in: 'bot',
    say: '办结 2 疑点已逐条核销，报告已报督查室',
  },
  { day: -4, clock: '9:20', as: 'chenjing', in: supervision, say: '同意 2 优秀' },
  { day: -4, clock: '9:22', as: 'chenjing', in: supervision, say: '销号 2' },
  { day: -4, clock: '16:15', as: 'liudongsheng', in: assets, say: '办结 6 盘活台账已报送' },
  { day: -4, clock: '17:02', as: 'yinjianye', in: farming, say: '办结 7 补贴资金已全部拨付到位' },
  { day: -3, clock: '9:08', as: 'chenjing', in: supervision, say: '退回 6 缺权属证明附件' },
  { day: -3, clock: '9:12', as: 'chenjing', in: supervision, say: '同意 7' },
  { day: -3, clock: '11:30', as: 'shenhuimin', in: 'bot', say: '销号 7' },
  { day: -1, clock: '16:32', as: 'lina', in: finance, say: '办结 1 方案已报送市政府办公室' },
]
