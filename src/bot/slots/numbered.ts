/** The number of a line in a list of the office's: 3, 第3条. */
import { Declined } from '../../domain/declined.ts'
import type { Slot } from '../slot.ts'

/** A hole for such a number; `list` is the sentence that shows them. */
export const numbered = (label: string, list: string): Slot<number> => ({
  label,
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = /^(?:第|#)?\s?(\d{1,6})\s?(?:条|号|#)?(?!\d)/.exec(sentence.folded.slice(from, to))
    return hit ? { value: Number(hit[1]), span: [from, from + hit[0].length] } : undefined
  },
  absent: () => {
    throw new Declined('E-SAY-1', `还缺：${label}。`, [list])
  },
})
