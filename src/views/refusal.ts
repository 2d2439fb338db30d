/** A refusal or a question back: what was understood, what is missing, and a corrected sentence to tap. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'

const HALF_SAID = 'E-SAY-1'

/** The sentence of a refusal with its code, which docs/refusals.md explains. */
export const refusalLine = (say: string, code: string): string => `${say}（${code}）`

/** Samples to type, and whole sentences to tap; nothing where there is neither. */
export function refusalCard(
  say: string,
  code: string,
  tries: string[],
  choices: { label: string; say: string }[],
): Card | undefined {
  // What is offered for a half-said sentence is a sample: its number is some other matter's.
  const whole = code === HALF_SAID ? [] : tries.filter(isWhole)
  const taps = [...choices, ...whole.map((one) => ({ label: one, say: one }))]
  const samples = tries.filter((one) => !whole.includes(one))
  if (taps.length === 0) return undefined
  return card({
    title: choices.length > 0 ? '请选择' : '没有办成',
    color: 'grey',
    summary: say,
    elements: [
      text(refusalLine(say, code)),
      ...samples.map((one) => note(`例：${one}`)),
      buttons(taps.slice(0, 5).map((tap) => button({ text: tap.label, say: tap.say }))),
    ],
  })
}

/** The same in lines, where nothing is to be tapped. */
export function refusalLines(say: string, code: string, tries: string[]): string[] {
  return [refusalLine(say, code), ...tries.map((one) => `例：${one}`)]
}

/** A word, alone or with a number, is a whole sentence; anything longer is only a sample. */
const isWhole = (sentence: string): boolean => /^\S+( \d+)?$/.test(sentence)
