import { useLayoutEffect, useState } from 'preact/hooks'

/** A value that tells its watchers when it is replaced. */
interface Signal<T> {
  get(): T
  set(next: T): void
  /** Calls `told` after every replacement; returns the way to stop. */
  watch(told: () => void): () => void
}

/** Makes a signal that starts with `value`. */
export function signal<T>(value: T): Signal<T> {
  let now = value
  const watchers = new Set<() => void>()
  return {
    get: () => now,
    set(next) {
      if (Object.is(next, now)) return
      now = next
      for (const told of [...watchers]) told()
    },
    watch(told) {
      watchers.add(told)
      return () => watchers.delete(told)
    },
  }
}

/** The signal's value inside a component, which is drawn again when it changes. */
export function useSignal<T>(source: Signal<T>): T {
  const [, redraw] = useState<unknown>()
  const drawn = source.get()
  useLayoutEffect(() => {
    const told = () => redraw({})
    // The value may have been replaced between drawing and this effect.
    if (!Object.is(source.get(), drawn)) told()
    return source.watch(told)
  }, [source])
  return drawn
}
