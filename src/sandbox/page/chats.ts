import type { Chat, Message } from '../protocol.ts'
import type { World } from './world.ts'

/** Who looks at what: an open_id, and a group's id or `bot` for his private chat. */
export interface Place {
  as: string
  chat: string
}

/** The person's private chat with the bot; before the first word it exists only here, under the id `bot`. */
export function privateChat(world: World, as: string): Chat {
  for (const chat of world.chats.values())
    if (chat.kind === 'private' && chat.members.includes(as)) return chat
  return { id: 'bot', kind: 'private', name: world.bot.name, members: [as] }
}

/** The chats a person has: the private one first, then his groups, the liveliest first. */
export function chatsOf(world: World, as: string): Chat[] {
  const groups = [...world.chats.values()].filter(
    (chat) => chat.kind === 'group' && chat.members.includes(as),
  )
  const lastAt = (chat: Chat) => lastOf(world, chat, as)?.at ?? 0
  groups.sort((a, b) => lastAt(b) - lastAt(a) || a.name.localeCompare(b.name, 'zh-CN'))
  return [privateChat(world, as), ...groups]
}

/** The chat of a place; undefined when the person is not (or no longer) in it. */
export function chatOf(world: World, place: Place): Chat | undefined {
  if (place.chat === 'bot') return privateChat(world, place.as)
  const chat = world.chats.get(place.chat)
  return chat?.members.includes(place.as) ? chat : undefined
}

/** How a chat is named in a place and in what the page sends: private chats are all called `bot`. */
export function placeName(chat: Chat): string {
  return chat.kind === 'private' ? 'bot' : chat.id
}

const NONE: Message[] = []

/** What a person sees in a chat, oldest first; messages shown to one person only are left out for the others. */
export function messagesFor(world: World, chat: Chat, as: string): Message[] {
  const all = world.messages.get(chat.id) ?? NONE
  const hidden = (message: Message) => message.onlyFor !== undefined && message.onlyFor !== as
  return all.some(hidden) ? all.filter((message) => !hidden(message)) : all
}

/** The newest message a person sees in a chat. */
export function lastOf(world: World, chat: Chat, as: string): Message | undefined {
  return messagesFor(world, chat, as).at(-1)
}

/** A person's name, the bot's name, or a calm word for somebody unknown. */
export function nameOf(world: World, id: string): string {
  if (id === 'bot' || id === world.bot.openId) return world.bot.name
  return world.people.get(id)?.name ?? '未知用户'
}
