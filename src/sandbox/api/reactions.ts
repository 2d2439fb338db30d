/** The bot's own reactions to messages: im/v1/messages/:id/reactions. */
import type { Reaction } from '../messages.ts'
import { show } from '../posting.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import { type Endpoint, object, page, text } from './endpoint.ts'
import { within } from './reach.ts'

/** Add, take away, list. The same emoji by the same bot stands once. */
export const reactions: Endpoint[] = [
  {
    method: 'POST',
    path: 'im/v1/messages/:id/reactions',
    title: '添加表情回复',
    writes: true,
    run: (world, call) => {
      const message = within(world, call.part('id'))
      const emoji = text(object(call.body, 'reaction_type'), 'emoji_type')
      if (!/^[A-Za-z0-9_]{1,40}$/.test(emoji)) throw new Refusal(231001)
      const standing = message.reactions.find((by) => by.by === 'bot' && by.emoji === emoji)
      if (standing) return wired(world, standing)
      const at = world.clock.now()
      const reaction = { id: world.ids.hex(), emoji, by: 'bot', at }
      message.reactions.push(reaction)
      world.effects.push({
        kind: 'react',
        message: message.id,
        chat: message.chat,
        at,
        type: emoji,
      })
      show(world, message)
      return wired(world, reaction)
    },
  },
  {
    method: 'DELETE',
    path: 'im/v1/messages/:id/reactions/:reaction',
    title: '删除表情回复',
    writes: true,
    run: (world, call) => {
      const message = within(world, call.part('id'))
      const reaction = message.reactions.find(({ id }) => id === call.part('reaction'))
      if (!reaction) throw new Refusal(231001, 'reaction_id is unknown')
      if (reaction.by !== 'bot') throw new Refusal(231007)
      message.reactions = message.reactions.filter(({ id }) => id !== reaction.id)
      const { id, chat } = message
      const at = world.clock.now()
      world.effects.push({ kind: 'unreact', message: id, chat, at, type: reaction.emoji })
      show(world, message)
      return wired(world, reaction)
    },
  },
  {
    method: 'GET',
    path: 'im/v1/messages/:id/reactions',
    title: '读取表情回复',
    run: (world, call) => {
      const message = within(world, call.part('id'))
      const emoji = call.query('reaction_type')
      const found = message.reactions.filter((reaction) => !emoji || reaction.emoji === emoji)
      const { items, ...more } = page(found, call, 20, 50)
      return { ...more, items: items.map((reaction) => wired(world, reaction)) }
    },
  },
]

function wired(world: World, { id, emoji, by, at }: Reaction) {
  return {
    reaction_id: id,
    operator:
      by === 'bot'
        ? { operator_id: world.app.id, operator_type: 'app' }
        : { operator_id: by, operator_type: 'user' },
    action_time: String(at),
    reaction_type: { emoji_type: emoji },
  }
}
