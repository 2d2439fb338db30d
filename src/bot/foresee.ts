/** 预见: what would be sent if nobody did anything; the clock's jobs are run ahead in a trial that is taken back. */
import type { Instant } from '../domain/time/day.ts'
import type { Leased } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import { ended } from './delivered.ts'
import type { Foreseen, Foresight } from './foresight.ts'
import { meters } from './meters.ts'
import { growingStamps, keptRecords, type Office } from './office.ts'
import { nextMoment, tick } from './tick.ts'

/** So many moments at most: a sentence has to be answered in seconds. */
const MOST = 2_000
/** More than waits for one moment. */
const AT_ONCE = 1_000

/** Everything that would be sent until a moment, in order, and whether there was more than could be looked at. */
export async function foresee(office: Office, store: Bound, until: Instant): Promise<Foresight> {
  const sent: Foreseen[] = []
  let cut = false
  await store.trial.undone(async () => {
    cut = await live(trialOf(office, store), store, until, sent)
  })
  return { sent, cut }
}

interface Trial {
  office: Office
  turnTo(at: Instant): void
}

/** Lives from moment to moment, writing down what is sent; true when it had to stop before the end. */
async function live(
  { office, turnTo }: Trial,
  store: Bound,
  until: Instant,
  sent: Foreseen[],
): Promise<boolean> {
  for (let moments = 0; ; moments++) {
    const next = await nextMoment(office)
    if (next === undefined || next > until) return false
    if (moments === MOST) return true
    turnTo(Math.max(next, office.now()))
    await tick(office)
    for (const letter of await carried(office, store))
      if (letter.kind === 'send' && letter.class !== 'answer')
        sent.push({
          at: office.now(),
          place: letter.place,
          matter: letter.matter,
          body: letter.body,
        })
  }
}

/** Every letter that may go counts as delivered, so that the next card takes its place as it would. */
async function carried(office: Office, store: Bound): Promise<Leased[]> {
  const now = office.now()
  const letters = await store.outbox.claim('trial', now, 60_000, AT_ONCE)
  for (const letter of letters) await ended(office, letter, { message: `trial:${letter.key}` })
  return letters
}

/** The same office on its own clock, inside the open transaction; it keeps nothing and wakes nobody. */
function trialOf(office: Office, store: Bound): Trial {
  let at = office.now()
  const now = () => at
  const here = <T>(work: (bound: Bound) => Promise<T>) => work(store)
  return {
    office: {
      ...office,
      ...keptRecords(),
      now,
      stamp: growingStamps(now),
      meters: meters(),
      nudge: () => {},
      step: () => {},
      store: { ...office.store, turn: here, look: here },
    },
    turnTo(next) {
      at = next
    },
  }
}
