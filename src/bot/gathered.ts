/** 新到事项: the last message of a person's day holds all the work that still comes, and grows in place. */
import type { Card } from '../card/types.ts'
import { dutiesOf } from '../domain/matter/duties.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { byPressure } from '../domain/remind/pressing.ts'
import { dayOf, type Instant } from '../domain/time/day.ts'
import type { Letter } from '../store/letter.ts'
import { gatheredCard, type Kept } from '../views/gathered.ts'
import { personOf } from './place.ts'
import { sendingCard, type Turn } from './turn.ts'

/** Why a letter was kept back; stays with it in the outbox. */
export const FOLDED = '并入简报'

/** The key of a person's card of new work of a day. */
export const gatheredKey = (person: number, day: string): string => `gathered:${person}:${day}`

/** Whether a letter is such a card. */
export const isGathered = (key: string): boolean => key.startsWith('gathered:')

/** The card shows what is kept back for the person now: sent, revised while it waits, or edited in place. */
export async function gather(turn: Turn, place: string, at: Instant): Promise<void> {
  const { store, directory } = turn
  const person = personOf(place) ?? 0
  const key = gatheredKey(person, dayOf(at))
  const known = await store.outbox.get(key)
  const viewer = directory.people.get(person)
  const items = await workFor(turn, place)
  const card = gatheredCard(items, { ...turn, ...(viewer ? { viewer } : {}) })
  const body = sendingCard(card)
  if (!known)
    await turn.post({ kind: 'send', place, body, class: 'notice', key, after: at, weight: 'page' })
  else if (known.state === 'ready' && known.attempts === 0 && items.length === 0)
    await store.outbox.cancel(key, '均已办理', turn.now)
  else if (known.state === 'ready' && known.attempts === 0) await store.outbox.revise(key, body, 0)
  else if (known.message) await edit(turn, known.message, card)
}

async function edit(turn: Turn, message: string, card: Card): Promise<void> {
  const key = `patch:${message}:${turn.key}`
  const body = { message, card }
  if (await turn.store.outbox.get(key)) return turn.store.outbox.revise(key, body, 0)
  await turn.post({ kind: 'patch', place: `m:${message}`, body, class: 'answer', key })
}

/** A matter moved, or was taken back: the cards of new work that show it follow. */
export async function gatherAgain(turn: Turn, places: Iterable<string>): Promise<void> {
  for (const place of new Set(places)) {
    const known = await turn.store.outbox.get(gatheredKey(personOf(place) ?? 0, turn.today))
    if (known && known.state !== 'cancelled') await gather(turn, place, turn.now)
  }
}

/** What a person's page tells of what was kept back, for many at once; of what stood on the day's card only the work comes again. */
export async function onPages(
  turn: Turn,
  places: readonly string[],
): Promise<ReadonlyMap<string, Kept[]>> {
  const all = await keptIn(turn, places)
  return new Map([...all].map(([place, kept]) => [place, lastOfEach(kept.filter(comesOnPage))]))
}

const comesOnPage = (one: Kept): boolean =>
  one.weight === 'work' ? Boolean(one.matter) || !one.gathered : !one.gathered

/** Their pages are written: nothing is kept back for these places any more, told there or needless by now. */
export async function tellKept(turn: Turn, places: readonly string[]): Promise<void> {
  const folded = await turn.store.allowance.foldedIn(places)
  if (folded.size === 0) return
  const told = await onPages(turn, [...folded.keys()])
  for (const [place, letters] of folded) {
    const listed = new Set((told.get(place) ?? []).map((one) => one.matter?.id ?? one.key))
    for (const { key, matter } of letters) {
      const why = listed.has(matter ?? key) ? FOLDED : `${FOLDED}前已办理`
      await turn.store.allowance.told(key, why, turn.now)
    }
  }
}

/** The work that is kept back for a person, and the answers he asked for; each matter in the newest words about it. */
async function workFor(turn: Turn, place: string): Promise<Kept[]> {
  const kept = (await keptIn(turn, [place])).get(place) ?? []
  const waits = kept.filter((one) => one.weight !== 'word')
  const matters = new Set(waits.flatMap(({ matter }) => matter?.id ?? []))
  return lastOfEach(kept).filter(
    (one) => waits.includes(one) || (one.matter && matters.has(one.matter.id)),
  )
}

/** All that is kept back for these places, most pressing first; work whose step is no longer his is left out. */
async function keptIn(turn: Turn, places: readonly string[]): Promise<Map<string, Kept[]>> {
  const { store, directory, now } = turn
  const folded = await store.allowance.foldedIn(places)
  const ids = [...folded.values()].flat().flatMap(({ matter }) => (matter === null ? [] : [matter]))
  const matters = new Map((await store.matters.list([...new Set(ids)])).map((one) => [one.id, one]))
  const keptOf = (letter: Letter, person: number | undefined): Kept[] => {
    const { line, weight, say, gathered } = letter.body as Kept
    const matter = letter.matter === null ? undefined : matters.get(letter.matter)
    // His own, or that of somebody in whose place he acts today.
    const his =
      matter &&
      dutiesOf(matter, directory).some(
        (duty) => duty.person === person || directory.actsFor(duty.person, turn.today) === person,
      )
    if (weight === 'work' && matter && !his) return []
    return [{ key: letter.key, line, weight, gathered, matter, say: say ?? seeing(matter) }]
  }
  return new Map(
    [...folded].map(([place, letters]) => {
      const kept = letters.flatMap((letter) => keptOf(letter, personOf(place)))
      return [place, byPressure(kept, directory, now)]
    }),
  )
}

const seeing = (matter: Matter | undefined) => matter && `查 ${matter.id}`

/** Of several words about one matter the newest counts. */
const lastOfEach = (kept: Kept[]): Kept[] =>
  kept.filter(
    (one, i) =>
      !one.matter || !kept.slice(i + 1).some((other) => other.matter?.id === one.matter?.id),
  )
