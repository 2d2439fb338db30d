/** The pace the platform allows: so many calls in so long, for the app and for each chat, person and card. */
import { APP_PACE, Undelivered } from '../bot/message.ts'

/** At most `most` calls within `within` milliseconds; `spare` of them are kept for those who go first. */
export interface Rate {
  most: number
  within: number
  spare?: number
}

/** Keeps the pace. */
export interface Pace {
  /**
   * Resolves when the call may be made, to what is called once it was answered: until then nobody knows when the call
   * arrived, and the platform counts arrivals. `first` goes before all that do not say so. Rejects with Undelivered
   * `later` and the time to wait when that would be more than ten seconds: `app-pace` where it is the app's, for
   * whomever it is, else `pace`.
   */
  turn(names: string[], first?: boolean): Promise<() => void>
}

/** The ports of a pace: a clock that never jumps, in milliseconds, and a way to wait. */
interface PaceOptions {
  now: () => number
  wait?: (ms: number) => Promise<void>
  rate: (name: string) => Rate[]
}

interface Waiting {
  windows: Window[]
  first: boolean
  since: number
  go: (answered: () => void) => void
  refuse: (error: Error) => void
}

/** Nobody waits longer at the door: a letter is leased for a minute. */
export const MOST_WAIT = 10_000
const MANY = 1000
const JOURNEYS = 50

/** Windows that slide, not buckets that refill: a full bucket would let twice the number through in its first second. */
export function openPace({ now, wait = timer, rate }: PaceOptions): Pace {
  const windows = new Map<string, Window[]>()
  let waiting: Waiting[] = []
  let alarm = Number.POSITIVE_INFINITY
  let journeys: number[] = []
  return { turn }

  async function turn(names: string[], first = false): Promise<() => void> {
    if (windows.size > MANY) forgetIdle()
    const mine = names.flatMap(windowsOf)
    const ahead = waiting.filter((one) => one.first || !first)
    const due = latest(mine, (window) => window.free(1 + aheadIn(ahead, window), now(), first))
    if (due - now() > MOST_WAIT) throw tooLong(mine, due)
    return new Promise((go, refuse) => {
      const one = { windows: mine, first, since: now(), go, refuse }
      waiting = first
        ? [...ahead, one, ...waiting.filter((other) => !other.first)]
        : [...waiting, one]
      serve()
    })
  }

  /**
   * What every call takes at least, there and back, once enough were made: the way back of one and the way there of
   * the next lie between their arrivals too, and need not be waited for a second time.
   */
  function journey(ms: number): number {
    journeys = [...journeys.slice(1 - JOURNEYS), ms]
    return journeys.length < JOURNEYS ? 0 : Math.min(...journeys)
  }

  /** Lets everyone go whose time has come, in order, and sets an alarm for the next. */
  function serve(): void {
    const at = now()
    let next = Number.POSITIVE_INFINITY
    waiting = waiting.filter((one) => {
      const due = latest(one.windows, (window) => window.free(1, at, one.first))
      if (due <= at) {
        for (const window of one.windows) window.take(at)
        one.go(() => {
          const answered = now()
          const arrived = answered - journey(answered - at)
          for (const window of one.windows) window.arrived(at, arrived)
        })
        return false
      }
      if (at - one.since > MOST_WAIT) {
        one.refuse(tooLong(one.windows, due))
        return false
      }
      next = Math.min(next, due)
      return true
    })
    if (next < alarm) void sleep(next, next - at)
  }

  async function sleep(until: number, ms: number): Promise<void> {
    alarm = until
    await wait(ms)
    if (alarm === until) alarm = Number.POSITIVE_INFINITY
    serve()
  }

  function tooLong(mine: Window[], due: number): Undelivered {
    const isApp = mine.some(
      (window) => window.name === 'app' && window.free(1, now(), false) - now() > MOST_WAIT / 2,
    )
    return new Undelivered('later', isApp ? APP_PACE : 'pace', Math.ceil(due - now()))
  }

  function windowsOf(name: string): Window[] {
    const known = windows.get(name) ?? rate(name).map((one) => new Window(name, one))
    windows.set(name, known)
    return known
  }

  function forgetIdle(): void {
    const busy = new Set(waiting.flatMap((one) => one.windows))
    for (const [name, list] of windows)
      if (list.every((window) => !busy.has(window) && window.isIdle(now()))) windows.delete(name)
  }
}

function latest(windows: Window[], of: (window: Window) => number): number {
  return Math.max(...windows.map(of))
}

function aheadIn(ahead: Waiting[], window: Window): number {
  return ahead.filter((one) => one.windows.includes(window)).length
}

function timer(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

/** The moments of the last calls, as many as the rate allows. */
class Window {
  readonly name: string
  readonly #rate: Rate
  #taken: number[] = []
  constructor(name: string, rate: Rate) {
    this.name = name
    this.#rate = rate
  }

  /** When the n-th call from now may be made; what goes first may use what is spared from the rest. */
  free(n: number, now: number, first: boolean): number {
    const { most: all, within, spare = 0 } = this.#rate
    const most = first ? all : all - spare
    const rounds = Math.floor((n - 1) / most)
    const before = this.#taken[this.#taken.length - most + ((n - 1) % most)]
    return (before === undefined ? now : Math.max(now, before + within)) + rounds * within
  }

  take(now: number): void {
    this.#taken.push(now)
    if (this.#taken.length > this.#rate.most) this.#taken.shift()
  }

  /** The call of `then` arrived by now. */
  arrived(then: number, now: number): void {
    const i = this.#taken.indexOf(then)
    if (i < 0) return
    this.#taken.splice(i, 1)
    const after = this.#taken.findLastIndex((one) => one <= now)
    this.#taken.splice(after + 1, 0, now)
  }

  isIdle(now: number): boolean {
    return (this.#taken.at(-1) ?? Number.NEGATIVE_INFINITY) + this.#rate.within < now
  }
}
