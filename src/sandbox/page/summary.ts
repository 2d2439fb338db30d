import type { Message } from '../protocol.ts'
import { list, object, text } from './card/json.ts'
import { nameOf } from './chats.ts'
import type { World } from './world.ts'

/** A message in one line, as the list of chats and a quote show it. */
export function summaryOf(world: World, message: Message): string {
  const words = contentOf(message)
  if (message.type === 'system' || message.from === 'bot') return words
  if (message.recalled) return `${nameOf(world, message.from)}撤回了一条消息`
  return `${nameOf(world, message.from)}：${words}`
}

/** The same without the sender. */
export function contentOf(message: Message): string {
  if (message.recalled) return '此消息已撤回'
  switch (message.type) {
    case 'interactive': {
      const card = cardOf(message)
      const summary = text(object(object(card.config).summary).content)
      const title = text(object(object(card.header).title).content)
      return `[卡片] ${summary || title || '卡片消息'}`
    }
    case 'file':
      return `[文件] ${fileName(message)}`
    case 'image':
      return '[图片]'
    case 'post':
      return postWords(message)
    default:
      return textOf(message)
  }
}

/** The JSON of a card message, also where it still comes as a string. */
export function cardOf(message: Message): Record<string, unknown> {
  if (typeof message.content !== 'string') return object(message.content)
  try {
    return object(JSON.parse(message.content))
  } catch {
    return {}
  }
}

/** The words of a text or system message. */
export function textOf(message: Message): string {
  return text(message.content) || text(object(message.content).text)
}

/** The name of a file message. */
export function fileName(message: Message): string {
  return text(message.content) || text(object(message.content).file_name) || '文件'
}

/** A post with or without the wrapper that names a language. */
export function postOf(message: Message): { title: string; lines: Record<string, unknown>[][] } {
  const content = object(message.content)
  const post = Array.isArray(content.content) ? content : object(content.zh_cn)
  const lines = list(post.content).map((line) => list(line).map(object))
  return { title: text(post.title), lines }
}

function postWords(message: Message): string {
  const { title, lines } = postOf(message)
  if (lines.length === 0 && !title) return textOf(message) || '[富文本]'
  const words = lines.flat().map((part) => text(part.text) || text(part.user_name))
  return [title, words.join('')].filter(Boolean).join(' ')
}
