/** Deliver: what lies in the outbox goes to the platform once, or is recorded with a reason. */
import type { Among, Leased } from '../store/outbox.ts'
import type { Bound } from '../store/store.ts'
import { Unkept } from '../store/unkept.ts'
import { dropped, ended } from './delivered.ts'
import { broughtBack } from './errand.ts'
import type { Hear, Outgoing, Send, Sent } from './message.ts'
import { APP_PACE, Undelivered } from './message.ts'
import type { Office } from './office.ts'
import { outgoing } from './outgoing.ts'
import { printed } from './printed.ts'
import { redirected, standInFor } from './stand-in-post.ts'

/** How long a letter stays with one process before another may take it over. */
const LEASE = 60_000
const AT_ONCE = 20
/** A place that fails longer than this (about a minute) does not hold up what else goes there. */
const HELD_UP = 5
/** A place that is slow gives the rest back after so long, so that new letters elsewhere do not wait for all of it. */
const PATIENCE = 5_000

export interface Deliverer {
  /**
   * Sends what is due now; resolves with true when nothing due is left, with false when the rest must wait for the
   * app's pace. Calls that overlap share one run.
   */
  deliver(): Promise<boolean>
}

/** Who delivers: the name on its leases, and for how many milliseconds a letter stays with it. */
interface Carrier {
  owner: string
  lease: number
  /** Nothing but answers is sent until then. */
  hold(until: number): void
}

/** A deliverer of this process. `wake` has it called again after so many milliseconds. */
export function deliverer(
  office: Office,
  send: Send,
  hear: Hear,
  owner: string,
  lease = LEASE,
  wake: (ms: number) => void = () => {},
): Deliverer {
  // Until then nothing is taken up but answers: what cannot go is not leased either.
  let held = Number.NEGATIVE_INFINITY
  const isHeld = () => office.now() < held
  const hold = (until: number): void => {
    if (isHeld() && held <= until) return
    held = until
    wake(until - office.now())
  }
  const rounds = async (among: Among): Promise<void> => {
    while (
      (among === 'answers' || !isHeld()) &&
      (await round(office, send, hear, { owner, lease, hold }, among)) > 0
    ) {}
  }
  const all = onceAtATime(() => rounds('letters'))
  // While letters to many are on their way, an answer does not wait behind them (performance.md 3).
  const answers = onceAtATime(() => rounds('answers'))
  // Nor does anything wait for a paper to be made.
  const papers = onceAtATime(async () => {
    const now = office.now()
    if (!(await office.store.look((store) => store.outbox.isDue(now, 'papers')))) return
    await rounds('papers')
    // What there was to tell of them is a letter like any other.
    await all.run()
  })
  return {
    async deliver() {
      const busy = all.running() !== undefined || isHeld()
      await Promise.all([all.run(), papers.run(), ...(busy ? [answers.run()] : [])])
      // What another call has taken up meanwhile is on its way still.
      while (all.running() || answers.running() || papers.running())
        await Promise.all([all.running(), answers.running(), papers.running()])
      return !isHeld()
    },
  }
}

/** Runs some work; who asks while it runs gets it once more, and waits for the same end. */
function onceAtATime(work: () => Promise<void>) {
  let running: Promise<void> | undefined
  let again = false
  const repeat = async () => {
    do {
      again = false
      await work()
    } while (again)
  }
  return {
    /** The end of what runs now; undefined when nothing does. */
    running: () => running,
    run(): Promise<void> {
      again = true
      running ??= repeat().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

async function round(
  office: Office,
  send: Send,
  hear: Hear,
  { owner, lease, hold }: Carrier,
  among: Among,
): Promise<number> {
  const now = office.now()
  // A paper that waited for another would lose its lease meanwhile.
  const most = among === 'papers' ? 1 : AT_ONCE
  const letters = await office.store.turn((store) =>
    store.outbox.claim(owner, now, lease, most, among),
  )
  if (letters.length === 0) return 0
  office.step('deliver:claimed')
  // Letters to one place keep their order; different places do not wait for each other.
  const lanes = new Map<string, Leased[]>()
  for (const letter of letters) {
    const lane = lanes.get(letter.place)
    if (lane) lane.push(letter)
    else lanes.set(letter.place, [letter])
  }
  await Promise.all(
    [...lanes.values()].map((lane) =>
      carryAll(office, send, hear, lane, { since: now, lease, hold }),
    ),
  )
  return letters.length
}

/** One after the other; what must be tried again holds up those behind it, so that nobody reads the end first. */
async function carryAll(
  office: Office,
  send: Send,
  hear: Hear,
  lane: Leased[],
  held: Held,
): Promise<void> {
  const begun = office.now()
  for (const [i, letter] of lane.entries()) {
    const again = await carry(office, send, hear, letter, held)
    const now = office.now()
    const heldUp = again !== undefined && letter.attempts <= HELD_UP ? again : undefined
    const nextTry = heldUp ?? (now - begun > PATIENCE ? now : undefined)
    if (nextTry === undefined || i + 1 === lane.length) continue
    await office.store.turn(async (store) => {
      for (const behind of lane.slice(i + 1))
        await store.outbox.finish(behind, { state: 'ready', nextTry, untried: true })
    })
    return
  }
}

/** Since when letters are leased, and for how long. */
interface Held extends Pick<Carrier, 'lease' | 'hold'> {
  since: number
}

/** Those before it were slow, or the process stood still: whoever took it over meanwhile sends it. */
async function isStillOurs(office: Office, letter: Leased, held: Held) {
  const now = office.now()
  const { since, lease } = held
  if (now - since < lease / 2) return true
  const isKept = await office.store.turn((store) => store.outbox.renew(letter, now, lease))
  if (isKept) held.since = now
  return isKept
}

/** Sends one letter; gives when it is tried again, if it is. */
async function carry(
  office: Office,
  send: Send,
  hear: Hear,
  letter: Leased,
  held: Held,
): Promise<number | undefined> {
  let outcome: Sent | Undelivered
  try {
    const out = await office.store.look(async (store) => {
      const directory = await office.directory(store)
      const away = standInFor(letter, directory, office.now())
      if (away) return away
      return (await overtaken(store, letter)) ? undefined : outgoing(letter, directory)
    })
    if (out && 'acting' in out) return void (await redirected(office, letter, out))
    if (!out) return void (await dropped(office, letter, '已有更新的内容'))
    // Its own lease is prolonged, not those of the letters behind it.
    const own = { ...held }
    const ours = () => isStillOurs(office, letter, own)
    const ready = out instanceof Undelivered ? out : await withFile(office, letter, out, ours)
    if (!(await ours())) return undefined
    office.step('deliver:before-send')
    outcome = ready instanceof Undelivered ? ready : await send(ready)
    office.step('deliver:sent')
  } catch (error) {
    if (!(error instanceof Undelivered)) office.log.error({ err: error, key: letter.key }, 'send')
    outcome = error instanceof Undelivered ? error : unsent(error)
  }
  const back = broughtBack(letter, outcome)
  if (back)
    await hear({
      kind: 'fetched',
      key: `out:${letter.key}`,
      at: office.now(),
      ask: letter.key,
      ...back,
    })
  const nextTry = await ended(office, letter, outcome)
  const holds = outcome instanceof Undelivered && outcome.code === APP_PACE
  if (holds && nextTry !== undefined) held.hold(nextTry)
  office.step('deliver:finished')
  return nextTry
}

/** A file that is not made yet is made now. */
async function withFile(
  office: Office,
  letter: Leased,
  out: Outgoing,
  ours: () => Promise<boolean>,
): Promise<Outgoing> {
  if (out.kind !== 'file') return out
  const bytes = await printed(office, letter, ours)
  if (!bytes) return out
  office.step('deliver:printed')
  return { ...out, bytes }
}

/** What the store did not give was never sent; whatever else went wrong here may have been. */
const unsent = (error: unknown): Undelivered =>
  error instanceof Unkept ? new Undelivered('later', 'store') : new Undelivered('unknown', 'local')

/** An edit that was tried again after a newer one got through would put the older state over it. */
async function overtaken(store: Bound, letter: Leased): Promise<boolean> {
  if (letter.kind !== 'patch' || letter.rev === null) return false
  const shown = await store.messages.about([(letter.body as { message: string }).message])
  return shown !== undefined && shown.rev > letter.rev
}
