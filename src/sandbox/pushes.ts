/** Events on their way to the bot: delivered at once, else again at 15 s, 5 min, 1 h, 6 h (feishu-platform.md 1.6). */
import type { Happening } from './envelope.ts'

/** The waits before each further attempt, in milliseconds. */
export const SCHEDULE = [15_000, 300_000, 3_600_000, 21_600_000] as const

/** An event that waits for its next attempt, due in milliseconds. */
export interface Waiting {
  happening: Happening
  /** Attempts made so far. */
  attempts: number
  due: number
}

/** Carries one event once and gives the bot's status; 0 when there was none. */
type Carry = (happening: Happening, attempt: number) => Promise<number>

/** The queue of events that have not been answered with 200. */
export class Pushes {
  readonly #carry: Carry
  readonly #now: () => number
  #waiting: Waiting[] = []

  constructor(carry: Carry, now: () => number) {
    this.#carry = carry
    this.#now = now
  }

  /** Delivers an event for the first time. Gives the status; anything but 200 has been put on the schedule. */
  first(happening: Happening): Promise<number> {
    return this.#attempt({ happening, attempts: 0, due: 0 })
  }

  /** Puts an event off until `due` without trying it. */
  later(happening: Happening, due: number): void {
    this.#queue({ happening, attempts: 0, due })
  }

  /** When the earliest waiting event is due, in milliseconds; undefined when none waits. */
  nextDue(): number | undefined {
    return this.#waiting[0]?.due
  }

  /** Delivers again whatever is due by now, in the order of its due time. */
  async runDue(): Promise<void> {
    for (;;) {
      const next = this.#waiting[0]
      if (!next || next.due > this.#now()) return
      this.#waiting.shift()
      await this.#attempt(next)
    }
  }

  state(): Waiting[] {
    return [...this.#waiting]
  }

  restore(waiting: Waiting[]): void {
    this.#waiting = [...waiting]
  }

  async #attempt({ happening, attempts }: Waiting): Promise<number> {
    const status = await this.#carry(happening, attempts + 1)
    const wait = SCHEDULE[attempts]
    if (status !== 200 && wait !== undefined)
      this.#queue({ happening, attempts: attempts + 1, due: this.#now() + wait })
    return status
  }

  #queue(waiting: Waiting): void {
    let at = this.#waiting.length
    while (at > 0 && this.#waiting[at - 1]!.due > waiting.due) at -= 1
    this.#waiting.splice(at, 0, waiting)
  }
}
