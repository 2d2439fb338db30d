/** 特急, with its reason: the one word that lets messages leave outside the window (decisions.md "Sending window"). */
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

/** The word alone, at the beginning or behind a break: 特急件 and 特急情况 in a title are not it. */
const URGENT =
  /(?:^|[\s,;:。])特急(?=$|[\s,;:。因])[\s,;:]*(?:(?:因为?|理由:?)\s*([^\s,;。]+))?[\s,;。]*/u

/** Why it is 特急; an empty text where no reason is given, nothing where it is not said. */
export const urgency: Slot<string | null> = {
  label: '特急的理由',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = URGENT.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const end = from + hit.index + hit[0].length
    const at = hit[1] === undefined ? end : from + hit.index + hit[0].indexOf(hit[1])
    const value = hit[1] === undefined ? '' : wordsIn(sentence, at, at + hit[1].length)
    return { value, span: [from + hit.index, end] }
  },
  absent: () => null,
}

/** 仍要交办, at the end: the answer to the question whether two matters are the same. */
export const anyway: Slot<'仍要交办' | null> = {
  label: '仍要交办',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:^|[\s,])仍要交办\s*$/u.exec(sentence.folded.slice(from, to))
    return hit === null ? undefined : { value: '仍要交办', span: [from + hit.index, to] }
  },
  absent: () => null,
}
