/** One suggestion for a near miss: a slip of one letter, the same sound, or the sound's initials. */
import { distance } from 'fastest-levenshtein'
import { pinyin } from 'pinyin-pro'
import { syllablesOf } from './sound.ts'

/**
 * The one word that was probably meant by the first word of a text. Of two that are as near, as 待办 and 代办 are by
 * their sound, the one that changes nothing; nothing when both or neither do.
 */
export function nearWord(
  text: string,
  words: readonly string[],
  harmless: (word: string) => boolean = () => false,
): string | undefined {
  const first = /^\/?([\p{Script=Han}]{1,6}|[a-z]{2,12})/iu.exec(text.trim())?.[1]?.toLowerCase()
  if (!first) return undefined
  const scored = words
    .map((word) => ({ word, score: nearness(first, word) }))
    .filter(({ score }) => score < 3)
    .sort((a, b) => a.score - b.score)
  const nearest = scored.filter(({ score }) => score === scored[0]?.score).map(({ word }) => word)
  if (nearest.length < 2) return nearest[0]
  const kept = nearest.filter(harmless)
  return kept.length === 1 ? kept[0] : undefined
}

/** 0 the same sound, 1 the initials or a slip of sound, 2 a slip of one character; 3 and more: no. */
function nearness(said: string, word: string): number {
  const latin = /^[a-z]+$/.test(said)
  const sound = soundOf(word)
  if (latin) {
    if (said === sound) return 0
    if (said === initialsOf(word)) return 1
    return said.length > 4 && distance(said, sound) === 1 ? 2 : 3
  }
  for (const length of [word.length, word.length + 1, word.length - 1]) {
    if (length < 2 || said.length < length) continue
    const part = said.slice(0, length)
    if (length === word.length && soundOf(part) === sound) return 0
    if (distance(part, word) > 1 || word.length < 2) continue
    // Half of a word of two is changed by one slip: then at least it must sound alike, or 好的 were 我的.
    if (word.length > 2 || initialsOf(part) === initialsOf(word)) return 2
  }
  return 3
}

const soundOf = (text: string): string => syllablesOf(text).join('')

const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('')

/** Whether two words of the same length sound the same. */
export const soundsLike = (said: string, word: string): boolean =>
  said.length === word.length && soundOf(said) === soundOf(word)

/** Whether one character of a word is another one. */
export const slipOf = (said: string, word: string): boolean =>
  said.length === word.length && distance(said, word) === 1
