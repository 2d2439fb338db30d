/** From words to a command: the first word decides, whole words only, and 没/未/不 vetoes. */
import type { Command } from './command.ts'
import type { Hit, Registry } from './registry.ts'
import type { Sentence } from './sentence.ts'
import { nearWord } from './suggest.ts'

export type Understood =
  | ({ kind: 'command' } & Hit)
  /** Fits nothing; one clear candidate, if there is one. */
  | { kind: 'none'; near: string | undefined }
  /** The verb is denied: nothing is done. */
  | { kind: 'denied'; word: string }

/** What a sentence wants. */
export function understand(sentence: Sentence, registry: Registry): Understood {
  const hit = registry.find(sentence.folded)
  if (!hit) return { kind: 'none', near: nearWord(sentence.folded, registry.words) }
  const after = sentence.folded.slice(hit.rest)
  if (/^\s*(?:不了|没|未|不(?!符|属|合|准)|别|勿|莫)/.test(after) && hit.command.changes)
    return { kind: 'denied', word: hit.word }
  if (!endsThere(after, hit.command)) return { kind: 'none', near: undefined }
  return { kind: 'command', ...hit }
}

/** Whether the word ends where it was found: `报告一下` is not `报`; `报12`, `待办预算科` are. */
function endsThere(after: string, command: Command): boolean {
  if (after === '' || !/^\p{Script=Han}/u.test(after)) return true
  const first = command.says.map((says) => /^\{(\w+)\}/.exec(says)?.[1])
  return first.some((hole) => {
    const slot = hole === undefined ? undefined : command.slots[hole]
    return slot !== undefined && slot.stands === 'at' && slot.label !== '事项编号'
  })
}
