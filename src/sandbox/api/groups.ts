/** Groups and their members: im/v1/chats. */
import type { Place } from '../chats.ts'
import { isExternal } from '../external.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import { type Call, type Endpoint, page, texts } from './endpoint.ts'

/** List, get, members, is_in_chat. Only groups the bot is in are listed; members leave bots out. */
export const groups: Endpoint[] = [
  {
    method: 'GET',
    path: 'im/v1/chats',
    title: '读取机器人所在的群',
    run: (world, call) => {
      const mine = world.chats
        .all()
        .filter(({ kind, botIn, dissolved }) => kind === 'group' && botIn && !dissolved)
      const { items, ...more } = page(mine, call, 20, 100)
      return {
        ...more,
        items: items.map((place) => ({ chat_id: place.id, ...facts(world, place) })),
      }
    },
  },
  {
    method: 'GET',
    path: 'im/v1/chats/:id',
    title: '读取会话信息',
    run: (world, call) => {
      const place = inside(world, call)
      return {
        ...facts(world, place),
        chat_mode: place.kind === 'private' ? 'p2p' : 'group',
        chat_type: 'private',
        user_count: String(place.members.size),
        bot_count: '1',
        moderation_permission: place.muted ? 'only_owner' : 'all_members',
        at_all_permission: place.mentionsAll ? 'all_members' : 'only_owner',
      }
    },
  },
  {
    method: 'GET',
    path: 'im/v1/chats/:id/members',
    title: '读取群成员',
    run: (world, call) => {
      const type = call.query('member_id_type') ?? 'open_id'
      const members = [...inside(world, call).members].map((openId) => world.people.get(openId)!)
      const { items, ...more } = page(members, call, 20, 100)
      return {
        ...more,
        member_total: members.length,
        items: items.map(({ openId, unionId, name, tenant }) => ({
          member_id_type: type,
          member_id: type === 'union_id' ? unionId : openId,
          name,
          tenant_key: tenant,
        })),
      }
    },
  },
  {
    method: 'DELETE',
    path: 'im/v1/chats/:id/members',
    title: '移出群成员',
    run: (world, call) => {
      const place = inside(world, call)
      if (call.query('member_id_type') !== 'app_id')
        throw new Refusal(99992402, 'only the bot itself')
      // Who is not this app is told as not removed; the others stay.
      const asked = texts(call.body, 'id_list', 5)
      const own = asked.filter((id) => id === world.app.id)
      if (own.length > 0) place.botIn = false
      return { invalid_id_list: asked.filter((id) => id !== world.app.id) }
    },
  },
  {
    method: 'GET',
    path: 'im/v1/chats/:id/members/is_in_chat',
    title: '查询是否在群里',
    run: (world, call) => ({ is_in_chat: known(world, call).botIn }),
  },
]

function facts(world: World, place: Place) {
  const { name, dissolved } = place
  return {
    avatar: '',
    name,
    description: '',
    external: isExternal(world, place),
    tenant_key: world.tenant,
    chat_status: dissolved ? 'dissolved' : 'normal',
  }
}

function known(world: World, call: Call): Place {
  const place = world.chats.get(call.part('id'))
  if (!place) throw new Refusal(232006)
  if (place.dissolved) throw new Refusal(232009)
  return place
}

function inside(world: World, call: Call): Place {
  const place = known(world, call)
  if (!place.botIn) throw new Refusal(232011)
  return place
}
