/** Putting messages into the ledger and showing them: one way in for what people and what the bot say. */
import { named } from './mentions.ts'
import { cardOf, type StoredMessage } from './messages.ts'
import type { Message } from './protocol.ts'
import type { World } from './world.ts'

type Draft = Pick<StoredMessage, 'chat' | 'from' | 'type' | 'content' | 'mentions'> &
  Partial<Pick<StoredMessage, 'parent' | 'root' | 'thread' | 'onlyFor' | 'at'>>

/** Writes a new message down and shows it on the page. */
export function post(world: World, draft: Draft): StoredMessage {
  const at = draft.at ?? world.clock.now()
  const message: StoredMessage = {
    id: `om_${world.ids.hex()}`,
    ...draft,
    at,
    updatedAt: at,
    edits: 0,
    reactions: [],
    reads: {},
  }
  world.messages.add(message)
  show(world, message)
  return message
}

/** Shows a message on the page again, after a change or to undo what the page drew in advance. */
export function show(world: World, message: StoredMessage): void {
  world.stream.push(() => ({ type: 'message', message: messageSeen(message) }))
}

/** Where a reply hangs: its parent, the root of the talk, and the thread if there is one. */
export function under(
  parent: StoredMessage,
  inThread: boolean,
  newThread: () => string,
): Pick<StoredMessage, 'parent' | 'root' | 'thread'> {
  if (inThread) parent.thread ??= newThread()
  return {
    parent: parent.id,
    root: parent.root ?? parent.id,
    ...(parent.thread === undefined ? {} : { thread: parent.thread }),
  }
}

/** The message as the page draws it. */
export function messageSeen(message: StoredMessage): Message {
  const { id, chat, from, at, recalled, erased, edits, parent, thread } = message
  const byEmoji = new Map<string, string[]>()
  for (const { emoji, by } of message.reactions)
    byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), by])
  return {
    id,
    chat,
    from,
    at,
    type: TYPES.has(message.type) ? (message.type as Message['type']) : 'text',
    content: recalled || erased ? '' : contentSeen(message),
    reactions: [...byEmoji].map(([emoji, by]) => ({ emoji, by })),
    ...(parent === undefined ? {} : { replyTo: parent }),
    ...(thread === undefined ? {} : { thread }),
    ...(message.onlyFor === undefined ? {} : { onlyFor: message.onlyFor }),
    ...(recalled || erased ? { recalled: true } : {}),
    ...(edits > 0 ? { edited: true } : {}),
  }
}

const TYPES = new Set(['text', 'post', 'interactive', 'file', 'image', 'system'])

function contentSeen(message: StoredMessage): unknown {
  if (message.type === 'interactive') return cardOf(message)
  const content = JSON.parse(message.content)
  if (message.type === 'text' || message.type === 'system')
    return named(String(content.text), message.mentions)
  if (message.type === 'file') return content.file_name
  if (message.type === 'image') return content.image_key
  if (message.type === 'post') return namedPost(content, message)
  return `[${message.type}]`
}

/** A post with the names of those mentioned in place of their keys. */
function namedPost(
  content: { title?: string; content: { tag: string }[][] },
  message: StoredMessage,
) {
  const names = new Map(message.mentions.map((mention) => [mention.key, mention.name]))
  const lines = content.content.map((line) =>
    line.map((node) => {
      const { tag, user_id: key } = node as { tag: string; user_id?: string }
      return tag === 'at' ? { ...node, user_name: names.get(key ?? '') ?? '所有人' } : node
    }),
  )
  return { title: content.title ?? '', content: lines }
}
