/** An event of the platform, in our words. Pure: the same event always reads the same. */
import type { Incoming, Moved, Said, Sender } from '../bot/message.ts'
import type { Instant } from '../domain/time/day.ts'
import { readContent } from './content.ts'
import { type Envelope, readEnvelope } from './envelope.ts'
import { fields, moment, withoutPrivate, word } from './loose.ts'
import { readMentions } from './mention.ts'
import { readTap } from './tap.ts'

/** What an event does not say by itself. */
export interface Wire {
  /** The bot's own open_id, '' while it is unknown (nobody can then speak to it in a group). */
  bot: string
  /** The office's tenant, for events that name none. */
  tenant?: string
  /** When the event arrived, for events that name no time. */
  at?: Instant
}

/** An event that says nothing to the bot, and which one it was. */
interface Ignored {
  kind: 'ignored'
  type: string
}

type Reader = (envelope: Envelope, tenant: string, at: Instant, bot: string) => Incoming | undefined

const READERS: Record<string, Reader> = {
  'im.message.receive_v1': readSaid,
  'card.action.trigger': readTap,
  'card.action.trigger_v1': readTap,
  'application.bot.menu_v6': readMenu,
  'im.message.reaction.created_v1': readReaction,
  'im.message.reaction.deleted_v1': readReaction,
  'im.message.recalled_v1': readRecall,
  'im.chat.member.bot.added_v1': readMove,
  'im.chat.member.bot.deleted_v1': readMove,
  'im.chat.disbanded_v1': readMove,
}

/** The event types that become words; what the app has to subscribe to. */
export const EVENT_TYPES: readonly string[] = Object.keys(READERS)

/** Reads any event, in any wrapping; what the bot does not hear comes back as ignored. Never throws. */
export function readEvent(event: unknown, wire: Wire): Incoming | Ignored {
  return readOpened(readEnvelope(event), wire)
}

/** The same for an event that is out of its wrapping already. */
export function readOpened(envelope: Envelope, wire: Wire): Incoming | Ignored {
  const read = Object.hasOwn(READERS, envelope.type) ? READERS[envelope.type] : undefined
  const tenant = envelope.tenant || (wire.tenant ?? '')
  const at = envelope.at ?? wire.at ?? 0
  return read?.(envelope, tenant, at, wire.bot) ?? { kind: 'ignored', type: envelope.type }
}

function readSaid(envelope: Envelope, tenant: string, at: Instant, bot: string): Said | undefined {
  const message = fields(envelope.event.message)
  const from = fields(envelope.event.sender)
  const sender = person(from.sender_id, word(from.tenant_key) || tenant)
  const isPerson = from.sender_type === undefined || from.sender_type === 'user'
  if (!sender || !isPerson || sender.openId === bot) return undefined
  const mentions = readMentions(message.mentions, bot, sender.tenant)
  const content = readContent(word(message.message_type) || 'text', message.content, mentions)
  if (!content) return undefined
  const id = word(message.message_id)
  const chat = word(message.chat_id)
  const kind = chatKind(message.chat_type)
  return {
    kind: 'said',
    key: id ? `msg:${id}` : `evt:${envelope.id}`,
    at: moment(message.create_time) ?? at,
    sender,
    chat: { kind, ...(chat && { id: chat }) },
    ...(id && { message: id }),
    parents: [...new Set([word(message.parent_id), word(message.root_id)])].filter(Boolean),
    text: content.text,
    mentions: mentions.people,
    addressed: kind === 'private' || mentions.addressed,
    ...(content.file && { file: content.file }),
    ...(content.others && { others: content.others }),
  }
}

function chatKind(type: unknown): Said['chat']['kind'] {
  if (type === 'p2p') return 'private'
  return word(type) === '' ? 'unknown' : 'group'
}

/** A menu entry's key is the sentence. It names no chat: the answer goes to the person in private. */
function readMenu(envelope: Envelope, tenant: string, at: Instant): Said | undefined {
  const { operator, event_key, timestamp } = envelope.event
  const sender = person(fields(operator).operator_id ?? operator, tenant)
  return (
    sender && {
      kind: 'said',
      key: `evt:${envelope.id}`,
      at: moment(timestamp) ?? at,
      sender,
      chat: { kind: 'private' },
      parents: [],
      text: withoutPrivate(word(event_key)),
      mentions: [],
      addressed: true,
    }
  )
}

function readReaction(envelope: Envelope, tenant: string, at: Instant): Incoming | undefined {
  const { message_id, reaction_type, operator_type, user_id, action_time } = envelope.event
  const sender = person(user_id, tenant)
  if (!sender || operator_type === 'app') return undefined
  return {
    kind: 'reacted',
    key: `evt:${envelope.id}`,
    at: moment(action_time) ?? at,
    sender,
    message: word(message_id),
    emoji: word(fields(reaction_type).emoji_type),
    added: envelope.type === 'im.message.reaction.created_v1',
  }
}

function readRecall(envelope: Envelope, _tenant: string, at: Instant): Incoming | undefined {
  const { message_id, chat_id, recall_time } = envelope.event
  const chat = word(chat_id)
  if (word(message_id) === '') return undefined
  return {
    kind: 'recalled',
    key: `evt:${envelope.id}`,
    at: moment(recall_time) ?? at,
    chat: { kind: 'unknown', ...(chat && { id: chat }) },
    message: word(message_id),
  }
}

function readMove(envelope: Envelope, tenant: string, at: Instant): Moved | undefined {
  const { chat_id, name, operator_id, operator_tenant_key, external } = envelope.event
  const id = word(chat_id)
  const sender = person(operator_id, word(operator_tenant_key) || tenant)
  if (id === '') return undefined
  return {
    kind: envelope.type === 'im.chat.member.bot.added_v1' ? 'joined' : 'left',
    key: `evt:${envelope.id}`,
    at,
    ...(sender && { sender }),
    chat: { kind: 'group', id },
    name: withoutPrivate(word(name)),
    ...(external === true && { external }),
  }
}

function person(ids: unknown, tenant: string): Sender | undefined {
  const { open_id, union_id } = fields(ids)
  const openId = word(open_id)
  if (openId === '') return undefined
  return { openId, ...(word(union_id) && { unionId: word(union_id) }), tenant }
}
