/** 待报: returns that are owed, above a list of matters. */
import { button, buttons, hr, text } from '../card/build.ts'
import type { Element } from '../card/types.ts'

/** A line each with its tap; nothing where nothing is owed. */
export const owedAbove = (
  owed: readonly { line: string; label: string; say: string }[],
): Element[] =>
  owed.length === 0
    ? []
    : [
        ...owed
          .slice(0, 5)
          .flatMap(({ line, label, say }) => [text(line), buttons([button({ text: label, say })])]),
        hr(),
      ]
