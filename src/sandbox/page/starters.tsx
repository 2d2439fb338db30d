import type { Chat } from '../protocol.ts'
import { placeName } from './chats.ts'
import { startDraft } from './drafts.ts'
import { written } from './mentions.ts'
import { toast } from './toast.tsx'
import { chatFor } from './tries.tsx'
import { act } from './wire.ts'
import type { World } from './world.ts'

/** The sentences suggested to this person in this chat; a tap writes one into the composer. */
export function Chips({ world, as, chat }: { world: World; as: string; chat: Chat }) {
  const name = placeName(chat)
  const here = world.tries.filter((one) => one.as === as && chatFor(world, one).id === chat.id)
  if (here.length === 0) return null
  return (
    <ul class="chips" aria-label="试一试">
      {here.map((one) => {
        const text = written(world, chat, one.say)
        return (
          <li key={one.say}>
            <button
              type="button"
              class="chip"
              title={one.why}
              onClick={() => startDraft(as, name, { text })}
            >
              {text}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The bot's menu at the foot of the private chat. */
export function Menu({ world, as }: { world: World; as: string }) {
  if (world.menu.length === 0) return null
  const tap = async (key: string) => {
    const answer = await act('menu', { as, key })
    if (!answer.ok) toast('error', answer.error)
  }
  return (
    <ul class="menu" aria-label="机器人菜单">
      {world.menu.map(({ label, key }) => (
        <li key={key}>
          <button type="button" class="menu-item" onClick={() => tap(key)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
