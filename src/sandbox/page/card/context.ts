import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Acts, Chat } from '../../protocol.ts'
import { confirmed } from '../confirm.tsx'
import { toast } from '../toast.tsx'
import { safeUrl } from '../url.ts'
import { act } from '../wire.ts'
import type { World } from '../world.ts'
import { list, object, text, words } from './json.ts'

/** What every component of a card knows: whose screen it is on, and how to draw the components inside it. */
export interface OnCard {
  world: World
  as: string
  chat: Chat
  message: string
  /** The card's own names of text sizes. */
  sizes: Record<string, string>
  draw(elements: unknown): ComponentChildren
}

/** The card around a component. */
export const CardContext = createContext<OnCard | undefined>(undefined)

/** The card around the component that asks. */
export function useCard(): OnCard {
  const card = useContext(CardContext)
  if (!card) throw new Error('a component of a card stands outside a card')
  return card
}

/** A tap without the person and the message, which the card knows. */
type Tap = Omit<Acts['tap'], 'as' | 'message'>

/** Sends taps of one component: asks first where the node says so, shows the toast, tells while it waits, and resolves to whether the bot took it. */
export function useTap(node: Record<string, unknown>) {
  const { as, message } = useCard()
  const [pending, setPending] = useState(false)
  const here = useRef(true)
  useEffect(
    () => () => {
      here.current = false
    },
    [],
  )
  const tap = async (action: Tap): Promise<boolean> => {
    const { title, text } = object(node.confirm)
    if ((title || text) && !(await confirmed(words(title), words(text)))) return false
    setPending(true)
    const answer = await act('tap', { as, message, ...action })
    if (here.current) setPending(false)
    if (answer.ok) toast(answer.toast?.type, answer.toast?.content)
    else toast('error', answer.error)
    // What a bot refuses one will want to correct: it does not count as taken.
    return answer.ok && !['error', 'warning'].includes(answer.toast?.type ?? '')
  }
  return { pending, tap }
}

/** The value a component calls back with; undefined when it calls nobody back. */
export function callbackOf(node: Record<string, unknown>): { value?: unknown } | undefined {
  const behaviors = list(node.behaviors).map(object)
  const callback = behaviors.find((behavior) => behavior.type === 'callback')
  if (callback) return 'value' in callback ? { value: callback.value } : {}
  return 'value' in node ? { value: node.value } : undefined
}

/** The address a component opens, when it has one that may be opened. */
export function linkOf(node: Record<string, unknown>): string | undefined {
  const opens = list(node.behaviors)
    .map(object)
    .find((behavior) => behavior.type === 'open_url')
  const address = text(opens?.pc_url) || text(opens?.default_url) || text(node.url)
  return address ? safeUrl(address) : undefined
}

/** Opens an address in a new window that knows nothing of this one. */
export function openLink(href: string): void {
  window.open(href, '_blank', 'noopener,noreferrer')
}
