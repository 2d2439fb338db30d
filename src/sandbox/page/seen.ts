import type { Chat } from '../protocol.ts'
import { messagesFor } from './chats.ts'
import { signal } from './signal.ts'
import type { World } from './world.ts'

const KEY = 'duban-seen'

/** What was read: per person and chat the time of the newest message seen; `from` holds for all others. */
interface Seen {
  from: number
  until: Record<string, number>
}

/** What has been read in this browser window. */
export const seen = signal<Seen>(read())

/** Everything before the window was opened counts as read; a practice ground that begins anew sets it back. */
export function startReading(now: number): void {
  const { from, until } = seen.get()
  if (from === 0 || from > now) keep({ from: now, until: {} })
  else keep({ from, until })
}

/** Notes that a person has seen a chat up to an instant. */
export function markSeen(as: string, chat: string, at: number): void {
  const { from, until } = seen.get()
  const key = `${as} ${chat}`
  if ((until[key] ?? from) < at) keep({ from, until: { ...until, [key]: at } })
}

/** How many messages of others wait for a person in a chat. */
export function unread(world: World, seen: Seen, as: string, chat: Chat): number {
  const list = messagesFor(world, chat, as)
  const until = seen.until[`${as} ${chat.id}`] ?? seen.from
  let count = 0
  for (let i = list.length - 1; i >= 0; i--) {
    const message = list[i]
    if (!message || message.at <= until) break
    if (message.from !== as && message.type !== 'system') count++
  }
  return count
}

function keep(next: Seen): void {
  seen.set(next)
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing only shows the dots again.
  }
}

function read(): Seen {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Seen | null
    if (kept && typeof kept.from === 'number' && typeof kept.until === 'object') return kept
  } catch {
    // Unreadable: begin anew.
  }
  return { from: 0, until: {} }
}
