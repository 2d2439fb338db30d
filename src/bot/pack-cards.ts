/** The cards of a pack that was sent follow what it tells: edited in place, in the group and in private. */
import type { Card } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Agenda } from '../domain/meeting/agenda.ts'
import { standsAs } from '../domain/meeting/item.ts'
import type { Pack } from '../domain/meeting/pack.ts'
import type { Series } from '../domain/meeting/series.ts'
import type { Instant } from '../domain/time/day.ts'
import { packCard } from '../views/agenda.ts'
import { draftCard } from '../views/agenda-draft.ts'
import { changesIn } from './pack.ts'
import { privatePlace } from './place.ts'
import { sendingCard, type Turn } from './turn.ts'

/** The key of a pack's letter to a place: called off and added again, the meeting has another arrangement. */
export const packKey = ({ series, at, agenda }: Pack, place: string): string =>
  `agenda:${series}:${at}:${agenda.series.rev}:${place}`

/** The key of the letter that brings the secretary the draft; another secretary gets his own. */
export const draftKey = ({ id, secretary }: Series, at: Instant): string =>
  `agenda-draft:${id}:${at}:${secretary}`

/** The draft of an agenda goes to the meeting's secretary. */
export async function sendDraft(turn: Turn, series: Series, agenda: Agenda): Promise<void> {
  const viewer = turn.directory.people.get(series.secretary)
  await turn.post({
    kind: 'send',
    place: privatePlace(series.secretary),
    body: sendingCard(
      draftCard(agenda, series.prepared, { ...turn, ...(viewer ? { viewer } : {}) }),
    ),
    class: 'scheduled',
    say: `议程 ${series.name}`,
    key: draftKey(series, agenda.at),
  })
}

/** A pack's letter arrived; where something changed while it was on the way, its card says so now. */
export async function packArrived(turn: Turn, key: string): Promise<void> {
  const [, series, at] = /^agenda:(\d+):(\d+):\d+:[^:]+:[^:]+$/.exec(key) ?? []
  const pack = at && (await turn.store.packs.get(Number(series), Number(at)))
  if (!pack) return
  const { matters, topics } = await changesIn(turn, pack)
  const stands = pack.state === 'sent' && pack.meets === pack.at
  if (!stands || matters.length + topics.length > 0) await showPackAgain(turn, pack)
}

/** Every card of the pack shows it with what has changed since; one still waiting is sent so. */
export async function showPackAgain(turn: Turn, pack: Pack): Promise<void> {
  const card = packCard(pack, await changesIn(turn, pack), turn)
  for (const place of pack.places) await showLetterAgain(turn, packKey(pack, place), card)
}

/** What a letter shows is replaced: before it goes out, or in place. */
export async function showLetterAgain(turn: Turn, key: string, card: Card): Promise<void> {
  const { outbox } = turn.store
  const letter = await outbox.get(key)
  if (letter?.state === 'ready' && letter.attempts === 0)
    await outbox.revise(key, sendingCard(card), 0)
  else if (letter?.message) await edit(turn, letter.message, card)
}

async function edit(turn: Turn, message: string, card: Card): Promise<void> {
  const key = `patch:${message}:${turn.key}`
  const body = { message, card }
  if (await turn.store.outbox.get(key)) return turn.store.outbox.revise(key, body, 0)
  await turn.post({ kind: 'patch', place: `m:${message}`, body, class: 'answer', key })
}

/** A matter changed: the packs of meetings to come that name it say so. */
export async function followPacks(turn: Turn, before: Matter, after: Matter): Promise<void> {
  if (standsAs(before, after)) return
  for (const pack of await turn.store.packs.withMatter(after.id, turn.now))
    await showPackAgain(turn, pack)
}

/** A topic of a series was taken off, or came back: its packs to come say so. */
export async function followTopics(turn: Turn, series: number): Promise<void> {
  for (const pack of await turn.store.packs.ahead(series, turn.now)) await showPackAgain(turn, pack)
}
