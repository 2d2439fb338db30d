/** A stored event made ours: its bot becomes our bot, and it carries a token where it had none. */
import { type Fields, fields, isFields, list, parsed, word } from '../../feishu/loose.ts'

/**
 * The event with the mention of its bot pointing at ours; undefined when nothing had to change, so that the
 * stored bytes can go out as they are. The bot is the mention of type `bot`; in a group's message without one,
 * the mention that the text begins with, since samples name a person there.
 */
export function withOurBot(stored: Fields, bot: { openId: string; name: string }) {
  const event = fields(stored.event ?? stored)
  const message = fields(event.message)
  const mentions = list(message.mentions).map(fields)
  const at = botAmong(mentions, message, bot.name)
  const entry = mentions[at]
  if (!entry || openIdOf(entry) === bot.openId) return undefined
  const changed = structuredClone(stored)
  const copy = fields(fields(changed.event ?? changed).message)
  const ours = fields(list(copy.mentions)[at])
  const old = openIdOf(entry)
  const speaker = word(fields(fields(event.sender).sender_id).open_id)
  // Rich text may point at the bot by its open_id; samples give the bot the speaker's own.
  if (old !== '' && old !== speaker && typeof copy.content === 'string')
    copy.content = copy.content.replaceAll(old, bot.openId)
  ours.id = isFields(ours.id) ? { ...ours.id, open_id: bot.openId } : bot.openId
  return changed
}

/** The event with a token, when it has none. */
export function withToken(stored: Fields, token: string): Fields {
  return isFields(stored.header)
    ? { ...stored, header: { ...stored.header, token } }
    : { ...stored, token }
}

function botAmong(mentions: Fields[], message: Fields, name: string): number {
  const bot = mentions.findIndex((entry) => entry.mentioned_type === 'bot')
  if (bot >= 0 || message.chat_type === 'p2p') return bot
  const called = mentions.findIndex(
    (entry) => entry.mentioned_type === undefined && entry.name === name,
  )
  if (called >= 0) return called
  const first = firstAt(parsed(message.content))
  return mentions.findIndex(
    (entry) => first !== '' && [word(entry.key), openIdOf(entry)].includes(first),
  )
}

/** The key of the mention that a text or a rich text begins with. */
function firstAt(content: Fields): string {
  const text = /^\s*(@_user_\d+)/.exec(word(content.text))?.[1]
  if (text) return text
  const lines = Array.isArray(content.content)
    ? content.content
    : list(fields(Object.values(content).find(isFields)).content)
  const first = fields(lines.flat()[0])
  return first.tag === 'at' ? word(first.user_id) : ''
}

const openIdOf = ({ id }: Fields): string => word(id, fields(id).open_id)
