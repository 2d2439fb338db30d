/** The places people talk in: groups, and each person's private chat with the bot. */
import type { Chat } from './protocol.ts'

/** A group or a private chat as the platform keeps it. */
export interface Place {
  id: string
  kind: Chat['kind']
  name: string
  members: Set<string>
  botIn: boolean
  /** Only administrators may speak, and the bot is none: 230035. */
  muted: boolean
  dissolved: boolean
  /** Whether the group lets the bot mention everybody. */
  mentionsAll: boolean
}

/** A place with its members as a list, as a snapshot keeps it. */
export type KeptPlace = Omit<Place, 'members'> & { members: string[] }

/** Every place, by id; a private chat also by its person. */
export class Chats {
  readonly #byId = new Map<string, Place>()
  readonly #byPerson = new Map<string, Place>()

  add(place: Place): Place {
    this.#byId.set(place.id, place)
    if (place.kind === 'private')
      for (const openId of place.members) this.#byPerson.set(openId, place)
    return place
  }

  /** The private chat of somebody with the bot, opened when there is none yet. */
  private(openId: string, name: string, newId: () => string): Place {
    return (
      this.#byPerson.get(openId) ??
      this.add({ ...emptyPlace(newId(), name), kind: 'private', members: new Set([openId]) })
    )
  }

  get(id: string): Place | undefined {
    return this.#byId.get(id)
  }

  all(): Place[] {
    return [...this.#byId.values()]
  }
}

/** A new group with the bot in it and nobody else. */
export function emptyPlace(id: string, name: string): Place {
  return {
    id,
    kind: 'group',
    name,
    members: new Set(),
    botIn: true,
    muted: false,
    dissolved: false,
    mentionsAll: false,
  }
}

/** The place as the chat page lists it. */
export function chatSeen(place: Place): Chat {
  return { id: place.id, kind: place.kind, name: place.name, members: [...place.members] }
}
