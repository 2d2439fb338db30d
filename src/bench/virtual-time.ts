/** Time that passes only when nobody has anything left to do: a bench of minutes takes seconds, and nothing depends on the machine. */

export interface VirtualTime {
  /** Milliseconds from 0. */
  now(): number
  /** Resolves after so many of them. */
  wait(ms: number): Promise<void>
  /** Lets time pass until a moment. */
  runTo(ms: number): Promise<void>
}

/** Rounds of the event loop after which nothing more comes by itself: whatever is done takes place in this process. */
const QUIET = 25

export function virtualTime(): VirtualTime {
  let now = 0
  let alarms: { at: number; ring: () => void }[] = []
  const quiet = async () => {
    for (let round = 0; round < QUIET; round++) await new Promise((done) => setImmediate(done))
  }
  return {
    now: () => now,
    wait: (ms) =>
      new Promise((ring) => {
        alarms.push({ at: now + Math.max(0, ms), ring })
      }),
    async runTo(until) {
      for (;;) {
        await quiet()
        const next = Math.min(...alarms.map((one) => one.at))
        if (next > until) break
        now = next
        const due = alarms.filter((one) => one.at === next)
        alarms = alarms.filter((one) => one.at !== next)
        for (const { ring } of due) ring()
      }
      now = until
    },
  }
}
