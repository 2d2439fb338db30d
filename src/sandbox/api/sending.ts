/** Sending and replying: im/v1/messages (feishu-platform.md 4.1). */
import type { Place } from '../chats.ts'
import { readContent } from '../content.ts'
import { post, under } from '../posting.ts'
import { Refusal } from '../refusals.ts'
import { UUID_LENGTH } from '../uuids.ts'
import type { World } from '../world.ts'
import { type Call, type Endpoint, text } from './endpoint.ts'
import { reachPerson, reachPlace, standing } from './reach.ts'
import { wired } from './wire.ts'

/** POST messages and POST messages/:id/reply. */
export const sending: Endpoint[] = [
  {
    method: 'POST',
    path: 'im/v1/messages',
    title: '发送消息',
    writes: true,
    run: (world, call) =>
      once(world, call, () => {
        const place = receiver(world, call)
        return { place, kind: 'send', hang: () => ({}) }
      }),
  },
  {
    method: 'POST',
    path: 'im/v1/messages/:id/reply',
    title: '回复消息',
    writes: true,
    run: (world, call) =>
      once(world, call, () => {
        const parent = standing(world, call.part('id'))
        const thread = () => `omt_${world.ids.hex().slice(-16)}`
        return {
          place: reachPlace(world, parent.chat),
          kind: 'reply',
          hang: () => under(parent, call.body.reply_in_thread === true, thread),
        }
      }),
  },
]

interface Aim {
  place: Place
  kind: 'send' | 'reply'
  hang(): ReturnType<typeof under> | Record<string, never>
}

/** Sends, unless the uuid has made a message within the hour: then that message is the answer again. */
function once(world: World, { body }: Call, aim: () => Aim): unknown {
  const { uuid } = body
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > UUID_LENGTH))
    throw new Refusal(230001, `uuid must be a string of at most ${UUID_LENGTH} characters`)
  const now = world.clock.now()
  const first = uuid ? world.messages.get(world.uuids.recall(uuid, now) ?? '') : undefined
  if (first) return wired(world, first, true)
  const { place, kind, hang } = aim()
  const content = readContent(world, place, body.msg_type, body.content)
  world.pace.target(place.id)
  const message = post(world, { chat: place.id, from: 'bot', ...content, ...hang() })
  if (uuid) world.uuids.remember(uuid, message.id, now)
  const [to] = place.kind === 'private' ? place.members : []
  world.effects.push({
    kind,
    message: message.id,
    chat: place.id,
    at: now,
    type: message.type,
    ...(uuid ? { uuid } : {}),
    ...(to === undefined ? {} : { to }),
  })
  return wired(world, message, true)
}

/** Throws 99992402 without a type, 99992351 for a person's id nobody has, 230034 for any other. */
function receiver(world: World, call: Call): Place {
  const type = call.query('receive_id_type') ?? ''
  if (!['open_id', 'union_id', 'user_id', 'email', 'chat_id'].includes(type))
    throw new Refusal(99992402, 'receive_id_type is required')
  const id = text(call.body, 'receive_id')
  if (type === 'chat_id') return reachPlace(world, id)
  const person = world.people.find(type, id)
  if (!person) throw new Refusal(type === 'email' ? 230034 : 99992351, id)
  return reachPerson(world, person)
}
