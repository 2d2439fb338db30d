import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../protocol.ts'
import { nameOf, placeName } from './chats.ts'
import { type Draft, draftOf, drafts, focusWish, keepDraft } from './drafts.ts'
import { FileButton, useDrop } from './file.tsx'
import { MentionList } from './mention-list.tsx'
import { type Mention, mentionable, mentionWord, spoken } from './mentions.ts'
import { useSignal } from './signal.ts'
import { Chips, Menu } from './starters.tsx'
import { contentOf } from './summary.ts'
import { toast } from './toast.tsx'
import { act } from './wire.ts'
import type { World } from './world.ts'

/** Where one writes: Enter sends, Shift+Enter breaks the line, @ opens the list of people, files can be dropped. */
export function Composer({ world, as, chat }: { world: World; as: string; chat: Chat }) {
  const name = placeName(chat)
  const draft = draftOf(useSignal(drafts), as, name)
  const wish = useSignal(focusWish)
  const field = useRef<HTMLTextAreaElement>(null)
  const [word, setWord] = useState<string | undefined>()
  const [pick, setPick] = useState(0)
  const foot = useRef<HTMLElement>(null)
  const over = useDrop(foot, as, name)
  const set = (change: Partial<Draft>) => keepDraft(as, name, { ...draft, ...change })
  const found =
    word === undefined
      ? []
      : mentionable(world, chat)
          .filter(({ label, title }) => `${label} ${title}`.includes(word))
          .slice(0, 50)

  useLayoutEffect(() => {
    if (wish === 0 || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(draft.text.length, draft.text.length)
  }, [wish])
  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`
  }, [draft.text])

  const say = async () => {
    const text = spoken(draft.text, mentionable(world, chat)).trim()
    if (!text) return
    const { replyTo } = draft
    keepDraft(as, name, { text: '' })
    const answer = await act('say', { as, chat: name, text, ...(replyTo && { replyTo }) })
    if (answer.ok) return
    toast('error', answer.error)
    keepDraft(as, name, draft)
  }
  const take = (mention: Mention) => {
    const cursor = field.current?.selectionStart ?? draft.text.length
    const start = draft.text.lastIndexOf('@', cursor - 1)
    const before = `${draft.text.slice(0, start)}@${mention.label} `
    const text = before + draft.text.slice(cursor)
    if (field.current) {
      // At once, not when it is drawn again: whoever types on must find the cursor behind the name.
      field.current.value = text
      field.current.focus()
      field.current.setSelectionRange(before.length, before.length)
    }
    set({ text })
    setWord(undefined)
  }
  const keys = (event: KeyboardEvent) => {
    // While an input method composes Chinese, Enter belongs to it.
    if (event.isComposing || event.keyCode === 229) return
    const listed = found[Math.min(pick, found.length - 1)]
    if (listed && word !== undefined) {
      const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (move !== 0) setPick((pick + move + found.length) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') take(listed)
      else if (event.key === 'Escape') setWord(undefined)
      else return
      event.preventDefault()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      say()
    }
  }
  const quoted = world.messages.get(chat.id)?.find((message) => message.id === draft.replyTo)
  return (
    <footer ref={foot} class={`composer ${over ? 'composer-over' : ''}`}>
      {chat.kind === 'private' && <Menu world={world} as={as} />}
      <Chips world={world} as={as} chat={chat} />
      {quoted && (
        <p class="replying">
          回复 {nameOf(world, quoted.from)}：{contentOf(quoted)}
          <button
            type="button"
            class="plain"
            aria-label="取消回复"
            onClick={() => keepDraft(as, name, { text: draft.text })}
          >
            ×
          </button>
        </p>
      )}
      {word !== undefined && found.length > 0 && (
        <MentionList found={found} pick={Math.min(pick, found.length - 1)} onTake={take} />
      )}
      <div class="composer-row">
        <textarea
          ref={field}
          rows={1}
          aria-label="输入消息"
          placeholder={`发送给 ${chat.kind === 'private' ? world.bot.name : chat.name}`}
          value={draft.text}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget
            set({ text: value })
            setWord(mentionWord(value, selectionStart))
            setPick(0)
          }}
          onKeyDown={keys}
          onBlur={() => setWord(undefined)}
        />
        <FileButton as={as} chat={name} />
        <button type="button" class="btn btn-primary" disabled={!draft.text.trim()} onClick={say}>
          发送
        </button>
      </div>
    </footer>
  )
}
