/** A stored event, read for what has to exist before it can be judged: who acts, who is named, where, on which message. */
import { type Envelope, readEnvelope } from '../../feishu/envelope.ts'
import { type Fields, fields, isFields, list, parsed, word } from '../../feishu/loose.ts'

/** Somebody the event names; his name is '' where it does not say. */
export interface Named {
  openId: string
  unionId: string
  name: string
}

export interface Payload {
  type: string
  token: string
  /** Whose deed it is; undefined where nobody acts. */
  actor: Named | undefined
  /** Mentioned people and people picked in a form. */
  others: Named[]
  /** The group it happened in, or may have happened in (a tap does not say). */
  group: string | undefined
  /** The messages that a tap, a reaction or a reply points at. */
  messages: string[]
  /** What is said, with `{holes}` and `@_user_N` as they stand; '' where nothing is. */
  says: string
  reaction: boolean
}

/** Whether a stored object is an event at all, and not an answer, a message's content or a request. */
export function isEvent(value: unknown): value is Fields {
  if (!isFields(value)) return false
  const { header, event, event_type, type, action, open_message_id, challenge } = value
  if (word(fields(header).event_type, event_type, fields(event).type) !== '') return true
  if (type === 'url_verification') return challenge !== undefined
  return action !== undefined && open_message_id !== undefined
}

/** What an event needs; nothing in it is believed, only looked for. */
export function readPayload(stored: Fields): Payload {
  const envelope = readEnvelope(stored)
  const { event, context, type, token } = envelope
  const message = fields(event.message)
  const action = fields(event.action)
  const chat = word(message.chat_id, context.open_chat_id, event.open_chat_id, event.chat_id)
  const pointed = [
    context.open_message_id,
    event.open_message_id,
    /reaction/.test(type) ? event.message_id : '',
    message.parent_id,
    message.root_id,
  ]
  return {
    type,
    token,
    actor: actorOf(envelope),
    others: [...mentioned(message), ...picked(action)],
    group: chat === '' || message.chat_type === 'p2p' ? undefined : chat,
    messages: [...new Set(pointed.map((one) => word(one)))].filter((id) => id !== ''),
    says: word(parsed(action.value).say, parsed(message.content).text, event.event_key),
    reaction: /reaction/.test(type),
  }
}

function actorOf({ event }: Envelope): Named | undefined {
  const operator = fields(event.operator)
  const ids = [
    fields(fields(event.sender).sender_id),
    fields(operator.operator_id),
    operator,
    fields(event.operator_id),
    fields(event.user_id),
    event,
  ].find((one) => word(one.open_id) !== '')
  return ids && named(ids, word(operator.operator_name))
}

function mentioned(message: Fields): Named[] {
  return list(message.mentions)
    .map(fields)
    .filter((entry) => entry.mentioned_type !== 'bot')
    .map((entry) => named(isFields(entry.id) ? entry.id : { open_id: entry.id }, word(entry.name)))
    .filter((one) => one.openId !== '')
}

function picked(action: Fields): Named[] {
  const values = [...Object.values(fields(action.form_value)), action.option, action.options]
  return values
    .flat()
    .map((value) => word(value))
    .filter((value) => /^ou_/.test(value))
    .map((openId) => named({ open_id: openId }, ''))
}

const named = ({ open_id, union_id }: Fields, name: string): Named => ({
  openId: word(open_id),
  unionId: word(union_id),
  name,
})
