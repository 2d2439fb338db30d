/** Reading, changing and recalling messages: im/v1/messages/:id. */
import { isNode } from '../card-tree.ts'
import { judge, parsed, readContent } from '../content.ts'
import { cardOf, type StoredMessage } from '../messages.ts'
import { show } from '../posting.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import { type Call, type Endpoint, page } from './endpoint.ts'
import { reachPlace, standing, within } from './reach.ts'
import { wired } from './wire.ts'

const PATCHABLE = 14 * 86_400_000
const MOST_EDITS = 20

/** GET one and many, PATCH a card, PUT a text, DELETE. */
export const keeping: Endpoint[] = [
  {
    method: 'GET',
    path: 'im/v1/messages/:id',
    title: '读取消息',
    struck: true,
    run: (world, call) => {
      if (world.faults.strikes('unreadable')) throw new Refusal(230027)
      const message = world.messages.get(call.part('id'))
      if (!message || message.onlyFor !== undefined) throw new Refusal(231003)
      inside(world, message.chat)
      return { items: [wired(world, message, wantsRaw(call))] }
    },
  },
  { method: 'GET', path: 'im/v1/messages', title: '读取会话历史', run: history },
  { method: 'PATCH', path: 'im/v1/messages/:id', title: '更新卡片', writes: true, run: patch },
  { method: 'PUT', path: 'im/v1/messages/:id', title: '编辑消息', writes: true, run: edit },
  {
    method: 'DELETE',
    path: 'im/v1/messages/:id',
    title: '撤回消息',
    writes: true,
    run: (world, call) => {
      const message = within(world, call.part('id'))
      if (message.from !== 'bot') throw new Refusal(230026)
      message.recalled = true
      changed(world, message, 'recall')
      return {}
    },
  },
]

function history(world: World, call: Call): unknown {
  const type = call.query('container_id_type')
  const container = call.query('container_id') ?? ''
  if (type !== 'chat' && type !== 'thread')
    throw new Refusal(99992402, 'container_id_type must be chat or thread')
  const [chat, thread] = container.startsWith('omt_')
    ? [world.messages.chatOfThread(container), container]
    : [container, undefined]
  if (chat === undefined) throw new Refusal(230001, 'container_id is unknown')
  inside(world, chat)
  const bound = (name: string, otherwise: number) =>
    call.query(name) ? Number(call.query(name)) * 1000 : otherwise
  const from = bound('start_time', 0)
  const to = bound('end_time', Number.POSITIVE_INFINITY)
  const found = world.messages
    .between(chat, from, to + 1000)
    .filter(({ from: who, onlyFor }) => who !== 'system' && onlyFor === undefined)
    .filter((message) => thread === undefined || message.thread === thread)
  if (call.query('sort_type') === 'ByCreateTimeDesc') found.reverse()
  const { items, ...more } = page(found, call, 20, 50)
  return { ...more, items: items.map((message) => wired(world, message, wantsRaw(call))) }
}

/** feishu-platform.md 4.1: own cards, 14 days, update_multi before and after, never 2.0 to 1.0. */
function patch(world: World, call: Call): unknown {
  const message = own(world, call.part('id'))
  if (message.type !== 'interactive' || message.onlyFor !== undefined)
    throw new Refusal(230001, 'the message is not a card that can be updated')
  if (world.clock.now() - message.at > PATCHABLE) throw new Refusal(230031)
  const place = reachPlace(world, message.chat)
  const { content } = call.body
  if (typeof content !== 'string') throw new Refusal(9499, 'content must be a JSON string')
  const card = parsed('interactive', content)
  replaceable(cardOf(message), card)
  const read = judge(world, place, 'interactive', card)
  world.pace.target(message.id)
  message.content = read.content
  changed(world, message, 'patch')
  return {}
}

function edit(world: World, call: Call): unknown {
  const message = own(world, call.part('id'))
  if (message.type !== 'text' && message.type !== 'post')
    throw new Refusal(230001, 'only text and post can be edited')
  if (message.edits >= MOST_EDITS) throw new Refusal(230072)
  const place = reachPlace(world, message.chat)
  if (call.body.msg_type !== 'text' && call.body.msg_type !== 'post')
    throw new Refusal(230001, 'msg_type must be text or post')
  Object.assign(message, readContent(world, place, call.body.msg_type, call.body.content))
  message.edits += 1
  changed(world, message, 'edit')
  return wired(world, message)
}

/** Throws 200830 for a 1.0 card in place of a 2.0 one, 230001 where update_multi is not set on both. */
function replaceable(before: unknown, after: unknown): void {
  if (isNode(before) && before.schema === '2.0' && isNode(after) && after.schema !== '2.0')
    throw new Refusal(200830)
  const shared = (card: unknown) =>
    isNode(card) && isNode(card.config) && card.config.update_multi === true
  if (!shared(before) || !shared(after))
    throw new Refusal(230001, 'update_multi must be true before and after the update')
}

function own(world: World, id: string): StoredMessage {
  const message = standing(world, id)
  if (message.from !== 'bot') throw new Refusal(230001, 'the message was not sent by this bot')
  return message
}

function inside(world: World, chat: string): void {
  const place = world.chats.get(chat)
  if (!place) throw new Refusal(230034)
  if (place.dissolved) throw new Refusal(232009)
  if (!place.botIn) throw new Refusal(230002)
}

function wantsRaw(call: Call): boolean {
  return call.query('card_msg_content_type') !== undefined
}

function changed(world: World, message: StoredMessage, kind: 'patch' | 'edit' | 'recall'): void {
  const at = world.clock.now()
  message.updatedAt = at
  world.effects.push({ kind, message: message.id, chat: message.chat, at, type: message.type })
  show(world, message)
}
