/** A tap from beginning to end: sent once, answered within three seconds, the answer judged and applied. */
import { readAnswer } from './answer.ts'
import { isNode } from './card-tree.ts'
import { readCard } from './content.ts'
import { cardOf, type StoredMessage } from './messages.ts'
import type { Outbound } from './outbound.ts'
import { show } from './posting.ts'
import { Refusal } from './refusals.ts'
import { actionOf, callbackOf, type Tap } from './tap.ts'
import { standOn } from './touching.ts'
import type { World } from './world.ts'

/** What came of it: `error` is the code the client shows, or in Chinese why it did not send at all (status 0). */
export interface Tapped {
  status: number
  answer: unknown
  error?: string
}

const TAPPABLE = 14 * 86_400_000

/** Somebody taps a component of a card he sees. Never throws: what the client refuses is told in `error`. */
export async function tapCard(
  world: World,
  outbound: Outbound,
  as: string,
  id: string,
  tap: Tap,
): Promise<Tapped> {
  let ready: { message: StoredMessage; event: Record<string, unknown>; token: string }
  try {
    ready = prepare(world, as, id, tap)
  } catch (error) {
    return { status: 0, answer: undefined, error: (error as Error).message }
  }
  const { message, event, token } = ready
  const posted = await outbound.callback(event)
  const answer = readAnswer(posted)
  const error = 'error' in answer ? answer.error : applied(world, as, message, answer.card)
  // The page drew the tap in advance; whatever the answer did not change goes back to what it was.
  show(world, message)
  if (error !== undefined) return { status: posted.status, answer: parsed(posted.body), error }
  world.updates.answered(token)
  if ('toast' in answer && answer.toast) {
    const { type = 'info', content } = answer.toast
    const at = world.clock.now()
    if (!answer.card)
      world.effects.push({
        kind: 'answer',
        message: id,
        chat: message.chat,
        at,
        to: as,
        type: 'toast',
      })
    world.stream.push(() => ({ type: 'toast', as, toast: { type, content } }))
  }
  return { status: posted.status, answer: 'body' in answer ? answer.body : undefined }
}

function prepare(world: World, as: string, id: string, tap: Tap) {
  const { person, message } = standOn(world, as, id)
  const place = world.chats.get(message.chat)!
  if (message.type !== 'interactive') throw new Error('这条消息不是卡片')
  if (world.clock.now() - message.at > TAPPABLE) throw new Error('卡片已超过 14 天，不能再操作')
  const action = actionOf(cardOf(message), tap, place)
  const token = world.updates.give(id, world.clock.now())
  return { message, token, event: callbackOf(person, message, action, token) }
}

/** Replaces the card for everyone; gives the client's error code where the new one is bad. */
function applied(
  world: World,
  as: string,
  message: StoredMessage,
  card: Record<string, unknown> | undefined,
): string | undefined {
  if (!card) return undefined
  const before = cardOf(message)
  if (isNode(before) && before.schema === '2.0' && card.schema !== '2.0') return '200830'
  try {
    message.content = readCard(world, world.chats.get(message.chat)!, card)
  } catch (error) {
    if (error instanceof Refusal) return '200673'
    throw error
  }
  const at = world.clock.now()
  message.updatedAt = at
  const { id, chat } = message
  world.effects.push({ kind: 'answer', message: id, chat, at, to: as, type: 'interactive' })
  return undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
