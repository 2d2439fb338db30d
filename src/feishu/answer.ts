/** What goes back to the platform in the answer to an event or a tap. */
import type { Heard, Incoming } from '../bot/message.ts'
import type { Card } from '../card/types.ts'

/** The callback's answer (feishu-platform.md 3.2); an event's answer is always empty. */
interface Answer {
  toast?: NonNullable<Heard['toast']>
  card?: { type: 'raw'; data: Card }
}

/** A tap's toast and new card; nothing for any other event. */
export function answerTo(incoming: Incoming, { toast, card }: Heard): Answer {
  if (incoming.kind !== 'tapped') return {}
  return { ...(toast && { toast }), ...(card && { card: { type: 'raw', data: card } }) }
}
