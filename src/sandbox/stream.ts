/** The stream of the chat page: what changes is told to every open page. */
import type { Push } from './protocol.ts'

type Listener = (push: Push) => void

/** Passes pushes on to whoever listens; with nobody listening a push is not even built. */
export class Stream {
  readonly #listeners = new Set<Listener>()

  push(make: () => Push): void {
    if (this.#listeners.size === 0) return
    const push = make()
    for (const listener of this.#listeners) listener(push)
  }

  /** Listens until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
