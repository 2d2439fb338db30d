/** Drawing attention to the bot's own messages: urgent, follow-up bubbles, readers, pins. */
import type { StoredMessage } from '../messages.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import { type Call, type Endpoint, page, text, texts } from './endpoint.ts'
import { within } from './reach.ts'

const FOLLOW_UP = 600_000
const READABLE = 7 * 86_400_000

/** urgent_app, push_follow_up, read_users, pins (feishu-platform.md 4.4). */
export const attention: Endpoint[] = [
  {
    method: 'PATCH',
    path: 'im/v1/messages/:id/urgent_app',
    title: '应用内加急',
    writes: true,
    run: (world, call) => {
      const message = own(world, call)
      const type = call.query('user_id_type') ?? 'open_id'
      const place = world.chats.get(message.chat)!
      const wrong: string[] = []
      for (const id of texts(call.body, 'user_id_list', 200)) {
        const person = world.people.find(type, id)
        if (!person || !place.members.has(person.openId)) wrong.push(id)
        else noted(world, message, 'urgent', person.openId)
      }
      return { invalid_user_id_list: wrong }
    },
  },
  {
    method: 'POST',
    path: 'im/v1/messages/:id/push_follow_up',
    title: '推送跟随气泡',
    writes: true,
    run: (world, call) => {
      if (world.faults.strikes('no-bubbles'))
        throw new Refusal(99991672, 'follow-up bubbles are not granted')
      const message = own(world, call)
      const { follow_ups: bubbles } = call.body
      if (!Array.isArray(bubbles) || bubbles.length < 1 || bubbles.length > 3)
        throw new Refusal(99992402, 'follow_ups must be a list of 1 to 3 bubbles')
      for (const bubble of bubbles)
        if (text(bubble ?? {}, 'content').length > 200)
          throw new Refusal(99992402, 'a bubble holds at most 200 characters')
      const place = world.chats.get(message.chat)!
      if (place.kind !== 'private') throw new Refusal(230001, 'only in a private chat')
      if (world.messages.of(place.id).at(-1) !== message)
        throw new Refusal(230001, 'only under the latest message')
      if (world.clock.now() - message.at > FOLLOW_UP)
        throw new Refusal(230001, 'the message is older than 600 seconds')
      noted(world, message, 'follow-up', [...place.members][0])
      return {}
    },
  },
  {
    method: 'GET',
    path: 'im/v1/messages/:id/read_users',
    title: '读取已读名单',
    run: (world, call) => {
      const message = own(world, call)
      if (world.clock.now() - message.at > READABLE)
        throw new Refusal(230001, 'the message is older than 7 days')
      const { items, ...more } = page(Object.entries(message.reads), call, 20, 100)
      const user_id_type = call.query('user_id_type') ?? 'open_id'
      return {
        ...more,
        items: items.map(([openId, at]) => {
          const person = world.people.get(openId)!
          const user_id = user_id_type === 'union_id' ? person.unionId : openId
          return { user_id_type, user_id, timestamp: String(at), tenant_key: person.tenant }
        }),
      }
    },
  },
  {
    method: 'POST',
    path: 'im/v1/pins',
    title: '置顶消息',
    writes: true,
    run: (world, call) => {
      const message = within(world, text(call.body, 'message_id'))
      if (!world.pins.has(message.id)) {
        world.pins.set(message.id, world.clock.now())
        noted(world, message, 'pin')
      }
      return { pin: pin(world, message) }
    },
  },
  {
    method: 'DELETE',
    path: 'im/v1/pins/:id',
    title: '取消置顶',
    writes: true,
    run: (world, call) => {
      const message = within(world, call.part('id'))
      if (world.pins.delete(message.id)) noted(world, message, 'unpin')
      return {}
    },
  },
  {
    method: 'GET',
    path: 'im/v1/pins',
    title: '读取置顶消息',
    run: (world, call) => {
      const pinned = [...world.pins.keys()]
        .map((id) => world.messages.get(id)!)
        .filter(({ chat }) => chat === call.query('chat_id'))
      const { items, ...more } = page(pinned, call, 20, 50)
      return { ...more, items: items.map((message) => pin(world, message)) }
    },
  },
]

function own(world: World, call: Call): StoredMessage {
  const message = within(world, call.part('id'))
  if (message.from !== 'bot') throw new Refusal(230001, 'the message was not sent by this bot')
  return message
}

function pin(world: World, message: StoredMessage) {
  return {
    message_id: message.id,
    chat_id: message.chat,
    operator_id: world.app.id,
    operator_id_type: 'app_id',
    create_time: String(world.pins.get(message.id)),
  }
}

function noted(
  world: World,
  { id, chat }: StoredMessage,
  kind: 'urgent' | 'follow-up' | 'pin' | 'unpin',
  to?: string,
): void {
  const at = world.clock.now()
  world.effects.push({ kind, message: id, chat, at, ...(to === undefined ? {} : { to }) })
}
