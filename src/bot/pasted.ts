/** A paper that is pasted behind a word: longer than any sentence, and none of its lines is one. */
import type { Registry } from './registry.ts'
import type { Sentence } from './sentence.ts'
import { understand } from './understand.ts'

/** Longest sentence that is read at all. */
const LONGEST = 4000
/** Longest paper. */
const LONGEST_PASTED = 30_000
/** What a sentence wants stands in its beginning. */
const HEAD = 200

/** Whether it begins with a word behind which a whole paper may stand. */
export function takesPasted(sentence: Sentence, registry: Registry): boolean {
  const wanted = understand({ ...sentence, folded: sentence.folded.slice(0, HEAD) }, registry)
  return wanted.kind === 'command' && wanted.command.pasted
}

/** Whether it is too long to be read. */
export const isTooLong = (sentence: Sentence, registry: Registry): boolean =>
  sentence.raw.length > LONGEST &&
  (sentence.raw.length > LONGEST_PASTED || !takesPasted(sentence, registry))
