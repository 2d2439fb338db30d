import type { Place } from './chats.ts'
import { signal } from './signal.ts'

const KEY = 'duban-recent'
const KEPT = 6

/** The people one has been lately, the latest first. */
export const recent = signal<string[]>(read())

const lastChats = new Map<string, string>()

/** The chat a person looked at last in this window. */
export function lastChat(as: string): string | undefined {
  return lastChats.get(as)
}

/** Keeps a place as the person's last, and puts him at the head of the recent ones. */
export function remember({ as, chat }: Place): void {
  lastChats.set(as, chat)
  if (recent.get()[0] === as) return
  recent.set([as, ...recent.get().filter((other) => other !== as)].slice(0, KEPT))
  try {
    localStorage.setItem(KEY, JSON.stringify(recent.get()))
  } catch {
    // A browser that keeps nothing only forgets the order.
  }
}

/** The place named by the address, `#ou_…/oc_…` or `#ou_…/bot`. */
export function placeFromHash(): Place | undefined {
  const [as, chat] = location.hash.slice(1).split('/').map(decodeURIComponent)
  return as ? { as, chat: chat || 'bot' } : undefined
}

/** Writes the place into the address without a step in the history for the first one. */
export function placeToHash(place: Place): void {
  const hash = `#${encodeURIComponent(place.as)}/${encodeURIComponent(place.chat)}`
  if (location.hash === hash) return
  if (location.hash) location.hash = hash
  else history.replaceState(null, '', hash)
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
