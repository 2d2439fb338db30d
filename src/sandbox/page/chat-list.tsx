import type { Chat, Person } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { briefText } from './calendar.ts'
import { chatsOf, lastOf, type Place, placeName } from './chats.ts'
import { Lit } from './lit.tsx'
import { choosing } from './people.tsx'
import { seen, unread } from './seen.ts'
import { useSignal } from './signal.ts'
import { goTo } from './store.ts'
import { summaryOf } from './summary.ts'
import type { World } from './world.ts'

/** The left column: who one is, and his chats with dots where something waits. */
export function ChatList({ world, place }: { world: World; place: Place }) {
  const person = world.people.get(place.as)
  return (
    <nav class="list" aria-label="会话">
      {person && <Identity person={person} />}
      <ul>
        {chatsOf(world, place.as).map((chat) => (
          <ChatLine key={chat.id} world={world} place={place} chat={chat} />
        ))}
      </ul>
    </nav>
  )
}

function Identity({ person }: { person: Person }) {
  return (
    <button
      type="button"
      class="identity"
      aria-label={`当前身份 ${person.name}，切换身份`}
      title={person.title}
      onClick={() => choosing.set(true)}
    >
      <Avatar id={person.openId} name={person.name} />
      <span class="identity-words">
        <span class="identity-name">{person.name}</span>
        <span class="faint">{person.title}</span>
      </span>
      <span class="identity-switch">切换身份</span>
    </button>
  )
}

function ChatLine({ world, place, chat }: { world: World; place: Place; chat: Chat }) {
  const waiting = unread(world, useSignal(seen), place.as, chat)
  const last = lastOf(world, chat, place.as)
  const name = chat.kind === 'private' ? world.bot.name : chat.name
  const current = placeName(chat) === place.chat
  return (
    <li>
      <button
        type="button"
        class={`line ${current ? 'line-current' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={() => goTo({ as: place.as, chat: placeName(chat) })}
      >
        {chat.kind === 'private' ? (
          <Avatar id="bot" name={name} />
        ) : (
          <span class="avatar avatar-group" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
        )}
        <span class="line-words">
          <span class="line-top">
            <span class="line-name">{name}</span>
            {chat.kind === 'private' && <span class="mark">机器人</span>}
            {last && <time class="line-time">{briefText(last.at, world.now)}</time>}
          </span>
          <span class="line-last">
            <Lit text={last ? summaryOf(world, last) : '还没有消息'} />
          </span>
        </span>
        {waiting > 0 && (
          <span class="dot" role="img" aria-label={`${waiting}条新消息`}>
            {waiting > 99 ? '99+' : waiting}
          </span>
        )}
      </button>
    </li>
  )
}
