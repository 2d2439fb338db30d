/** What the bot may say: the content of each msg_type, checked as the platform checks it (feishu-platform.md 4.1). */
import { isNode } from './card-tree.ts'
import type { Place } from './chats.ts'
import { leaks } from './leaks.ts'
import { type Mention, readSent } from './mentions.ts'
import { readPost } from './post-content.ts'
import { Refusal } from './refusals.ts'
import type { World } from './world.ts'

interface Content {
  type: string
  /** What is kept and given back by the API: JSON. */
  content: string
  mentions: Mention[]
}

const TEXT_BYTES = 150 * 1024
const CARD_BYTES = 30 * 1024

/** Reads and judges the content of a message for `place`. Throws the platform's refusal. */
export function readContent(world: World, place: Place, type: unknown, content: unknown): Content {
  if (typeof type !== 'string') throw new Refusal(99992402, 'msg_type is required')
  if (typeof content !== 'string')
    throw new Refusal(content === undefined ? 99992402 : 9499, 'content must be a JSON string')
  return judge(world, place, type, parsed(type, content))
}

/** Judges a content that was read from its JSON already. Throws the platform's refusal. */
export function judge(world: World, place: Place, type: string, read: unknown): Content {
  const kept = byType(world, place, type, read)
  if (place.kind === 'group' && leaks(read)) throw new Refusal(230028)
  return kept
}

/** Judges a card for `place` and gives its JSON. Throws 230099 with the first finding. */
export function readCard(world: World, place: Place, card: unknown): string {
  if (world.faults.strikes('card-refused'))
    throw cardRefusal('11310', 'the card is refused by a fault')
  const json = JSON.stringify(card) ?? 'null'
  const { error, named } = world.judged.of(json)
  if (error) throw cardRefusal('200621', `[${error.rule}] ${error.path}: ${error.message}`)
  const { ids, all } = named
  const stranger = ids.find((id) => !known(world, id))
  if (stranger !== undefined) throw cardRefusal('100290', `invalid person id ${stranger}`)
  if (all) forbidAll(place)
  return json
}

function cardRefusal(code: string, words: string): Refusal {
  return new Refusal(230099, `ErrCode: ${code}; ErrMsg: ${words}; `)
}

function byType(world: World, place: Place, type: string, content: unknown): Content {
  const invalid = (what: string) => new Refusal(230001, what)
  const mentionable = { people: world.people, bot: world.bot, tenant: world.tenant }
  if (!isNode(content)) throw invalid('content is not a JSON object')
  const keep = (kept: unknown = content, mentions: Mention[] = []) => ({
    type,
    content: JSON.stringify(kept),
    mentions,
  })
  switch (type) {
    case 'text': {
      if (typeof content.text !== 'string' || content.text === '') throw invalid('text is empty')
      const { text, mentions, all } = readSent(content.text, mentionable)
      if (all) forbidAll(place)
      return keep({ text }, mentions)
    }
    case 'post': {
      const { post, mentions, all } = readPost(content, mentionable)
      if (all) forbidAll(place)
      return keep(post, mentions)
    }
    case 'interactive':
      return { type, content: readCard(world, place, content), mentions: [] }
    case 'file':
    case 'image':
      return keep(attachment(world, type, content))
    case 'share_chat':
      if (!world.chats.get(String(content.chat_id))) throw invalid('chat_id is unknown')
      return keep()
    case 'share_user':
      if (!known(world, String(content.user_id))) throw invalid('user_id is unknown')
      return keep()
    default:
      throw invalid(`unsupported msg_type ${type}`)
  }
}

/** The uploaded file or image a message carries: only the bot's own uploads can be sent. */
function attachment(world: World, type: 'file' | 'image', content: Record<string, unknown>) {
  const key = String(content[`${type}_key`] ?? '')
  const file = world.files.get(key)
  if (!file) throw new Refusal(230001, `${type}_key is unknown`)
  if (file.owner !== 'bot') throw new Refusal(230017)
  if (file.kind !== type || file.type === 'opus' || file.type === 'mp4') throw new Refusal(230055)
  return type === 'file' ? { file_key: key, file_name: file.name } : { image_key: key }
}

function known(world: World, id: string): boolean {
  return (
    id === world.bot.openId ||
    world.people.get(id) !== undefined ||
    !!world.people.find('email', id)
  )
}

function forbidAll(place: Place): void {
  if (place.kind === 'group' && !place.mentionsAll) throw new Refusal(230018, '@all is not allowed')
}

/** Reads the JSON of a content of this type. Throws 230025 where it is too long, 230001 where it is none. */
export function parsed(type: string, content: string): unknown {
  if (Buffer.byteLength(content) > (type === 'text' ? TEXT_BYTES : CARD_BYTES))
    throw new Refusal(230025)
  try {
    return JSON.parse(content)
  } catch {
    throw new Refusal(230001, 'content is not a string in json format')
  }
}
