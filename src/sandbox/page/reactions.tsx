import type { Message } from '../protocol.ts'
import { nameOf } from './chats.ts'
import { toast } from './toast.tsx'
import { act } from './wire.ts'
import type { World } from './world.ts'

/** The reactions the page offers, by the platform's names. */
export const REACTIONS = [
  { emoji: 'OK', label: '👌 OK' },
  { emoji: 'THUMBSUP', label: '👍' },
  { emoji: 'DONE', label: 'DONE' },
]

/** How a reaction is shown; an unknown one by its name. */
function labelOf(emoji: string): string {
  return REACTIONS.find((one) => one.emoji === emoji)?.label ?? emoji
}

/** Puts a person's reaction on a message, or takes it off. */
export async function react(as: string, message: Message, emoji: string): Promise<void> {
  const mine = message.reactions.some((one) => one.emoji === emoji && one.by.includes(as))
  const answer = await act('react', { as, message: message.id, emoji, remove: mine })
  if (!answer.ok) toast('error', answer.error)
}

/** The reactions below a message, with the names of those who gave them. */
export function Reactions({ world, as, message }: { world: World; as: string; message: Message }) {
  const given = message.reactions.filter((one) => one.by.length > 0)
  if (given.length === 0) return null
  return (
    <div class="reactions">
      {given.map(({ emoji, by }) => (
        <button
          key={emoji}
          type="button"
          class={`reaction ${by.includes(as) ? 'reaction-own' : ''}`}
          aria-pressed={by.includes(as)}
          onClick={() => react(as, message, emoji)}
        >
          {labelOf(emoji)}
          <span class="reaction-who">{by.map((id) => nameOf(world, id)).join('、')}</span>
        </button>
      ))}
    </div>
  )
}
