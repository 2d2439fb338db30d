/** Published samples share one event id: within a run, other content under a known id is another event. */
import { createHash } from 'node:crypto'
import type { Incoming } from '../../bot/message.ts'

/**
 * Gives the key under which an event is heard: its own, or with a mark where that one was another event's. A message
 * is compared by what is said in it, since the platform may push it again under another event id; anything else
 * as it was stored.
 */
export function fingerprints(): (incoming: Incoming, stored: string) => string {
  const known = new Map<string, string>()
  return (incoming, stored) => {
    const { key, at: _, ...said } = incoming
    const what = key.startsWith('msg:') ? JSON.stringify(said) : stored
    const print = createHash('sha256').update(what).digest('hex').slice(0, 16)
    const first = known.get(key) ?? print
    known.set(key, first)
    return first === print ? key : `${key}#${print}`
  }
}
