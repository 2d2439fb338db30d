/** What became visible on the street after something was said. */
import type { Ground } from '../../practice.ts'
import type { Effect } from '../../sandbox/effects.ts'
import type { Message } from '../../sandbox/protocol.ts'
import { cardWords } from './card-words.ts'

/** One thing somebody sees: to whom, its kind, its words, and the card itself. */
export interface Shown {
  /** A person's or a group's name. */
  to: string
  type: Message['type'] | 'reaction'
  text: string
  card?: unknown
  /** The message's id. */
  message: string
  /** It stood there before and has changed. */
  edited?: true
}

/** The effects since a point in the street's record, one entry a message, as it stands now. */
export function shownSince(
  { street }: Ground,
  from: number,
  nameOf: (chat: string) => string,
): Shown[] {
  const seen = new Set<string>()
  return street
    .effects()
    .slice(from)
    .flatMap((effect) => {
      const { kind, message: id, chat } = effect
      const once = kind === 'react' ? `${id} ${effect.type}` : id
      if (seen.has(once)) return []
      seen.add(once)
      const message = street.messages(chat).find((one) => one.id === id)
      if (!message) return []
      return [entry(effect, message, nameOf(chat))]
    })
}

function entry({ kind, type }: Effect, message: Message, to: string): Shown {
  if (kind === 'react') return { to, type: 'reaction', text: type ?? '', message: message.id }
  const born = ['send', 'reply', 'ephemeral'].includes(kind)
  return {
    to,
    type: message.type,
    text: wordsOf(message),
    ...(message.type === 'interactive' && !message.recalled ? { card: message.content } : {}),
    message: message.id,
    ...(born ? {} : { edited: true }),
  }
}

function wordsOf({ type, content, recalled }: Message): string {
  if (recalled) return '（已撤回）'
  if (type === 'interactive') return cardWords(content).join('\n')
  if (type !== 'post') return String(content)
  const { title = '', content: body } = content as { title?: string; content: Node[][] }
  const told = body.map((line) =>
    line.map((node) => (node.tag === 'at' ? `@${node.user_name}` : (node.text ?? ''))).join(''),
  )
  return [title, ...told].filter((line) => line !== '').join('\n')
}

interface Node {
  tag: string
  text?: string
  user_name?: string
}
