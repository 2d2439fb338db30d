import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat, Message } from '../protocol.ts'
import { dayText, sameDay } from './calendar.ts'
import { messagesFor, nameOf } from './chats.ts'
import { MessageRow } from './message.tsx'
import { textOf } from './summary.ts'
import type { World } from './world.ts'

/** So many messages are drawn at first; older ones on request. */
const PAGE = 120
/** Messages of one sender within this time share one name and picture, in milliseconds. */
const TOGETHER = 5 * 60_000

/** The messages of a chat, oldest on top; stays at the end unless one has scrolled up. */
export function Messages(props: {
  world: World
  as: string
  chat: Chat
  onReply: (message: Message) => void
}) {
  const { world, as, chat, onReply } = props
  const all = useMemo(
    () => messagesFor(world, chat, as),
    [world.messages.get(chat.id), chat.id, as],
  )
  const [pages, setPages] = useState(1)
  const [current, setCurrent] = useState<string | undefined>()
  const byId = useMemo(() => new Map(all.map((message) => [message.id, message])), [all])
  const pane = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const shown = all.slice(-PAGE * pages)
  const last = all.at(-1)
  useLayoutEffect(() => {
    const box = pane.current
    if (box && (atEnd.current || last?.from === as)) box.scrollTop = box.scrollHeight
  }, [all])
  return (
    <div
      ref={pane}
      class="messages"
      role="log"
      aria-label="消息"
      onFocusIn={(event) => setCurrent((event.target as Element).closest('article')?.id)}
      onKeyDown={walk}
      onScroll={(event) => {
        const box = event.currentTarget
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 60
      }}
    >
      {shown.length < all.length && (
        <button type="button" class="plain older" onClick={() => setPages(pages + 1)}>
          更早的消息
        </button>
      )}
      {all.length === 0 && (
        <p class="nothing">
          {chat.kind === 'private' ? '可直接输入，例如“帮助”或“待办”' : '还没有消息'}
        </p>
      )}
      {shown.map((message, i) => {
        const before = shown[i - 1]
        const newDay = !before || !sameDay(before.at, message.at)
        return (
          <div key={message.id}>
            {newDay && <p class="divider">{dayText(message.at)}</p>}
            {message.type === 'system' || message.recalled ? (
              <p class="system">
                {message.recalled
                  ? `${nameOf(world, message.from)}撤回了一条消息`
                  : textOf(message)}
              </p>
            ) : (
              <MessageRow
                world={world}
                as={as}
                chat={chat}
                message={message}
                quoted={message.replyTo === undefined ? undefined : byId.get(message.replyTo)}
                continues={!newDay && follows(before, message)}
                current={message.id === (byId.has(current ?? '') ? current : last?.id)}
                onReply={onReply}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** Up and down go from message to message; only the current one's buttons lie on the way of Tab. */
function walk(event: KeyboardEvent): void {
  const article = event.target as Element
  if (!article.matches('article')) return
  const line = article.parentElement
  const next = event.key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling'
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  event.preventDefault()
  let to = line?.[next]
  while (to && !to.querySelector('article')) to = to[next]
  to?.querySelector<HTMLElement>('article')?.focus()
}

function follows(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.from === message.from &&
    before.type !== 'system' &&
    !before.recalled &&
    message.at - before.at < TOGETHER
  )
}
