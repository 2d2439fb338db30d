/** How fast the platform lets an app go (feishu-platform.md 4.2): sliding windows over a clock of its own. */
import { Refusal } from './refusals.ts'

const SECOND = 1000
const MINUTE = 60_000
const MOST_TARGETS = 1000

/** The last `limit` instants of one thing, in a ring. */
class Window {
  readonly #limit: number
  readonly #span: number
  readonly #instants: number[] = []
  #next = 0

  constructor(limit: number, span: number) {
    this.#limit = limit
    this.#span = span
  }

  /** Milliseconds until another one may pass; 0 when it may pass now. */
  wait(now: number): number {
    if (this.#instants.length < this.#limit) return 0
    return Math.max(0, this.#instants[this.#next]! + this.#span - now)
  }

  /** Whether nothing has passed within the span. */
  idle(now: number): boolean {
    return this.#instants.every((instant) => instant + this.#span <= now)
  }

  pass(now: number): void {
    this.#instants[this.#next] = now
    this.#next = (this.#next + 1) % this.#limit
  }
}

/** The limits in force: 5 a second to one group, one person and one card; 50 a second and 1,000 a minute for the app. */
export class Pace {
  readonly #clock: () => number
  readonly #app = [new Window(50, SECOND), new Window(1000, MINUTE)] as const
  readonly #targets = new Map<string, Window>()

  /** `clock` gives milliseconds that never go back. */
  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Counts one call of the app. Throws 429 with the gateway's two headers when it goes too fast. */
  app(): void {
    const now = this.#clock()
    const [second, minute] = this.#app
    const wait = Math.max(second.wait(now), minute.wait(now))
    if (wait > 0) throw tooFast(minute.wait(now) > 0 ? 1000 : 50, Math.ceil(wait / SECOND))
    second.pass(now)
    minute.pass(now)
  }

  /** Counts one message to a chat or person, or one patch of a card. Throws 230020 on the sixth within a second. */
  target(key: string): void {
    const now = this.#clock()
    if (this.#targets.size > MOST_TARGETS) this.#forget(now)
    const window = this.#targets.get(key) ?? new Window(5, SECOND)
    this.#targets.set(key, window)
    if (window.wait(now) > 0) throw new Refusal(230020)
    window.pass(now)
  }

  /** Drops the targets nobody has written to for a second, so that the map does not grow with the years. */
  #forget(now: number): void {
    for (const [key, window] of this.#targets) if (window.idle(now)) this.#targets.delete(key)
  }
}

/** The gateway's refusal: HTTP 429, 99991400, and how many seconds to wait. */
export function tooFast(limit: number, seconds: number): Refusal {
  return new Refusal(99991400, undefined, {
    status: 429,
    headers: { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(seconds) },
  })
}
