/** A tap on a card: the button's sentence, the version it showed, and what was typed into the fields. */
import type { Tapped } from '../bot/message.ts'
import type { Envelope } from './envelope.ts'
import { type Fields, fields, parsed, withoutPrivate, word } from './loose.ts'

type Value = string | string[]

/** Reads `card.action.trigger`; undefined where nobody tapped (no open_id). A tap without a sentence says ''. */
export function readTap(envelope: Envelope, tenant: string, at: number): Tapped | undefined {
  const { event, context } = envelope
  const operator = fields(event.operator)
  const openId = word(operator.open_id, fields(operator.operator_id).open_id, event.open_id)
  if (openId === '') return undefined
  const action = fields(event.action)
  const value = parsed(action.value)
  const unionId = word(operator.union_id)
  const chat = word(context.open_chat_id, event.open_chat_id)
  return {
    kind: 'tapped',
    key: `evt:${envelope.id}`,
    at,
    sender: {
      openId,
      ...(unionId && { unionId }),
      tenant: word(operator.tenant_key) || tenant,
    },
    chat: { kind: 'unknown', ...(chat && { id: chat }) },
    message: word(context.open_message_id, event.open_message_id),
    say: word(value.say),
    ...(Number.isFinite(value.rev) && { rev: value.rev as number }),
    fields: readFields(action),
  }
}

/** A form's fields by name; outside a form the one component's answer, under its own name or `value`. */
function readFields(action: Fields): Record<string, Value> {
  const own = answer(action.input_value ?? action.option ?? action.options ?? action.checked)
  const alone: [string, Value][] =
    own === undefined ? [] : [[withoutPrivate(word(action.name)) || 'value', own]]
  const form = Object.entries(fields(action.form_value)).flatMap(([name, value]) => {
    const given = answer(value)
    return given === undefined ? [] : [[name, given] as [string, Value]]
  })
  return Object.fromEntries([...alone, ...form])
}

/** Texts and lists of texts; ticks and numbers become text; anything else is no answer. */
function answer(value: unknown): Value | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => answer(one) ?? []).flat()
  if (typeof value === 'string') return withoutPrivate(value)
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : undefined
}
