/** What people do with messages and with the bot besides talking: react, recall, read, open the chat, tap the menu. */
import { entered, menuTapped, reacted, read, recalled } from './events.ts'
import type { StoredMessage } from './messages.ts'
import type { Outbound } from './outbound.ts'
import type { Resident } from './people.ts'
import { show } from './posting.ts'
import { standIn } from './speaking.ts'
import type { World } from './world.ts'

/** Adds or takes away somebody's emoji on a message. Gives the status of the push. */
export async function react(
  world: World,
  outbound: Outbound,
  as: string,
  id: string,
  emoji: string,
  remove: boolean,
): Promise<number> {
  const { person, message } = standOn(world, as, id)
  const mine = message.reactions.find((reaction) => reaction.by === as && reaction.emoji === emoji)
  if (!!mine !== remove) return 0
  const at = world.clock.now()
  if (mine) message.reactions = message.reactions.filter((reaction) => reaction !== mine)
  else message.reactions.push({ id: world.ids.hex(), emoji, by: as, at })
  show(world, message)
  if (!world.chats.get(message.chat)?.botIn) return 0
  const type = `im.message.reaction.${remove ? 'deleted' : 'created'}_v1`
  return outbound.event(type, reacted(id, emoji, person, at))
}

/** Takes back a message of one's own. Gives the status of the push. */
export async function recall(
  world: World,
  outbound: Outbound,
  as: string,
  id: string,
): Promise<number> {
  const { message } = standOn(world, as, id)
  if (message.from !== as) throw new Error('只能撤回自己的消息')
  const at = world.clock.now()
  message.recalled = true
  message.updatedAt = at
  show(world, message)
  if (!world.chats.get(message.chat)?.botIn) return 0
  return outbound.event('im.message.recalled_v1', recalled(message, at))
}

/** Taps an entry of the bot's menu. Gives the status of the push. */
export async function tapMenu(
  world: World,
  outbound: Outbound,
  as: string,
  key: string,
): Promise<number> {
  const { person } = standIn(world, as, 'bot')
  if (key === '' || key.length > 30) throw new Error('菜单项编号应为 1 至 30 个字符')
  return outbound.event('application.bot.menu_v6', menuTapped(person, key, world.clock.now()))
}

/** Opens the private chat with the bot. Gives the status of the push. */
export async function enter(world: World, outbound: Outbound, as: string): Promise<number> {
  const { person, place } = standIn(world, as, 'bot')
  const type = 'im.chat.access_event.bot_p2p_chat_entered_v1'
  return outbound.event(type, entered(place, person, world.messages.of(place.id).at(-1)))
}

/** Reads messages of the bot; only in the private chat is the bot told (2.2). Gives the status of the push. */
export async function readMessages(
  world: World,
  outbound: Outbound,
  as: string,
  ids: string[],
): Promise<number> {
  const at = world.clock.now()
  const read1 = ids.map((id) => standOn(world, as, id))
  for (const { message } of read1) message.reads[as] ??= at
  const told = read1.filter(({ message }) => world.chats.get(message.chat)?.kind === 'private')
  const [first] = told
  if (!first) return 0
  const list = told.map(({ message }) => message.id)
  return outbound.event('im.message.message_read_v1', read(list, first.person, at))
}

/** A person and a message of a place he is in. */
export function standOn(
  world: World,
  as: string,
  id: string,
): { person: Resident; message: StoredMessage } {
  const message = world.messages.get(id)
  if (!message) throw new Error(`没有这条消息：${id}`)
  const { person } = standIn(world, as, message.chat)
  if (message.recalled || message.erased) throw new Error('消息已撤回')
  if (message.onlyFor !== undefined && message.onlyFor !== as) throw new Error('消息仅他人可见')
  return { person, message }
}
