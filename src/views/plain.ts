/** A card as plain lines, for the rare time that the platform refuses the card. */
import type { Card } from '../card/types.ts'

/** The words of a card, top to bottom, without its buttons and fields. */
export function plainer(card: Card): string[] {
  const lines = [card.header?.title.content ?? '']
  collect(card.body?.elements, lines)
  return lines.filter((line) => line).slice(0, 40)
}

function collect(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) for (const one of node) collect(one, lines)
  else if (node && typeof node === 'object') {
    const { tag, text, elements, columns } = node as Record<string, unknown>
    if (tag === 'button' || tag === 'input') return
    const content = (text as { content?: unknown } | undefined)?.content
    if (typeof content === 'string') lines.push(...content.split('\n'))
    collect(elements, lines)
    collect(columns, lines)
  }
}
