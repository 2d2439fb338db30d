/** What keeps messages few: a letter to a person goes alone, joins the day's card of new work, or waits for his page. */
import { actingOn } from '../domain/people/rights.ts'
import { nextPage, pageClock, USUAL_ALLOWANCE, wayOf } from '../domain/remind/allowance.ts'
import { afterQuiet } from '../domain/remind/quiet.ts'
import { addDays, dayOf, type Instant, instantAt } from '../domain/time/day.ts'
import type { Letter } from '../store/letter.ts'
import type { Bound } from '../store/store.ts'
import { messageSaid } from '../views/said.ts'
import { FOLDED, gather, gatheredKey } from './gathered.ts'
import { MISSED } from './missed.ts'
import { personOf } from './place.ts'
import type { Post, Turn } from './turn.ts'

/** Name of the office's setting: how many messages that he did not cause a person gets in a day. */
export const ALLOWANCE = 'daily-messages'

/** Puts a letter to a person into the outbox, by the way that his day so far leaves it. */
export async function postTo(
  turn: Turn,
  letter: Letter,
  post: Pick<Post, 'weight' | 'say'>,
): Promise<void> {
  const { store, calendar, directory, now } = turn
  const id = personOf(letter.place) ?? 0
  const known = directory.people.get(id)
  const person = known && actingOn(known, dayOf(letter.nextTry), directory)
  // To one who has left nothing is kept back: that it cannot reach him has to come out today.
  const weight = person?.left === false ? (post.weight ?? 'work') : 'page'
  if (turn.late && weight !== 'page' && weight !== 'urgent')
    return store.allowance.fold(
      keptOf(letter, { weight, gathered: false }, letter.nextTry),
      MISSED,
      now,
    )
  if (weight === 'page') return postPagesTo(turn, [letter])
  const quiet = weight === 'urgent' ? undefined : await store.quiet.of(id)
  const nextTry = afterQuiet(letter.nextTry, quiet, calendar)
  const day = dayOf(nextTry)
  const card = await store.outbox.get(gatheredKey(id, day))
  const way = wayOf(weight, {
    allowance: await allowanceIn(store),
    spent: await store.allowance.spent(
      letter.place,
      instantAt(day, '0:00'),
      instantAt(addDays(day, 1), '0:00'),
    ),
    pageAhead: nextTry < instantAt(day, pageClock(person)),
    gathered: card !== undefined && card.state !== 'cancelled',
  })
  // Should he be away when it goes, it is weighed again in the day of him who stands in.
  if (way === 'alone') {
    const body = { ...(letter.body as object), weight, ...(post.say ? { say: post.say } : {}) }
    return void (await store.outbox.put({ ...letter, body, nextTry }, now))
  }
  const about = { weight, gathered: way === 'gathered', ...(post.say ? { say: post.say } : {}) }
  await store.allowance.fold(
    keptOf(letter, about, nextPage(person, nextTry, calendar)),
    FOLDED,
    now,
  )
  if (way === 'gathered') await gather(turn, letter.place, nextTry)
}

/** Puts pages to persons into the outbox: they always go, after their quiet hours. */
export async function postPagesTo(turn: Turn, letters: readonly Letter[]): Promise<void> {
  const { store, calendar, now } = turn
  const idOf = ({ place }: Letter) => personOf(place) ?? 0
  const quiet = await store.quiet.among(letters.map(idOf))
  await store.outbox.putAll(
    letters.map((letter) => ({
      ...letter,
      nextTry: afterQuiet(letter.nextTry, quiet.get(idOf(letter)), calendar),
    })),
    now,
  )
}

/** How many messages a day a person may get in this office. */
export async function allowanceIn(store: Bound): Promise<number> {
  return Number((await store.settings.get(ALLOWANCE)) ?? USUAL_ALLOWANCE)
}

/** What remains of a letter that is kept back: its line, and the sentence that shows more. */
const keptOf = (letter: Letter, about: object, nextTry: Instant): Letter => ({
  ...letter,
  body: { line: messageSaid(letter.body), ...about },
  nextTry,
})
