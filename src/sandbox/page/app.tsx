import { ChatList } from './chat-list.tsx'
import { chatOf } from './chats.ts'
import { ConfirmBox } from './confirm.tsx'
import { Conversation } from './conversation.tsx'
import { side } from './panels.ts'
import { PeopleBox } from './people.tsx'
import { Side } from './side.tsx'
import { useSignal } from './signal.ts'
import { browsing, link, place, world } from './store.ts'
import { Toasts } from './toast.tsx'
import { TopBar } from './top-bar.tsx'

/** The whole page: bar on top, chats on the left, the conversation, and one side panel. */
export function App() {
  const here = useSignal(world)
  const at = useSignal(place)
  const connection = useSignal(link)
  const open = useSignal(side)
  const list = useSignal(browsing)
  if (!here)
    return (
      <p class="opening" role="status">
        {connection === 'lost' ? '练习服务未连接，正在重试……' : '正在打开练习场……'}
      </p>
    )
  const chat = chatOf(here, at)
  return (
    <div class={`page ${open ? 'with-side' : ''} ${list ? 'with-list' : ''}`}>
      <TopBar world={here} />
      {connection === 'lost' && (
        <p class="lost" role="alert">
          连接已断开，恢复后自动刷新
        </p>
      )}
      <div class="columns">
        <ChatList world={here} place={at} />
        {chat ? (
          <Conversation key={`${at.as} ${chat.id}`} world={here} as={at.as} chat={chat} />
        ) : (
          <main class="conversation">
            <p class="nothing">此人不在该群中，请从左侧选择会话</p>
          </main>
        )}
        {open && <Side world={here} open={open} />}
      </div>
      <PeopleBox world={here} place={at} />
      <ConfirmBox />
      <Toasts />
    </div>
  )
}
