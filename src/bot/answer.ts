/** An answer goes back the way the sentence came: a reply in the group, a message in private, a toast for a tap. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { canSee } from '../domain/matter/sight.ts'
import { bubblesUnder } from '../views/bubbles.ts'
import { refusalCard, refusalLines } from '../views/refusal.ts'
import { mayStandIn } from './audience.ts'
import type { Content, Heard } from './message.ts'
import { chatOf, privatePlace } from './place.ts'
import type { Reply } from './reply.ts'
import { cardAt } from './show.ts'
import { type Spoken, sendingCard } from './turn.ts'

/** Answers a typed sentence through the outbox. */
export async function answerSaid(turn: Spoken, reply: Reply): Promise<Heard> {
  const heard: Heard = { outcome: 'acted', reply: reply.line }
  const { matter } = reply
  if (reply.private && chatOf(turn.place) !== undefined) {
    const content: Content = reply.card ? { card: reply.card } : { lines: reply.line.split('\n') }
    await answerAside(turn, { content })
    await write(turn, { lines: ['已私聊发给您。'] })
    return heard
  }
  if (reply.unkept) await write(turn, { lines: [reply.line] }, undefined, false, { unkept: true })
  else if (matter) await answerWithMatter(turn, reply, matter)
  else if (reply.card) await write(turn, { card: reply.card })
  else await answerInLines(turn, reply.line.split('\n'))
  return heard
}

/** To the speaker alone, who asked in a group. */
async function answerAside(turn: Spoken, body: object, about: object = {}): Promise<void> {
  const place = privatePlace(turn.actor.id)
  await turn.post({ kind: 'send', place, body, class: 'answer', ...about })
}

/** One line where the matter's card lives already or must not stand; else the card itself, with the line on top. */
async function answerWithMatter(turn: Spoken, reply: Reply, matter: Matter): Promise<void> {
  if (turn.message)
    await turn.store.messages.add({
      message: turn.message,
      place: turn.place,
      matter: matter.id,
      rev: matter.rev,
      at: turn.now,
      state: 'told',
    })
  if (!(await mayStandIn(turn, matter, turn.place))) {
    if (!reply.fresh) return write(turn, { lines: reply.line.split('\n') }, matter, false)
    const { line } = reply
    const aside = { ...sendingCard(cardAt(turn, matter, privatePlace(turn.actor.id), line)), line }
    await answerAside(turn, aside, { matter: matter.id, rev: matter.rev })
    return write(turn, { lines: [`${matter.id}号不在本群办理，已私聊发给您。`] })
  }
  const living = reply.fresh ? [] : await turn.store.messages.living(matter.id, turn.place)
  if (living.length > 0) return answerInLines(turn, reply.line.split('\n'), matter)
  const card = cardAt(turn, matter, turn.place, reply.line, reply.born)
  await write(turn, { card }, matter, true, { line: reply.line, born: reply.born ?? false })
}

/** Tells in lines what was done; in private, sentences that may come next hang below it. */
export async function answerInLines(turn: Spoken, lines: string[], matter?: Matter): Promise<void> {
  const seen = matter && canSee(turn.actor, matter, turn.directory) ? matter.id : undefined
  const bubbles = chatOf(turn.place) === undefined ? bubblesUnder(lines, seen) : []
  await write(turn, { lines }, matter, false, bubbles.length > 0 ? { bubbles } : {})
}

/** Writes to where the sentence was said. */
export async function write(
  turn: Spoken,
  content: Content,
  matter?: Matter,
  living = false,
  more: object = {},
): Promise<void> {
  const about = matter ? { matter: matter.id, ...(living ? { rev: matter.rev } : {}) } : {}
  const group = chatOf(turn.place) !== undefined
  const reply = group && turn.message !== undefined
  await turn.post({
    kind: reply ? 'reply' : 'send',
    place: turn.place,
    body: { content, ...(reply ? { message: turn.message } : {}), ...more },
    class: 'answer',
    ...about,
  })
}

/** Answers a tap in the callback itself: a toast, and the card as it now stands. */
export async function answerTapped(turn: Spoken, tapped: string, reply: Reply): Promise<Heard> {
  const toast = { type: 'success' as const, content: reply.line.split('\n')[0] ?? '' }
  const heard: Heard = { outcome: 'acted', reply: reply.line, toast }
  const { matter } = reply
  if (matter && !reply.fresh) {
    const card = await currentCard(turn, tapped, matter)
    return card ? { ...heard, card } : heard
  }
  const alone = chatOf(turn.place) === undefined
  if (reply.page && reply.card && (alone || !reply.private)) return { ...heard, card: reply.card }
  const place = privatePlace(turn.actor.id)
  const card = matter ? cardAt(turn, matter, place, reply.line) : reply.card
  if (!card) return heard
  const about = matter ? { matter: matter.id, rev: matter.rev } : {}
  const line = matter ? { line: reply.line } : {}
  await turn.post({
    kind: 'send',
    place,
    body: { ...sendingCard(card), ...line },
    class: 'answer',
    ...about,
  })
  return { ...heard, toast: { type: 'info', content: '已私聊发给您。' } }
}

/** The tapped card as it now stands, when it is the living card of that matter. */
export async function currentCard(
  turn: Spoken,
  tapped: string,
  matter: Matter,
): Promise<Card | undefined> {
  const shown = await turn.store.messages.about([tapped])
  if (shown?.matter !== matter.id || shown.state !== 'living') return undefined
  await turn.store.messages.shows(tapped, matter.rev)
  return cardAt(turn, matter, shown.place)
}

export interface Refusal {
  code: string
  say: string
  tries: string[]
  choices: { label: string; say: string }[]
  /** Asked in a group, it goes to the asker in private. */
  aside: boolean
}

/** Says no in words: with buttons where a whole sentence can be tapped. */
export async function refuseSaid(turn: Spoken, refusal: Refusal): Promise<Heard> {
  const { say, code, tries, choices, aside } = refusal
  const card = refusalCard(say, code, tries, choices)
  if (aside && card && chatOf(turn.place) !== undefined) {
    await answerAside(turn, sendingCard(card))
    await write(turn, { lines: ['已私聊发给您，请在私聊中选择。'] })
    return { outcome: 'refused', reply: say }
  }
  await write(turn, card ? { card } : { lines: refusalLines(say, code, tries) })
  return { outcome: 'refused', reply: say }
}

/** Says no to a tap: a toast; a question back goes to the tapper in private, since a toast has no buttons. */
export async function refuseTapped(turn: Spoken, refusal: Refusal): Promise<Heard> {
  const { say, code, tries, choices } = refusal
  const card = choices.length > 0 ? refusalCard(say, code, tries, choices) : undefined
  if (card)
    await turn.post({
      kind: 'send',
      place: privatePlace(turn.actor.id),
      body: sendingCard(card),
      class: 'answer',
    })
  return { outcome: 'refused', reply: say, toast: { type: 'warning', content: say } }
}
