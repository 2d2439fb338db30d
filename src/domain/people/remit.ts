/** 职责明细: who answers for what, in the words clients and colleagues ask by (domain.md ES2). */

/** One word a person answers for: 贴息, 惠企政策. */
export interface Remit {
  person: number
  word: string
}

/** The syllables of a text, tones left out: `贴息` is tie, xi; Latin letters stand as typed. */
export type Syllables = (text: string) => readonly string[]

/** Who was found, the surest first; `sure` when the very words were found and nothing like them. */
export interface Found {
  people: number[]
  sure: boolean
}

/** Who answers for what a text speaks of: by the words themselves, by two neighbouring characters, by the sound. */
export function answerable(text: string, remits: readonly Remit[], syllables: Syllables): Found {
  const said = text.toLowerCase().replace(/[\s“”"「」《》]/g, '')
  if ([...said].length < 2) return { people: [], sure: false }
  for (const [score, sure] of [
    [byWords, true],
    [byPairs, false],
    [bySound(syllables), false],
  ] as const) {
    const people = ranked(said, remits, score)
    if (people.length > 0) return { people, sure }
  }
  return { people: [], sure: false }
}

type Score = (said: string, word: string) => number

function ranked(said: string, remits: readonly Remit[], score: Score): number[] {
  const best = new Map<number, number>()
  for (const { person, word } of remits) {
    const points = score(said, word.toLowerCase())
    if (points > (best.get(person) ?? 0)) best.set(person, points)
  }
  return [...best].sort(([a, x], [b, y]) => y - x || a - b).map(([person]) => person)
}

/** The word stands in what was said, or what was said in the word; a longer word says more. */
const byWords: Score = (said, word) =>
  said.includes(word) || word.includes(said) ? Math.min(said.length, word.length) : 0

/** Neighbouring characters in common: 贴息资金 and 贷款贴息. */
const byPairs: Score = (said, word) => {
  const pairs = pairsOf(word)
  return [...pairsOf(said)].filter((pair) => pairs.has(pair)).length
}

const pairsOf = (text: string): Set<string> => {
  const letters = [...text]
  return new Set(letters.slice(1).map((letter, n) => `${letters[n]}${letter}`))
}

/** The same sound, typed in letters (tiexi, tx) or in other characters (铁西). */
function bySound(syllables: Syllables): Score {
  return (said, word) => {
    const sounds = syllables(word)
    if (/^[a-z]+$/.test(said)) {
      const initials = sounds.map((one) => one[0]).join('')
      if (sounds.join('').startsWith(said) && said.length > 2) return said.length
      return initials === said ? 1 : 0
    }
    return ` ${syllables(said).join(' ')} `.includes(` ${sounds.join(' ')} `) ? sounds.length : 0
  }
}
