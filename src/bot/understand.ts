/** From words to a command: the first word decides, whole words only; 没/未/不 vetoes, and a question does nothing. */
import { openingOf, pleads, softenedBy } from './courtesy.ts'
import { askedIn } from './question.ts'
import type { Hit, Registry } from './registry.ts'
import type { Sentence } from './sentence.ts'
import { nearWord } from './suggest.ts'

export type Wanted =
  | ({
      kind: 'command'
      /** The next word stands right behind the command's: it must be one of the holes, or 报告 would be 报. */
      glued: boolean
      /** It began with 请 or the like. */
      pleads: boolean
    } & Hit)
  /** Asks about something that the command would change. */
  | ({
      kind: 'question'
      /** What it asks about ends here. */
      until: number
    } & Hit)
  /** Fits nothing; one clear candidate, if there is one. */
  | { kind: 'none'; near: string | undefined }
  /** The verb is denied: nothing is done. */
  | { kind: 'denied'; word: string }

/** What a sentence wants. */
export function understand(sentence: Sentence, registry: Registry): Wanted {
  const { folded } = sentence
  const found = firstWord(folded, registry)
  if (!found) {
    // To somebody who says that a thing is not done no command is offered.
    const denies = /[没未不别勿]/.test(folded)
    const harmless = (word: string) => registry.find(word)?.command.changes === false
    const near = denies ? undefined : nearWord(folded, registry.words, harmless)
    return { kind: 'none', near }
  }
  const { hit, opening } = found
  const after = folded.slice(hit.rest)
  const { changes, asks } = hit.command
  const asking = changes && !asks ? askedIn(after) : undefined
  if (asking) {
    const until = folded.length - asking.before
    return { ...hit, kind: 'question', rest: hit.rest + asking.after, until }
  }
  if (changes && !asks && /^(?:没|未|不|别|勿|莫)/.test(after))
    return { kind: 'denied', word: hit.word }
  const rest = hit.rest + softenedBy(after)
  const glued = hit.trailing === true || (!hit.bare && /^\p{Script=Han}/u.test(folded.slice(rest)))
  return { ...hit, kind: 'command', rest, glued, pleads: pleads(opening) }
}

/** The command's word at the beginning, behind any courtesies. */
function firstWord(folded: string, registry: Registry): { hit: Hit; opening: string } | undefined {
  for (let at = 0; ; ) {
    const hit = registry.find(folded.slice(at))
    if (hit?.trailing) {
      const more = openingOf(folded.slice(at))
      if (more > 0) {
        at += more
        continue
      }
    }
    if (hit) return { hit: { ...hit, rest: hit.rest + at }, opening: folded.slice(0, at) }
    const more = openingOf(folded.slice(at))
    if (more === 0) return undefined
    at += more
  }
}
