import type { Chat } from '../protocol.ts'
import { nameOf, placeName, privateChat } from './chats.ts'
import { startDraft } from './drafts.ts'
import { written } from './mentions.ts'
import { side, wide } from './panels.ts'
import { goTo } from './store.ts'
import type { World } from './world.ts'

type Try = World['tries'][number]

/** Sentences to try: a tap goes to the person and the chat and writes the sentence, the newcomer presses Enter. */
export function Tries({ world }: { world: World }) {
  if (world.tries.length === 0) return <p class="nothing">暂无建议</p>
  return (
    <div class="side-body">
      <p class="faint">
        点一条，即切换到该人该会话并写好这句话，按回车发送。人物和单位均为虚构，可放心操作。
      </p>
      <ol class="tries">
        {world.tries.map((one) => (
          <li key={`${one.as} ${one.chat} ${one.say}`}>
            <button type="button" class="try" onClick={() => begin(world, one)}>
              <span class="try-who">
                {nameOf(world, one.as)} · {chatName(world, one)}
              </span>
              <span class="try-say">{written(world, chatFor(world, one), one.say)}</span>
              <span class="faint">{one.why}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Goes where a suggestion belongs and writes it into the composer there. */
function begin(world: World, one: Try): void {
  const chat = chatFor(world, one)
  startDraft(one.as, placeName(chat), { text: written(world, chat, one.say) })
  goTo({ as: one.as, chat: placeName(chat) })
  if (!wide()) side.set(undefined)
}

/** The chat a suggestion is said in; every name that is not a known group means the private one. */
export function chatFor(world: World, one: Try): Chat {
  const chat = world.chats.get(one.chat)
  return chat?.kind === 'group' ? chat : privateChat(world, one.as)
}

function chatName(world: World, one: Try): string {
  const chat = chatFor(world, one)
  return chat.kind === 'private' ? `与${world.bot.name}私聊` : chat.name
}
