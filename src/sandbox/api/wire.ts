/** A message as the API gives it back (im/v1/messages). */
import { components, isNode } from '../card-tree.ts'
import type { StoredMessage } from '../messages.ts'
import type { World } from '../world.ts'

/** The `data` of create, reply and get. `raw` gives a card as its JSON instead of the platform's rewriting. */
export function wired(world: World, message: StoredMessage, raw = false): Record<string, unknown> {
  const { id, root, parent, thread, mentions } = message
  const gone = message.recalled === true || message.erased === true
  return {
    message_id: id,
    ...(root === undefined ? {} : { root_id: root }),
    ...(parent === undefined ? {} : { parent_id: parent }),
    ...(thread === undefined ? {} : { thread_id: thread }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt),
    deleted: gone,
    updated: message.edits > 0,
    chat_id: message.chat,
    sender: sender(world, message.from),
    body: { content: gone ? 'This message was recalled' : content(message, raw) },
    ...(mentions.length === 0 || gone ? {} : { mentions: mentions.map(wiredMention) }),
  }
}

function sender(world: World, from: string) {
  const tenant_key = world.people.get(from)?.tenant ?? world.tenant
  return from === 'bot' || from === 'system'
    ? { id: world.app.id, id_type: 'app_id', sender_type: 'app', tenant_key }
    : { id: from, id_type: 'open_id', sender_type: 'user', tenant_key }
}

function wiredMention({ key, openId, name, tenant }: StoredMessage['mentions'][number]) {
  return { key, id: openId, id_type: 'open_id', name, tenant_key: tenant }
}

/** A card comes back rewritten: its title, and its texts line by line, never our JSON. */
function content(message: StoredMessage, raw: boolean): string {
  if (message.type !== 'interactive' || raw) return message.content
  const card = JSON.parse(message.content)
  const title = isNode(card.header) && isNode(card.header.title) ? card.header.title.content : ''
  const elements: unknown[] = []
  for (const { node } of components(card.body)) {
    if (node.tag === 'button' && isNode(node.text))
      elements.push([{ tag: 'button', text: node.text.content, type: node.type ?? 'default' }])
    else if (node.tag === 'div' && isNode(node.text))
      elements.push([{ tag: 'text', text: node.text.content }])
    else if (node.tag === 'markdown') elements.push([{ tag: 'text', text: node.content }])
    else if (node.tag === 'hr') elements.push([{ tag: 'hr' }])
  }
  return JSON.stringify({ title, elements })
}
