/** 未送达: what went astray is shown to those who can do something about it, on one card a place and day. */
import { keeps } from '../domain/people/rights.ts'
import type { Stray } from '../domain/remind/stray.ts'
import { addDays, type Day, dayOf, instantAt } from '../domain/time/day.ts'
import type { Letter } from '../store/outbox.ts'
import { straysCard } from '../views/undelivered.ts'
import { showLetterAgain } from './pack-cards.ts'
import { chatOf, personOf, privatePlace } from './place.ts'
import { sendingCard, type Turn } from './turn.ts'

const ALERT = 'alert:stray:'
const alertKey = ({ place, at }: Stray, reader: number): string =>
  `${ALERT}${place}|${dayOf(at)}|${reader}`

/** Gives a letter that was given up a number. */
export async function numberStray(
  turn: Turn,
  letter: Letter,
  astray: Pick<Stray, 'state' | 'what' | 'first' | 'at'>,
): Promise<Stray> {
  const { key, place, matter } = letter
  const whom = await whomOf(turn, place)
  const open = { verdict: null, keeper: null, decided: null }
  const person = personOf(place) ?? null
  return turn.store.strays.add({ letter: key, place, whom, person, matter, ...astray, ...open })
}

/** Where a letter goes, in words. */
export async function whomOf({ store, directory }: Turn, place: string): Promise<string> {
  const person = personOf(place)
  if (person !== undefined) return `发给${directory.name(person)}的消息`
  const chat = chatOf(place)
  if (chat === undefined) return '一条消息的更新'
  const group = await store.chats.get(chat)
  return group?.name ? `发到“${group.name}”群的消息` : '群消息'
}

/** An unreachable person is told to the 督查室 (delivery.md promise 5); what else went wrong, to the keeper. */
export function toldOf({ directory }: Turn, person: number | null, isUnknown: boolean) {
  const supervisors = directory.withRole('supervisor')
  const admins = directory.withRole('admin')
  // An unreachable person is the office's affair; whether a message arrived at all is its keeper's.
  const told = person === null || isUnknown ? admins : supervisors
  return (told.length > 0 ? told : supervisors).filter((one) => one.id !== person)
}

/** The card about a place's letters of that day shows them as they stand: sent, revised while it waits, or edited. */
export async function showStray(turn: Turn, stray: Stray): Promise<void> {
  const { store, directory } = turn
  const strays = await ofDay(turn, stray.place, dayOf(stray.at))
  const told = toldOf(turn, stray.person, stray.state === 'unknown')
  const others = [...directory.withRole('admin'), ...directory.withRole('supervisor')]
  for (const reader of new Set([...told, ...others])) {
    const key = alertKey(stray, reader.id)
    const card = straysCard(strays, keeps(reader, directory), turn)
    const known = await store.outbox.get(key)
    if (!known && told.includes(reader))
      await turn.post({
        kind: 'send',
        place: privatePlace(reader.id),
        body: sendingCard(card),
        class: 'notice',
        key,
        say: '未送达',
      })
    // The tapped card is shown anew by the callback's own answer.
    if (known && (known.message === null || known.message !== turn.tapped))
      await showLetterAgain(turn, key, card)
  }
}

/** The card that was tapped, as it now stands, when it is the one about this place and day. */
export async function tappedAlert(turn: Turn, stray: Stray, reader: number) {
  const known = await turn.store.outbox.get(alertKey(stray, reader))
  if (known?.message == null || known.message !== turn.tapped) return undefined
  return straysCard(await ofDay(turn, stray.place, dayOf(stray.at)), true, turn)
}

/** Whether a letter is such a card. */
export const isAlert = (key: string): boolean => key.startsWith(ALERT)

/** The card arrived: what went astray or was decided while it was on the way is shown on it. */
export async function alertArrived(turn: Turn, letter: Letter): Promise<void> {
  const [place = '', day = ''] = letter.key.slice(ALERT.length).split('|')
  const reader = turn.directory.people.get(personOf(letter.place) ?? 0)
  if (!reader) return
  const card = straysCard(await ofDay(turn, place, day), keeps(reader, turn.directory), turn)
  const { content } = letter.body as { content?: unknown }
  if (JSON.stringify({ card }) !== JSON.stringify(content))
    await showLetterAgain(turn, letter.key, card)
}

const ofDay = ({ store }: Turn, place: string, day: Day): Promise<Stray[]> =>
  store.strays.at(place, instantAt(day, '0:00'), instantAt(addDays(day, 1), '0:00'))
