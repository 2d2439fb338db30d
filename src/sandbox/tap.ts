/** What a tap on a card sends: the client finds the component, fills in its form, and says who tapped where. */
import { callbackValue, callsBack, components, isNode, type Placed, submits } from './card-tree.ts'
import type { Place } from './chats.ts'
import { fieldValue, formValue } from './form.ts'
import type { Resident } from './people.ts'

/** A component of a card and what is done to it. */
export interface Tap {
  tag: string
  name?: string
  value?: unknown
  /** The words on a button, where neither name nor value tells it from others. */
  text?: string
  option?: string
  options?: string[]
  checked?: boolean
  input?: string
  form?: Record<string, string | string[]>
  /** Sent as given although the card no longer has it: by a client that still shows an older card. */
  stale?: boolean
}

type Action = Record<string, unknown>

/** Tags whose callback names the client's time zone, as in the published samples. */
const ZONED = new Set(['button', 'date_picker', 'picker_time', 'picker_datetime'])

/** The `action` of the callback. Throws in Chinese where the client would not send it. */
export function actionOf(card: unknown, tap: Tap, place: Place): Action {
  const found = find(card, tap)
  if (!found) {
    if (tap.stale) return bare(tap)
    throw new Error('卡片上没有这个组件')
  }
  const { node, form } = found
  if (node.disabled === true) throw new Error('这个组件已停用')
  if (!callsBack(node)) throw new Error('这个组件只打开链接')
  const value = callbackValue(node)
  const action: Action = { ...(value === undefined ? {} : { value }), tag: tap.tag }
  if (ZONED.has(tap.tag)) action.timezone = 'Asia/Shanghai'
  if (form && submits(node)) action.form_value = formValue(form, tap.form ?? {}, place.members)
  else Object.assign(action, chosen(node, tap, place))
  if (typeof node.name === 'string') action.name = node.name
  return action
}

/** The `event` of the callback. */
export function callbackOf(
  person: Resident,
  message: { id: string; chat: string },
  action: Action,
  token: string,
): Record<string, unknown> {
  const { tenant, openId, unionId } = person
  return {
    operator: { tenant_key: tenant, open_id: openId, union_id: unionId },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: message.chat },
  }
}

function find(card: unknown, tap: Tap): Placed | undefined {
  for (const placed of components(card)) {
    const { node } = placed
    if (node.tag !== tap.tag) continue
    if (tap.name !== undefined && node.name !== tap.name) continue
    if (tap.value !== undefined && !same(callbackValue(node), tap.value)) continue
    if (tap.text !== undefined && !(isNode(node.text) && node.text.content === tap.text)) continue
    return placed
  }
  return undefined
}

function chosen(node: Record<string, unknown>, tap: Tap, place: Place): Action {
  const { option, options, checked, input } = tap
  if (tap.tag === 'overflow') return overflowed(node, option)
  if (option !== undefined) return { option: fieldValue(node, option, place.members) }
  if (options !== undefined) return { options: fieldValue(node, options, place.members) }
  if (input !== undefined) return { input_value: fieldValue(node, input, place.members) }
  return checked === undefined ? {} : { checked }
}

function overflowed(node: Record<string, unknown>, option: string | undefined): Action {
  const offered = (Array.isArray(node.options) ? node.options : []) as Record<string, unknown>[]
  if (!offered.some(({ value }) => value === option)) throw new Error(`没有这个选项：${option}`)
  return { option }
}

function bare({ tag, name, value, option, options, checked, input, form }: Tap): Action {
  const all = { value, tag, name, option, options, checked, input_value: input, form_value: form }
  return Object.fromEntries(Object.entries(all).filter(([, given]) => given !== undefined))
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (!isNode(a) || !isNode(b)) return JSON.stringify(a) === JSON.stringify(b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]))
}
