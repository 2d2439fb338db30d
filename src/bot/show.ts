/** One living card per matter and place: sent once, edited in place, replaced when somebody must act. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { actingOn } from '../domain/people/rights.ts'
import type { Weight } from '../domain/remind/allowance.ts'
import type { Instant } from '../domain/time/day.ts'
import { matterCard, movedCard } from '../views/matter.ts'
import { gatherAgain } from './gathered.ts'
import { personOf, privatePlace } from './place.ts'
import { sendingCard, type Turn } from './turn.ts'

/** The platform edits a card for 14 days; after 13 a fresh one takes its place. */
export const CARD_LIFE = 13 * 86_400_000

/** The matter's card as this place's readers need it; `more` shows the buttons that had no room. */
export function cardAt(
  turn: Turn,
  matter: Matter,
  place: string,
  line?: string,
  born = false,
  more = false,
): Card {
  const { directory, calendar, now } = turn
  const person = personOf(place)
  const reader = person === undefined ? undefined : directory.people.get(person)
  const viewer = reader && actingOn(reader, turn.today, directory)
  return matterCard(matter, {
    directory,
    calendar,
    now,
    born,
    more,
    ...(viewer ? { viewer } : {}),
    ...(line === undefined ? {} : { line }),
  })
}

/** Whether a card that was sent then can still be edited. */
export const editable = (sent: Instant, now: Instant): boolean => now - sent < CARD_LIFE

/** Every living card of the matter, and every card of it still waiting to be sent, shows it as it now stands. */
export async function showAgain(turn: Turn, matter: Matter): Promise<void> {
  const waiting = await turn.store.outbox.waiting(matter.id)
  for (const letter of waiting) {
    const body = letter.body as { line?: string; born?: boolean; card?: Card; content?: unknown }
    if (letter.rev === null) continue
    const place = (letter.body as { at?: string }).at ?? letter.place
    const card = cardAt(turn, matter, place, body.line, body.born)
    const revised = letter.kind === 'patch' ? { ...body, card } : { ...body, ...sendingCard(card) }
    await turn.store.outbox.revise(letter.key, revised, matter.rev)
  }
  const patched = new Set(waiting.flatMap((l) => (l.kind === 'patch' ? [l.place] : [])))
  for (const shown of await turn.store.messages.living(matter.id)) {
    if (!editable(shown.at, turn.now)) await turn.store.messages.retire(shown.message)
    else if (shown.message !== turn.tapped && !patched.has(`m:${shown.message}`))
      await patch(turn, shown.message, shown.place, matter)
  }
  await gatherAgain(turn, await turn.store.allowance.about(matter.id))
}

/** A person is told by a fresh card with the line on top; lines that wait for the same window are merged into one. */
export async function showTo(
  turn: Turn,
  matter: Matter,
  person: number,
  line: string,
  weight: Weight = 'work',
): Promise<void> {
  const place = privatePlace(person)
  for (const letter of await turn.store.outbox.waiting(matter.id)) {
    const body = letter.body as { line?: string; turns?: string[] }
    if (letter.place !== place || letter.kind !== 'send' || body.line === undefined) continue
    const lines = `${body.line}\n${line}`
    // 撤销 has to know that this turn's line travels in another's letter.
    const turns = [...(body.turns ?? []), turn.key]
    const revised = { ...sendingCard(cardAt(turn, matter, place, lines)), line: lines, turns }
    return turn.store.outbox.revise(letter.key, revised, matter.rev)
  }
  await turn.post({
    kind: 'send',
    place,
    body: { ...sendingCard(cardAt(turn, matter, place, line)), line },
    class: 'notice',
    weight: matter.urgent === null ? weight : 'urgent',
    matter: matter.id,
    rev: matter.rev,
  })
}

/** A newer card arrived in a place: the older ones there point to it and are no longer edited. */
export async function stepBack(
  turn: Turn,
  matter: { id: number; title: string },
  place: string,
  newest: string,
): Promise<void> {
  for (const shown of await turn.store.messages.living(matter.id, place)) {
    if (shown.message === newest) continue
    await turn.store.messages.retire(shown.message)
    if (!editable(shown.at, turn.now)) continue
    for (const letter of await turn.store.outbox.waiting(matter.id))
      if (letter.kind === 'patch' && letter.place === `m:${shown.message}`)
        await turn.store.outbox.cancel(letter.key, '卡片已换新', turn.now)
    const body = { message: shown.message, card: movedCard(matter) }
    const key = `retire:${shown.message}`
    await turn.post({ kind: 'patch', place: `m:${shown.message}`, body, class: 'answer', key })
  }
}

/** One message of the matter is edited to show it as it stands. */
export async function patch(
  turn: Turn,
  message: string,
  place: string,
  matter: Matter,
): Promise<void> {
  const key = `patch:${message}:${turn.key}`
  const body = { message, at: place, card: cardAt(turn, matter, place) }
  const { id, rev } = matter
  await turn.post({
    kind: 'patch',
    place: `m:${message}`,
    body,
    class: 'answer',
    key,
    matter: id,
    rev,
  })
}
