/** Building the street: who lives on it, which groups there are, whom the bot reaches, what can be read back. */
import { chatSeen, emptyPlace, type Place } from './chats.ts'
import { cardOf } from './messages.ts'
import type { NewPerson, Reach } from './people.ts'
import { messageSeen, show } from './posting.ts'
import type { Message } from './protocol.ts'
import type { World } from './world.ts'

/** A group to be opened. */
export interface NewChat {
  id: string
  name: string
  members: string[]
  /** Whether the bot is in it from the start; by default it is. */
  botIn?: boolean
  /** Whether the bot may mention everybody; by default it may not. */
  mentionsAll?: boolean
}

/** A card as it stands in a chat now. */
export interface StandingCard {
  message: string
  at: number
  card: unknown
}

/** The street as a place to be furnished and looked at. */
export interface Town {
  /** Enters a person and opens his private chat with the bot. */
  addPerson(person: NewPerson): void
  /** Opens a group; its members must have been entered. Nothing is pushed. */
  addChat(chat: NewChat): void
  /** Whether the bot's private messages reach somebody from now on. */
  setReach(openId: string, reach: Reach): void
  /** Whether a group lets only its administrators speak from now on. */
  setMuted(chat: string, muted: boolean): void
  /** Removes a message as the platform does when it cleans up: calls on it answer 230110. */
  erase(message: string): void
  /** The id of somebody's private chat with the bot. */
  privateChat(openId: string): string
  /** The messages of a chat, oldest first; by chat id, or by open_id for a private chat. */
  messages(chat: string): Message[]
  /** The cards that stand in a chat, oldest first, as they look now. */
  cards(chat: string): StandingCard[]
  /** The card of a message as it looks now; nothing where the message carries none. */
  card(message: string): unknown
}

/** The town over a world. */
export function town(world: World): Town {
  const shown = (place: Place) => world.stream.push(() => ({ type: 'chat', chat: chatSeen(place) }))
  const place = (id: string): Place => {
    const found = id.startsWith('ou_') ? privateOf(world, id) : world.chats.get(id)
    if (!found) throw new Error(`没有这个会话：${id}`)
    return found
  }
  return {
    addPerson(person) {
      world.people.add(person, world.tenant)
      shown(privateOf(world, person.openId))
    },
    addChat({ id, name, members, botIn = true, mentionsAll = false }) {
      const stranger = members.find((openId) => !world.people.get(openId))
      if (stranger !== undefined) throw new Error(`街上没有这个人：${stranger}`)
      const group = { ...emptyPlace(id, name), members: new Set(members), botIn, mentionsAll }
      shown(world.chats.add(group))
    },
    setReach(openId, reach) {
      const person = world.people.get(openId)
      if (!person) throw new Error(`街上没有这个人：${openId}`)
      person.reach = reach
    },
    setMuted(chat, muted) {
      place(chat).muted = muted
    },
    erase(id) {
      const message = world.messages.get(id)
      if (!message) throw new Error(`没有这条消息：${id}`)
      message.erased = true
      show(world, message)
    },
    privateChat: (openId) => privateOf(world, openId).id,
    messages: (chat) => world.messages.of(place(chat).id).map(messageSeen),
    cards: (chat) =>
      world.messages
        .of(place(chat).id)
        .filter(({ type, recalled, erased }) => type === 'interactive' && !recalled && !erased)
        .map((message) => ({ message: message.id, at: message.at, card: cardOf(message) })),
    card: (id) => {
      const message = world.messages.get(id)
      return message && cardOf(message)
    },
  }
}

function privateOf(world: World, openId: string): Place {
  const person = world.people.get(openId)
  if (!person) throw new Error(`街上没有这个人：${openId}`)
  return world.chats.private(openId, person.name, () => `oc_${world.ids.hex()}`)
}
