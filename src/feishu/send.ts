/** Carries what the bot says to the platform: each kind of Outgoing is one call (a file is two). */
import {
  type Content,
  type Outgoing,
  type Quoted,
  type Send,
  type Sent,
  type To,
  Undelivered,
} from '../bot/message.ts'
import type { Api, Call } from './api.ts'
import { openIdsOf } from './contacts.ts'
import { readContent } from './content.ts'
import { type Fields, fields, list, word } from './loose.ts'
import { readMentions } from './mention.ts'
import type { Pace, Rate } from './pace.ts'

/**
 * The platform's limits (feishu-platform.md 4.2), each window a little longer: two clocks do not beat alike. A few
 * calls are kept for answers, so that nobody who asks waits for a fan-out to end (performance.md 3).
 */
export function rateOf(name: string): Rate[] {
  if (name === 'app')
    return [
      { most: 50, within: 1005, spare: 1 },
      { most: 1000, within: 60_100, spare: 20 },
    ]
  return [{ most: 5, within: 1020 }]
}

const MOST_FILE_BYTES = 30 * 1024 * 1024
const FILE_TYPES: Record<string, string> = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
  mp4: 'mp4',
  opus: 'opus',
}

/** Makes a Send of the open API, at the platform's pace. An answer goes before everything else. */
export function openSend(api: Api, pace: Pace): Send {
  return async (out) => {
    const names = out.kind === 'file' ? ['app'] : namesOf(out)
    return paced(names, isAnswer(out), () => carry(out))
  }

  async function paced<T>(names: string[], first: boolean, call: () => Promise<T>): Promise<T> {
    const answered = await pace.turn(names, first)
    try {
      return await call()
    } finally {
      answered()
    }
  }

  async function carry(out: Outgoing): Promise<Sent> {
    switch (out.kind) {
      case 'send':
        return sent(await api.call(create(out.to, { ...written(out.content), uuid: out.uuid })))
      case 'reply': {
        const body = { ...written(out.content), uuid: out.uuid }
        return sent(await api.call({ method: 'POST', path: message(out.message, '/reply'), body }))
      }
      case 'follow-up': {
        const body = { follow_ups: out.bubbles.map((content) => ({ content })) }
        await api.call({ method: 'POST', path: message(out.message, '/push_follow_up'), body })
        return {}
      }
      case 'patch': {
        const body = { content: JSON.stringify(out.card) }
        await api.call({ method: 'PATCH', path: message(out.message), body, again: true })
        return {}
      }
      case 'recall':
        await api.call({ method: 'DELETE', path: message(out.message), again: true })
        return {}
      case 'react': {
        const body = { reaction_type: { emoji_type: out.emoji } }
        const path = message(out.message, '/reactions')
        await api.call({ method: 'POST', path, body, again: true })
        return {}
      }
      case 'file': {
        const content = JSON.stringify({ file_key: await upload(out.name, out.bytes) })
        const post = create(out.to, { msg_type: 'file', content, uuid: out.uuid })
        return paced(namesOf(out), false, async () => sent(await api.call(post)))
      }
      case 'download': {
        const path = message(out.message, `/resources/${encodeURIComponent(out.file)}`)
        const query = { type: out.type }
        return { bytes: await api.bytes({ method: 'GET', path, query, again: true }) }
      }
      case 'leave': {
        const path = `im/v1/chats/${encodeURIComponent(out.chat)}/members`
        const query = { member_id_type: 'app_id' }
        await api.call({
          method: 'DELETE',
          path,
          query,
          body: { id_list: [api.appId] },
          again: true,
        })
        return {}
      }
      case 'lookup':
        return { found: await openIdsOf(api, out.mobiles) }
      case 'read': {
        const path = message(out.message)
        return { read: quoted(await api.call({ method: 'GET', path, again: true }), api.appId) }
      }
    }
  }

  /** Nobody sees an upload: it can be made again. */
  async function upload(name: string, bytes: Uint8Array): Promise<string> {
    if (bytes.length === 0) throw new Undelivered('content', 'empty-file')
    if (bytes.length > MOST_FILE_BYTES) throw new Undelivered('content', 'too-large')
    const answer = await api.call({
      method: 'POST',
      path: 'im/v1/files',
      again: true,
      form: () => {
        const form = new FormData()
        form.set('file_type', FILE_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'stream')
        form.set('file_name', name)
        form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
        return form
      },
    })
    return word(fields(answer.data).file_key)
  }
}

const isAnswer = (out: Outgoing): boolean =>
  out.kind === 'reply' || (out.kind === 'send' && out.first === true)

/** Whose pace a call counts against: the app's always, and the reader's or the card's. */
function namesOf(out: Outgoing): string[] {
  switch (out.kind) {
    case 'send':
    case 'file':
      return ['app', `to ${'person' in out.to ? out.to.person : out.to.chat}`]
    case 'reply':
      return ['app', `to ${out.chat ?? out.message}`]
    case 'patch':
      return ['app', `card ${out.message}`]
    default:
      return ['app']
  }
}

function message(id: string, rest = ''): string {
  return `im/v1/messages/${encodeURIComponent(id)}${rest}`
}

function create(to: To, body: object): Call {
  const [receive_id, receive_id_type] =
    'person' in to ? [to.person, 'open_id'] : [to.chat, 'chat_id']
  const query = { receive_id_type }
  return { method: 'POST', path: 'im/v1/messages', query, body: { receive_id, ...body } }
}

/**
 * Lines go as rich text, one text element each: nothing in them is parsed, while a plain text message would turn
 * `<at>` and links alive (feishu-platform.md 3.5).
 */
function written(content: Content): { msg_type: string; content: string } {
  if ('card' in content) return { msg_type: 'interactive', content: JSON.stringify(content.card) }
  const lines = content.lines.map((text) => [{ tag: 'text', text }])
  return { msg_type: 'post', content: JSON.stringify({ zh_cn: { title: '', content: lines } }) }
}

/** A message that was read. One taken back is given too, marked so; what the bot itself said is nobody's words. */
function quoted(answer: Fields, own: string): Quoted {
  const item = fields(list(fields(answer.data).items)[0])
  if (item.deleted === true) throw new Undelivered('expired', 'recalled')
  if (word(fields(item.sender).id) === own) return { text: '', mentions: [] }
  const mentions = readMentions(item.mentions, '', word(fields(item.sender).tenant_key))
  const content = readContent(word(item.msg_type), fields(item.body).content, mentions)
  const file = content?.file?.type === 'file' ? { file: content.file } : {}
  return { text: content?.text ?? '', mentions: mentions.people, ...file }
}

function sent(answer: Record<string, unknown>): Sent {
  const { message_id, chat_id } = fields(answer.data)
  return {
    ...(word(message_id) && { message: word(message_id) }),
    ...(word(chat_id) && { chat: word(chat_id) }),
  }
}
