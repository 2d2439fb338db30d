/** Comings and goings: the bot and people enter groups and leave them, groups are dissolved. */
import { chatSeen, type Place } from './chats.ts'
import { moved } from './events.ts'
import { isExternal } from './external.ts'
import type { Outbound } from './outbound.ts'
import type { Resident } from './people.ts'
import { post } from './posting.ts'
import type { World } from './world.ts'

/** What can happen to the membership of a group. */
export type Move = 'bot-added' | 'bot-removed' | 'user-added' | 'user-removed' | 'dissolved'

const TYPES: Record<Move, string> = {
  'bot-added': 'im.chat.member.bot.added_v1',
  'bot-removed': 'im.chat.member.bot.deleted_v1',
  'user-added': 'im.chat.member.user.added_v1',
  'user-removed': 'im.chat.member.user.deleted_v1',
  dissolved: 'im.chat.disbanded_v1',
}

/**
 * Makes a move in a group and tells the bot where it is there to hear. `operator` is who did it, by default the
 * group's first member; `who` is the person added or removed. Gives the status of the push.
 */
export async function move(
  world: World,
  outbound: Outbound,
  what: Move,
  chat: string,
  who?: string,
  operator?: string,
): Promise<number> {
  const place = world.chats.get(chat)
  if (place?.kind !== 'group') throw new Error(`没有这个群：${chat}`)
  const by = world.people.get(operator ?? [...place.members][0] ?? who ?? '')
  if (!by) throw new Error(`${place.name} 里没有人，请说明由谁操作`)
  const person = who === undefined ? undefined : world.people.get(who)
  if (what.startsWith('user') && !person) throw new Error(`街上没有这个人：${who}`)
  const heard = place.botIn || what === 'bot-added'
  post(world, {
    chat,
    from: 'system',
    type: 'system',
    content: JSON.stringify({ text: apply(world, place, what, person) }),
    mentions: [],
  })
  world.stream.push(() => ({ type: 'chat', chat: chatSeen(place) }))
  if (!heard) return 0
  return outbound.event(TYPES[what], moved(place, isExternal(world, place), by, person && [person]))
}

/** Changes the place and gives the line shown in it. */
function apply(world: World, place: Place, what: Move, person: Resident | undefined): string {
  switch (what) {
    case 'bot-added':
      place.botIn = true
      return `${world.bot.name} 已加入群聊`
    case 'bot-removed':
      place.botIn = false
      return `${world.bot.name} 已被移出群聊`
    case 'user-added':
      place.members.add(person!.openId)
      return `${person!.name} 已加入群聊`
    case 'user-removed':
      place.members.delete(person!.openId)
      return `${person!.name} 已被移出群聊`
    case 'dissolved':
      place.dissolved = true
      return '群聊已解散'
  }
}
