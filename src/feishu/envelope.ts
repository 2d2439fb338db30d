/** The wrapping of an event, whatever its version: v2, v1, the SDK's flattened object, the first card callback. */
import { createHash } from 'node:crypto'
import type { Instant } from '../domain/time/day.ts'
import { type Fields, fields, moment, word } from './loose.ts'

/** An event out of its wrapping; texts that were absent are ''. */
export interface Envelope {
  type: string
  /** What makes a second delivery the same: the event's id, else a fingerprint of the whole. */
  id: string
  at: Instant | undefined
  token: string
  app: string
  tenant: string
  event: Fields
  /** Where a card stood: inside the event, or (in one official example) beside it. */
  context: Fields
}

/** Opens any of the four wrappings (feishu-platform.md 1.2, 3.1); never throws. */
export function readEnvelope(envelope: unknown): Envelope {
  const outer = fields(envelope)
  const header = fields(outer.header)
  const inner = fields(outer.event)
  const flat = outer.event === undefined
  const event = flat ? outer : inner
  return {
    type: word(header.event_type, outer.event_type, inner.type) || plainType(outer),
    id: word(header.event_id, outer.event_id, outer.uuid) || fingerprint(envelope),
    at: moment(header.create_time, outer.create_time, outer.ts),
    token: word(header.token) || word(outer.token),
    app: word(header.app_id, outer.app_id, inner.app_id),
    tenant: word(header.tenant_key, outer.tenant_key, inner.tenant_key),
    event,
    context: fields(event.context ?? outer.context),
  }
}

/** The first card callback names no type: it has an action and the card's message at the top. */
function plainType(outer: Fields): string {
  if (outer.action !== undefined && outer.open_message_id !== undefined)
    return 'card.action.trigger'
  return word(outer.type)
}

/** A hash of every name and leaf; walks without recursion, so that deep nesting cannot overflow the stack. */
function fingerprint(value: unknown): string {
  const hash = createHash('sha256')
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'object' && next !== null) {
      hash.update(Array.isArray(next) ? '[' : '{')
      for (const entry of Object.entries(next)) left.push(entry[1], entry[0])
    } else hash.update(`${typeof next}:${next};`)
  }
  return hash.digest('hex').slice(0, 32)
}
