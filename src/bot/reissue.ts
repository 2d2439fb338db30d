/** 换卡: a card that nothing changed for thirteen days makes way for a fresh one, before the platform refuses to edit it. */

import { stepsFor } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { isOpen } from '../domain/matter/matter.ts'
import { actingOn } from '../domain/people/rights.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Shown } from '../store/messages.ts'
import { movedCard } from '../views/matter.ts'
import { mayStandIn } from './audience.ts'
import { personOf } from './place.ts'
import { CARD_LIFE, cardAt } from './show.ts'
import { sendingCard, type Turn } from './turn.ts'

/** More wait for the next working day, the oldest first. */
const AT_ONCE = 500

/** Gives every card that could not be edited any more at a moment a successor; how many there were. */
export async function reissue(turn: Turn, until: Instant): Promise<number> {
  const aged = await turn.store.messages.aged(until - CARD_LIFE, AT_ONCE)
  for (const shown of aged) {
    await turn.store.messages.retire(shown.message)
    const matter = shown.matter === null ? undefined : await turn.store.matters.get(shown.matter)
    // What a closed matter's card says stays true.
    if (!matter || !isOpen(matter)) continue
    const goesOn = await concerns(turn, shown, matter)
    const why = goesOn ? undefined : '这张卡片不再更新，请点按钮查看最新情况。'
    if (shown.at + CARD_LIFE > turn.now) await stepBack(turn, shown, matter, why)
    if (goesOn) await succeed(turn, shown, matter)
  }
  return aged.length
}

/** A group that may show it, or a person whose step it waits for; to others the old card tells where to look. */
async function concerns(turn: Turn, { place }: Shown, matter: Matter): Promise<boolean> {
  const person = turn.directory.people.get(personOf(place) ?? 0)
  if (!person) return mayStandIn(turn, matter, place)
  const viewer = actingOn(person, turn.today, turn.directory)
  return !person.left && stepsFor(viewer, matter, turn.directory).length > 0
}

async function stepBack(turn: Turn, shown: Shown, matter: Matter, why?: string): Promise<void> {
  const body = { message: shown.message, card: movedCard(matter, why) }
  const key = `retire:${shown.message}`
  await turn.post({ kind: 'patch', place: `m:${shown.message}`, body, class: 'answer', key })
}

async function succeed(turn: Turn, shown: Shown, matter: Matter): Promise<void> {
  await turn.post({
    kind: 'send',
    place: shown.place,
    body: sendingCard(cardAt(turn, matter, shown.place)),
    class: 'notice',
    key: `reissue:${shown.message}`,
    matter: matter.id,
    rev: matter.rev,
  })
}
