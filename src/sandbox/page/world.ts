import type { Chat, Message, Person, Push, State } from '../protocol.ts'

/** What the page knows of the practice ground, arranged for drawing. */
export interface World extends Omit<State, 'people' | 'chats' | 'messages'> {
  people: Map<string, Person>
  chats: Map<string, Chat>
  /** By chat id, oldest first. */
  messages: Map<string, Message[]>
  turning: boolean
  /** performance.now() at the moment `now` was true, so that the clock can run on between pushes. */
  heardAt: number
}

/** The inspector keeps this many lines. */
const TRACES = 500

/** Arranges a fetched state; `heardAt` is performance.now() on arrival. */
export function worldOf(state: State, heardAt: number): World {
  const messages = new Map<string, Message[]>()
  for (const message of state.messages) {
    const list = messages.get(message.chat)
    if (list) list.push(message)
    else messages.set(message.chat, [message])
  }
  for (const list of messages.values()) list.sort((a, b) => a.at - b.at)
  return {
    ...state,
    people: new Map(state.people.map((person) => [person.openId, person])),
    chats: new Map(state.chats.map((chat) => [chat.id, chat])),
    messages,
    traces: state.traces.slice(-TRACES),
    turning: false,
    heardAt,
  }
}

/** The world after one push of the stream; what it does not touch stays the same object. */
export function afterPush(world: World, push: Push, heardAt: number): World {
  switch (push.type) {
    case 'message':
      return { ...world, messages: placed(world.messages, push.message) }
    case 'chat':
      return { ...world, chats: new Map(world.chats).set(push.chat.id, push.chat) }
    case 'clock':
      return { ...world, now: push.now, turning: push.turning, heardAt }
    case 'trace': {
      const others = world.traces.filter((trace) => trace.id !== push.trace.id)
      return { ...world, traces: [...others, push.trace].slice(-TRACES) }
    }
    case 'faults':
      return { ...world, faults: push.faults }
    case 'toast':
      return world
  }
}

/** A message with a known id replaces the old one (edited, recalled, a new card); others go in by time. */
function placed(messages: Map<string, Message[]>, message: Message): Map<string, Message[]> {
  const list = messages.get(message.chat) ?? []
  const known = list.findIndex((other) => other.id === message.id)
  const next = [...list]
  if (known >= 0) next[known] = message
  else {
    const later = list.findIndex((other) => other.at > message.at)
    next.splice(later < 0 ? list.length : later, 0, message)
  }
  return new Map(messages).set(message.chat, next)
}
