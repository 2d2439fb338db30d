/** The street's own time: the only clock a pretend platform goes by, so that a week can pass in a test. */

/** Time on the street, in milliseconds since 1970. */
export interface StreetClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Turns the clock forward to an instant; an instant already past is ignored. */
  set(to: number): void
}

/**
 * A clock that runs on from `start` as fast as `real` does and can be turned forward, never back.
 * With a `real` that stands still it is a clock that moves only when it is set.
 */
export function turnableClock(real: () => number, start: number = real()): StreetClock {
  let ahead = start - real()
  let latest = start
  const now = () => {
    latest = Math.max(latest, real() + ahead)
    return latest
  }
  return {
    now,
    set(to) {
      if (to > now()) ahead = to - real()
    },
  }
}
