/** A message in one line: what it says on top, or its card's title. */
import type { Card } from '../card/types.ts'

/** The line of a letter's body. */
export function messageSaid(body: unknown): string {
  const { line, content } = body as { line?: string; content?: { card?: Card; lines?: string[] } }
  if (line) return line
  const { card, lines } = content ?? {}
  return card?.config?.summary?.content ?? card?.header?.title.content ?? lines?.join('；') ?? ''
}
