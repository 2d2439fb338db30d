/** What the bot may answer to a tap, and what the client shows when it answers otherwise (feishu-platform.md 3.2). */
import { isNode } from './card-tree.ts'
import type { Posted } from './webhook.ts'

interface Toast {
  type: string
  content: string
}

type Answer =
  | { error: string }
  | { body: Record<string, unknown>; toast?: Toast; card?: Record<string, unknown> }

const TOASTS = new Set(['info', 'success', 'error', 'warning'])

/** Reads an answer: no answer 200341, any status but 200 is 200671, any other shape 200672, a template card 200673. */
export function readAnswer({ status, body }: Posted): Answer {
  if (status === 0) return { error: '200341' }
  if (status !== 200) return { error: '200671' }
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return { error: '200672' }
  }
  if (!isNode(read)) return { error: '200672' }
  const { toast, card } = read
  if (toast !== undefined && !isToast(toast)) return { error: '200672' }
  if (card === undefined) return { body: read, ...(toast ? { toast } : {}) }
  if (!isNode(card) || !isNode(card.data)) return { error: '200672' }
  if (card.type !== 'raw') return { error: card.type === 'template' ? '200673' : '200672' }
  return { body: read, card: card.data, ...(toast ? { toast } : {}) }
}

function isToast(toast: unknown): toast is Toast {
  if (!isNode(toast) || typeof toast.content !== 'string') return false
  return toast.type === undefined || TOASTS.has(String(toast.type))
}
