import { useEffect } from 'preact/hooks'
import type { Chat, Message } from '../protocol.ts'
import { lastOf, placeName } from './chats.ts'
import { Composer } from './composer.tsx'
import { draftOf, drafts, startDraft } from './drafts.ts'
import { Messages } from './messages.tsx'
import { markSeen } from './seen.ts'
import { leave } from './store.ts'
import type { World } from './world.ts'

/** One chat as one person sees it. */
export function Conversation({ world, as, chat }: { world: World; as: string; chat: Chat }) {
  const last = lastOf(world, chat, as)
  useEffect(() => {
    if (last) markSeen(as, chat.id, last.at)
  }, [as, chat.id, last?.at])
  const reply = (message: Message) => {
    const name = placeName(chat)
    startDraft(as, name, { ...draftOf(drafts.get(), as, name), replyTo: message.id })
  }
  const isPrivate = chat.kind === 'private'
  return (
    <main class="conversation" aria-label={isPrivate ? world.bot.name : chat.name}>
      <div class="conversation-head">
        <button type="button" class="plain back" aria-label="返回会话列表" onClick={leave}>
          ‹
        </button>
        <h2>{isPrivate ? world.bot.name : chat.name}</h2>
        <span class="faint">{isPrivate ? '与机器人的私聊' : `${chat.members.length}人`}</span>
      </div>
      <Messages world={world} as={as} chat={chat} onReply={reply} />
      <Composer world={world} as={as} chat={chat} />
    </main>
  )
}
