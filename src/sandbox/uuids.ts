/** The platform's memory of uuids: one success each within an hour (feishu-platform.md 4.1). */

const HOUR = 3_600_000

/** The longest uuid taken, in characters. */
export const UUID_LENGTH = 50

/** Remembers for an hour which message a uuid made; older ones are forgotten as time goes on. */
export class Uuids {
  readonly #made = new Map<string, { message: string; at: number }>()

  /** The message that this uuid made within the last hour. */
  recall(uuid: string, now: number): string | undefined {
    this.#forget(now)
    return this.#made.get(uuid)?.message
  }

  remember(uuid: string, message: string, now: number): void {
    this.#made.set(uuid, { message, at: now })
  }

  state(): [string, { message: string; at: number }][] {
    return [...this.#made]
  }

  restore(state: [string, { message: string; at: number }][]): void {
    this.#made.clear()
    for (const [uuid, made] of state) this.#made.set(uuid, made)
  }

  /** The map is in the order of time, so the old ones stand in front. */
  #forget(now: number): void {
    for (const [uuid, made] of this.#made) {
      if (now - made.at < HOUR) return
      this.#made.delete(uuid)
    }
  }
}
