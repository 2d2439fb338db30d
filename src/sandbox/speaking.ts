/** What people say: typed text, rich text, files; and which of it the bot gets to hear. */
import type { Place } from './chats.ts'
import { received } from './events.ts'
import { type Mention, readTyped } from './mentions.ts'
import type { StoredMessage } from './messages.ts'
import type { Outbound } from './outbound.ts'
import type { Resident } from './people.ts'
import { post, under } from './posting.ts'
import type { World } from './world.ts'

/** How something is said. */
export interface Manner {
  /** The message replied to. */
  replyTo?: string
  /** Whether the reply opens a thread. */
  thread?: boolean
  /** Sent as rich text instead of plain text. */
  post?: boolean
  /** When it was said, in milliseconds; by default now. */
  at?: number
}

/** What was said: its message, and how the bot answered the push; status 0: not pushed, or no answer. */
export interface Spoken {
  message: string
  status: number
}

/** Which group messages the app may hear: those that mention it, or all (scope im:message.group_msg). */
export type Hearing = 'mentions' | 'all'

/** Somebody says something in a group he is in, or to the bot (`chat` is 'bot'). Throws in Chinese where he cannot. */
export async function speak(
  world: World,
  outbound: Outbound,
  hearing: Hearing,
  as: string,
  chat: string,
  typed: string,
  manner: Manner = {},
): Promise<Spoken> {
  const { person, place } = standIn(world, as, chat)
  if (typed === '') throw new Error('消息不能为空')
  const pieces = readTyped(typed, { people: world.people, bot: world.bot, tenant: world.tenant })
  const mentions = pieces.flatMap((piece) => ('mention' in piece ? [piece.mention] : []))
  const content = manner.post
    ? richText(pieces)
    : {
        text: pieces.map((piece) => ('mention' in piece ? piece.mention.key : piece.text)).join(''),
      }
  const draft = { type: manner.post ? 'post' : 'text', content: JSON.stringify(content), mentions }
  const message = put(world, person, place, draft, manner)
  const told = hearing === 'all' || place.kind === 'private' || mentions.some(({ bot }) => bot)
  const status = told ? await tell(outbound, message, person, place) : 0
  return { message: message.id, status }
}

/** Somebody sends a file or, by its name, an image. In a group only `hearing` all lets the bot know. */
export async function sendFile(
  world: World,
  outbound: Outbound,
  hearing: Hearing,
  as: string,
  chat: string,
  name: string,
  bytes: Uint8Array,
  manner: Manner = {},
): Promise<Spoken> {
  const { person, place } = standIn(world, as, chat)
  const kind = /\.(png|jpe?g|gif|webp)$/i.test(name) ? 'image' : 'file'
  const key = `${kind === 'image' ? 'img' : 'file'}_v3_${world.ids.hex()}`
  world.files.add({ key, kind, name, type: '', owner: as, bytes })
  const content = kind === 'image' ? { image_key: key } : { file_key: key, file_name: name }
  const draft = { type: kind, content: JSON.stringify(content), mentions: [] }
  const message = put(world, person, place, draft, manner)
  const told = hearing === 'all' || place.kind === 'private'
  const status = told ? await tell(outbound, message, person, place) : 0
  return { message: message.id, status }
}

/** The person and the place he speaks in; 'bot' is his private chat. Throws in Chinese where he is not in it. */
export function standIn(
  world: World,
  as: string,
  chat: string,
): { person: Resident; place: Place } {
  const person = world.people.get(as)
  if (!person) throw new Error(`街上没有这个人：${as}`)
  const place =
    chat === 'bot'
      ? world.chats.private(as, person.name, () => `oc_${world.ids.hex()}`)
      : world.chats.get(chat)
  if (!place) throw new Error(`没有这个会话：${chat}`)
  if (place.dissolved) throw new Error(`${place.name} 已解散`)
  if (!place.members.has(as)) throw new Error(`${person.name} 不在 ${place.name}`)
  return { person, place }
}

function put(
  world: World,
  person: Resident,
  place: Place,
  draft: Pick<StoredMessage, 'type' | 'content' | 'mentions'>,
  { replyTo, thread = false, at }: Manner,
): StoredMessage {
  const parent = replyTo === undefined ? undefined : world.messages.get(replyTo)
  if (replyTo !== undefined && parent?.chat !== place.id)
    throw new Error(`${place.name} 里没有这条消息：${replyTo}`)
  return post(world, {
    chat: place.id,
    from: person.openId,
    ...draft,
    ...(at === undefined ? {} : { at }),
    ...(parent ? under(parent, thread, () => `omt_${world.ids.hex().slice(-16)}`) : {}),
  })
}

/** Pushes the message, where the bot is there to hear it. */
async function tell(
  outbound: Outbound,
  message: StoredMessage,
  person: Resident,
  place: Place,
): Promise<number> {
  if (!place.botIn) return 0
  return outbound.event('im.message.receive_v1', received(message, person, place), message.id)
}

/** Rich text as it is received: no locale around it, one line per line (message_content.md). */
function richText(pieces: ({ text: string } | { mention: Mention })[]) {
  const lines: Record<string, unknown>[][] = [[]]
  for (const piece of pieces) {
    if ('mention' in piece) {
      const { key, name } = piece.mention
      lines.at(-1)!.push({ tag: 'at', user_id: key, user_name: name, style: [] })
      continue
    }
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text === '@_all')
        lines.at(-1)!.push({ tag: 'at', user_id: '@_all', user_name: '', style: [] })
      else if (text !== '') lines.at(-1)!.push({ tag: 'text', text, style: [] })
    }
  }
  return { title: '', content: lines }
}
