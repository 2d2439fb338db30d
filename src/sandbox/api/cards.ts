/** Cards outside of messages: one person's card in a group, and the delayed update after a tap. */

import { isNode } from '../card-tree.ts'
import { readCard } from '../content.ts'
import { cardOf } from '../messages.ts'
import { post, show } from '../posting.ts'
import { Refusal } from '../refusals.ts'
import { type Endpoint, object, text } from './endpoint.ts'
import { reachPlace } from './reach.ts'

/** ephemeral/v1/send and interactive/v1/card/update (feishu-platform.md 3.2, 4.4). */
export const cards: Endpoint[] = [
  {
    method: 'POST',
    path: 'ephemeral/v1/send',
    title: '发送仅一人可见的卡片',
    writes: true,
    run: (world, { body }) => {
      const place = reachPlace(world, text(body, 'chat_id'))
      if (place.kind !== 'group') throw new Refusal(230001, 'only in a group')
      if (body.msg_type !== 'interactive') throw new Refusal(230001, 'msg_type must be interactive')
      const person = world.people.get(text(body, 'open_id'))
      if (!person || !place.members.has(person.openId)) throw new Refusal(99992351)
      const content = readCard(world, place, object(body, 'card'))
      world.pace.target(place.id)
      const to = person.openId
      const draft = { chat: place.id, from: 'bot', type: 'interactive', content, mentions: [] }
      const message = post(world, { ...draft, onlyFor: to })
      const { id, chat, at } = message
      world.effects.push({ kind: 'ephemeral', message: id, chat, at, to, type: 'interactive' })
      return { message_id: id }
    },
  },
  {
    method: 'POST',
    path: 'interactive/v1/card/update',
    title: '延时更新卡片',
    writes: true,
    run: (world, { body }) => {
      const token = text(body, 'token')
      const now = world.clock.now()
      const message = world.messages.get(world.updates.check(token, now))!
      if (message.recalled || message.erased) throw new Refusal(200000)
      const card = object(body, 'card')
      const before = cardOf(message)
      if (isNode(before) && before.schema === '2.0' && card.schema !== '2.0')
        throw new Refusal(200830)
      message.content = readCard(world, reachPlace(world, message.chat), card)
      message.updatedAt = now
      world.updates.used(token)
      const { id, chat, type } = message
      world.effects.push({ kind: 'update', message: id, chat, at: now, type })
      show(world, message)
      return {}
    },
  },
]
