import type { Message } from '../protocol.ts'
import { REACTIONS, react } from './reactions.tsx'
import { toast } from './toast.tsx'
import { act } from './wire.ts'

/** What one can do with a message; appears beside it under the pointer or the keyboard. */
export function Tools(props: {
  as: string
  message: Message
  own: boolean
  current: boolean
  onReply: () => void
}) {
  const { as, message, own, current, onReply } = props
  const tabIndex = current ? 0 : -1
  const recall = async () => {
    const answer = await act('recall', { as, message: message.id })
    if (!answer.ok) toast('error', answer.error)
  }
  return (
    <div class="tools" role="toolbar" aria-label="消息操作">
      <button type="button" tabIndex={tabIndex} onClick={onReply}>
        回复
      </button>
      {REACTIONS.map(({ emoji, label }) => (
        <button
          key={emoji}
          type="button"
          tabIndex={tabIndex}
          aria-label={`表情 ${emoji}`}
          onClick={() => react(as, message, emoji)}
        >
          {label}
        </button>
      ))}
      {own && (
        <button type="button" tabIndex={tabIndex} onClick={recall}>
          撤回
        </button>
      )}
    </div>
  )
}
