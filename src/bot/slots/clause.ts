/** A clause behind its keyword, up to the next clause: `依据《…》第九条 答复 您的申请……`. */
import { fold, wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

const EDGE = /^[\s，,；;：:、]+|[\s，,；;、]+$/gu

/**
 * What follows the first of the keywords, as far as the next one of the others; nothing when it is not there.
 * A keyword stands apart, or has a colon or a space behind it: 答复：您的申请…, not 已答复过.
 */
export function clause(
  label: string,
  keywords: readonly string[],
  others: readonly string[],
): Slot<string | null> {
  const begins = beginning(keywords)
  const next = beginning(others)
  return {
    label,
    stands: 'anywhere',
    optional: true,
    read({ sentence }, [from, to]) {
      const stretch = sentence.folded.slice(from, to)
      const hit = begins.exec(stretch)
      if (!hit) return undefined
      const start = from + hit.index
      const inside = start + hit[0].length
      const end = next.exec(sentence.folded.slice(inside, to))
      const until = end ? inside + end.index : to
      const value = wordsIn(sentence, inside, until).replace(EDGE, '')
      return fold(value).trim() ? { value, span: [start, until] } : undefined
    },
    absent: () => null,
  }
}

function beginning(words: readonly string[]): RegExp {
  const any = words.join('|')
  return new RegExp(`(?<=^|[\\s,;。])(?:${any})[\\s:,]*|(?:${any})[\\s:]+`, 'u')
}
