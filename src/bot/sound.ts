/** How a text sounds: its syllables in pinyin without tones. */
import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

/** The syllables of a text; what is not Chinese stands as typed. */
export function syllablesOf(text: string): readonly string[] {
  let sounds = known.get(text)
  if (sounds === undefined) {
    sounds = pinyin(text, { toneType: 'none', type: 'array' })
    if (known.size > 2000) known.clear()
    known.set(text, sounds)
  }
  return sounds
}
