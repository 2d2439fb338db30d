import type { Chat, Message } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { Bubble } from './bubble.tsx'
import { timeText } from './calendar.ts'
import { nameOf } from './chats.ts'
import { Reactions } from './reactions.tsx'
import { contentOf } from './summary.ts'
import { Tools } from './tools.tsx'
import type { World } from './world.ts'

/** One message: sender, what it answers, its content, reactions, and what one can do with it. */
export function MessageRow(props: {
  world: World
  as: string
  chat: Chat
  message: Message
  quoted: Message | undefined
  continues: boolean
  /** Whether Tab stops here. */
  current: boolean
  onReply: (message: Message) => void
}) {
  const { world, as, chat, message, quoted, continues, current, onReply } = props
  const name = nameOf(world, message.from)
  const own = message.from === as
  return (
    <article
      id={message.id}
      tabIndex={current ? 0 : -1}
      class={`message ${own ? 'own' : ''} ${continues ? 'continues' : ''}`}
      aria-label={`${name} ${timeText(message.at)}`}
    >
      {continues ? <span class="avatar-gap" /> : <Avatar id={message.from} name={name} />}
      <div class="message-body">
        {!continues && (
          <p class="message-who">
            <span>{name}</span>
            {message.from === 'bot' && <span class="mark">机器人</span>}
            <time>{timeText(message.at)}</time>
            {message.onlyFor !== undefined && <span class="faint">仅你可见</span>}
          </p>
        )}
        {message.replyTo !== undefined && <Quote world={world} quoted={quoted} />}
        <Bubble world={world} as={as} chat={chat} message={message} />
        {message.edited && message.type !== 'interactive' && <span class="faint">（已编辑）</span>}
        <Reactions world={world} as={as} message={message} />
        <Tools
          as={as}
          message={message}
          own={own}
          current={current}
          onReply={() => onReply(message)}
        />
      </div>
    </article>
  )
}

function Quote({ world, quoted }: { world: World; quoted: Message | undefined }) {
  if (!quoted) return <p class="quote">回复了更早的一条消息</p>
  const go = () => document.getElementById(quoted.id)?.scrollIntoView({ block: 'center' })
  return (
    <button type="button" class="quote" onClick={go}>
      回复 {nameOf(world, quoted.from)}：{contentOf(quoted)}
    </button>
  )
}
