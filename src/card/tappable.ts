/** A line that is a button as a whole: calm where ten buttons under ten lines would not be. */
import type { Element, InteractiveContainer } from './types.ts'

/** A tap anywhere on it says the sentence. */
export function tappable(say: string, elements: Element[], hint?: string): InteractiveContainer {
  return {
    tag: 'interactive_container',
    width: 'fill',
    behaviors: [{ type: 'callback', value: { say } }],
    ...(hint && { hover_tips: { tag: 'plain_text', content: hint } }),
    elements,
  }
}
