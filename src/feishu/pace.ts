/** The pace the platform allows: so many calls in so long, for the app and for each chat, person and card. */
import { Undelivered } from '../bot/message.ts'

/** At most `most` calls within `within` milliseconds. */
export interface Rate {
  most: number
  within: number
}

/** Keeps the pace. */
export interface Pace {
  /**
   * Resolves when the call may be made, to what is called once it was answered: until then nobody knows when the call
   * arrived, and the platform counts arrivals. `first` goes before all that do not say so. Rejects with Undelivered
   * `later` and the time to wait when that would be more than ten seconds.
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

const MOST_WAIT = 10_000
const MANY = 1000

/** Windows that slide, not buckets that refill: a full bucket would let twice the number through in its first second. */
export function openPace({ now, wait = timer, rate }: PaceOptions): Pace {
  const windows = new Map<string, Window[]>()
  let waiting: Waiting[] = []
  let alarm = Number.POSITIVE_INFINITY
  return { turn }

  async function turn(names: string[], first = false): Promise<() => void> {
    if (windows.size > MANY) forgetIdle()
    const mine = names.flatMap(windowsOf)
    const ahead = waiting.filter((one) => one.first || !first)
    const due = Math.max(...mine.map((window) => window.free(1 + aheadIn(ahead, window), now())))
    if (due - now() > MOST_WAIT) throw new Undelivered('later', 'pace', Math.ceil(due - now()))
    return new Promise((go, refuse) => {
      const one = { windows: mine, first, since: now(), go, refuse }
      waiting = first
        ? [...ahead, one, ...waiting.filter((other) => !other.first)]
        : [...waiting, one]
      serve()
    })
  }

  /** Lets everyone go whose time has come, in order, and sets an alarm for the next. */
  function serve(): void {
    const at = now()
    let next = Number.POSITIVE_INFINITY
    waiting = waiting.filter((one) => {
      const due = Math.max(...one.windows.map((window) => window.free(1, at)))
      if (due <= at) {
        for (const window of one.windows) window.take(at)
        one.go(() => {
          for (const window of one.windows) window.arrived(at, now())
        })
        return false
      }
      if (at - one.since > MOST_WAIT) {
        one.refuse(new Undelivered('later', 'pace', Math.ceil(due - at)))
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

  function windowsOf(name: string): Window[] {
    const known = windows.get(name) ?? rate(name).map((one) => new Window(one))
    windows.set(name, known)
    return known
  }

  function forgetIdle(): void {
    const busy = new Set(waiting.flatMap((one) => one.windows))
    for (const [name, list] of windows)
      if (list.every((window) => !busy.has(window) && window.isIdle(now()))) windows.delete(name)
  }
}

function aheadIn(ahead: Waiting[], window: Window): number {
  return ahead.filter((one) => one.windows.includes(window)).length
}

function timer(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

/** The moments of the last calls, as many as the rate allows. */
class Window {
  readonly #rate: Rate
  #taken: number[] = []
  constructor(rate: Rate) {
    this.#rate = rate
  }

  /** When the n-th call from now may be made. */
  free(n: number, now: number): number {
    const { most, within } = this.#rate
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
    this.#taken.push(now)
  }

  isIdle(now: number): boolean {
    return (this.#taken.at(-1) ?? Number.NEGATIVE_INFINITY) + this.#rate.within < now
  }
}
