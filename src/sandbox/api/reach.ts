/** Whether the bot may speak to a person or in a place, and the messages it may touch. */
import type { Place } from '../chats.ts'
import type { StoredMessage } from '../messages.ts'
import type { Resident } from '../people.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'

/** The private chat with somebody. Throws 230038, 230029, 230013, 230053 where the bot cannot reach him. */
export function reachPerson(world: World, person: Resident): Place {
  if (person.tenant !== world.tenant) throw new Refusal(230038)
  if (person.reach === 'resigned') throw new Refusal(230029)
  if (person.reach === 'out-of-scope' || world.faults.strikes('unreachable'))
    throw new Refusal(230013)
  if (person.reach === 'bot-off') throw new Refusal(230053)
  return world.chats.private(person.openId, person.name, () => `oc_${world.ids.hex()}`)
}

/** A group the bot may speak in. Throws 232009, 230002, 230035. */
function reachGroup(world: World, place: Place): Place {
  if (place.dissolved) throw new Refusal(232009)
  if (!place.botIn) throw new Refusal(230002)
  if (place.muted) throw new Refusal(230035)
  if (world.faults.strikes('group-rate-limit')) throw new Refusal(230020)
  return place
}

/** The place of a message or chat id, when the bot may speak there. */
export function reachPlace(world: World, id: string): Place {
  const place = world.chats.get(id)
  if (!place) throw new Refusal(230034)
  const person =
    place.kind === 'private' ? world.people.get([...place.members][0] ?? '') : undefined
  return person ? reachPerson(world, person) : reachGroup(world, place)
}

/** A message that can be replied to or changed. Throws 231003 unknown, 230110 deleted, 230011 recalled. */
export function standing(world: World, id: string): StoredMessage {
  const message = world.messages.get(id)
  if (!message) throw new Refusal(231003)
  if (message.erased) throw new Refusal(230110)
  if (message.recalled) throw new Refusal(230011)
  return message
}

/** A standing message of a place the bot is in. Throws 230002 where it is not. */
export function within(world: World, id: string): StoredMessage {
  const message = standing(world, id)
  const place = world.chats.get(message.chat)
  if (place?.dissolved) throw new Refusal(232009)
  if (!place?.botIn) throw new Refusal(230002)
  return message
}
