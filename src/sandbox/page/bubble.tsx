import type { Chat, Message } from '../protocol.ts'
import { Card } from './card/card.tsx'
import { text } from './card/json.ts'
import { Linked } from './linked.tsx'
import { cardOf, fileName, postOf, textOf } from './summary.ts'
import { safeUrl } from './url.ts'
import type { World } from './world.ts'

/** The content of a message by its type. */
export function Bubble(props: { world: World; as: string; chat: Chat; message: Message }) {
  const { world, as, chat, message } = props
  switch (message.type) {
    case 'interactive':
      return (
        <Card
          key={as}
          world={world}
          as={as}
          chat={chat}
          message={message.id}
          card={cardOf(message)}
        />
      )
    case 'file':
      return (
        <div class="bubble file">
          <span class="file-icon" aria-hidden="true" />
          <span>{fileName(message)}</span>
        </div>
      )
    case 'image':
      return <div class="bubble picture">图片</div>
    case 'post':
      return <Post world={world} message={message} />
    default:
      return (
        <div class="bubble">
          <Linked text={textOf(message)} world={world} />
        </div>
      )
  }
}

function Post({ world, message }: { world: World; message: Message }) {
  const { title, lines } = postOf(message)
  if (lines.length === 0)
    return (
      <div class="bubble">
        <Linked text={textOf(message)} world={world} />
      </div>
    )
  return (
    <div class="bubble post">
      {title && <p class="post-title">{title}</p>}
      {lines.map((line, i) => (
        <p key={i}>
          {line.map((part, j) => (
            <Part key={j} part={part} world={world} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Part({ part, world }: { part: Record<string, unknown>; world: World }) {
  const words = text(part.text)
  switch (part.tag) {
    case 'a': {
      const href = safeUrl(text(part.href))
      return href ? (
        <a href={href} target="_blank" rel="noreferrer">
          {words || href}
        </a>
      ) : (
        words
      )
    }
    case 'at': {
      const id = text(part.user_id)
      const name = world.people.get(id)?.name ?? (id === 'all' ? '所有人' : text(part.user_name))
      return <span class="at">@{name.replace(/^@/, '') || world.bot.name}</span>
    }
    case 'hr':
      return <hr />
    case 'img':
    case 'media':
      return <span class="picture">图片</span>
    case 'code_block':
      return <code>{words}</code>
    default:
      return <Linked text={words} world={world} />
  }
}
