/** The inspector: every event pushed and every call made, newest kept, oldest dropped. */
import type { Trace } from './protocol.ts'

const REDACTED = '（已隐去）'

/** Keeps the last `room` traces and shows each new one. */
export class Inspector {
  readonly #room: number
  readonly #shown: (trace: Trace) => void
  #traces: Trace[] = []
  #count = 0

  constructor(room: number, shown: (trace: Trace) => void) {
    this.#room = room
    this.#shown = shown
  }

  note(trace: Omit<Trace, 'id'>): void {
    this.#count += 1
    const noted = { id: this.#count, ...trace }
    this.#traces.push(noted)
    if (this.#traces.length > this.#room * 2) this.#traces = this.#traces.slice(-this.#room)
    this.#shown(noted)
  }

  /** The traces kept, oldest first. */
  list(): Trace[] {
    return this.#traces.slice(-this.#room)
  }
}

/** The body of a call without its secrets. */
export function redacted(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  const secret = /secret|access_token|^token$/i
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, secret.test(key) ? REDACTED : value]),
  )
}
