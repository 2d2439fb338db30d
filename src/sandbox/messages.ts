/** Everything that was said, by id and by place, in the order of time. */
import type { Mention } from './mentions.ts'

/** One emoji of one person on a message. */
export interface Reaction {
  id: string
  emoji: string
  /** open_id, or 'bot'. */
  by: string
  at: number
}

/** A message as the platform keeps it. */
export interface StoredMessage {
  id: string
  chat: string
  /** open_id, 'bot', or 'system' for the street's own lines. */
  from: string
  at: number
  updatedAt: number
  /** msg_type on the wire. */
  type: string
  /** content on the wire: a JSON string. */
  content: string
  mentions: Mention[]
  parent?: string
  root?: string
  thread?: string
  recalled?: boolean
  /** Removed by the platform itself: 230110. */
  erased?: boolean
  edits: number
  /** A card that only this person sees: it cannot be fetched or patched. */
  onlyFor?: string
  reactions: Reaction[]
  /** When each reader read it. */
  reads: Record<string, number>
}

/** The ledger of messages; adding and finding do not slow down as it grows. */
export class Messages {
  readonly #byId = new Map<string, StoredMessage>()
  readonly #byChat = new Map<string, StoredMessage[]>()
  readonly #threads = new Map<string, string>()

  add(message: StoredMessage): void {
    this.#byId.set(message.id, message)
    if (message.thread !== undefined) this.#threads.set(message.thread, message.chat)
    const line = this.#byChat.get(message.chat) ?? []
    if (line.length === 0) this.#byChat.set(message.chat, line)
    let at = line.length
    while (at > 0 && line[at - 1]!.at > message.at) at -= 1
    line.splice(at, 0, message)
  }

  get(id: string): StoredMessage | undefined {
    return this.#byId.get(id)
  }

  /** The messages of one place, oldest first; not a copy. */
  of(chat: string): readonly StoredMessage[] {
    return this.#byChat.get(chat) ?? []
  }

  /** The messages of one place from an instant up to, not including, another; a copy. */
  between(chat: string, from: number, to: number): StoredMessage[] {
    const line = this.of(chat)
    return line.slice(firstAt(line, from), firstAt(line, to))
  }

  /** The place a thread is in. */
  chatOfThread(thread: string): string | undefined {
    return this.#threads.get(thread)
  }

  all(): StoredMessage[] {
    return [...this.#byId.values()]
  }
}

/** The card a message carries, read from its content. */
export function cardOf(message: StoredMessage): unknown {
  return message.type === 'interactive' ? JSON.parse(message.content) : undefined
}

/** The position of the first message at or after an instant, by halving. */
function firstAt(line: readonly StoredMessage[], at: number): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (line[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}
