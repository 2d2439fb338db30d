/** 跟随气泡: ordinary sentences under an answer in private; a tap on one sends it as if typed (language.md section 1). */

/** What an answer offers by its words; kept beside them, so that no bubble offers what was not said. */
const OFFERS_UNDO = '可说“撤销”'

/**
 * The sentences that fit an answer of plain lines, three at most. A card has buttons of its own and gets none; so has a
 * refusal with whole sentences to try, and its samples name some other matter and are never to be tapped.
 */
export function bubblesUnder(lines: string[], seen: number | undefined): string[] {
  const undo = lines.some((line) => line.includes(OFFERS_UNDO)) ? ['撤销'] : []
  return seen === undefined ? undo : ['待办', `查 ${seen}`, ...undo]
}
