/** 方案: what stands behind `方案：` up to the end; its dates are the plan's, not the sentence's. */
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

/** The words of a plan, or nothing. */
export const plan: Slot<string | null> = {
  label: '方案',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:^|[\s,;。(])(?:工作|推进|实施)?方案\s*(?::|\s)\s*(\S.*)$/su.exec(
      sentence.folded.slice(from, to),
    )
    if (!hit) return undefined
    const start = to - hit[1]!.length
    const value = wordsIn(sentence, start, to).replace(/[。\s]+$/u, '')
    return value ? { value, span: [from + hit.index, to] } : undefined
  },
  absent: () => null,
}
