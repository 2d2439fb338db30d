/** How long a piece of work holds the event loop: so long nobody else is heard. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds between two looks at the clock. */
const LOOKS = 1

/** The longest stall while the work ran, and how long all of it took, in milliseconds. */
export async function held(work: () => Promise<unknown>): Promise<{ most: number; took: number }> {
  const delay = monitorEventLoopDelay({ resolution: LOOKS })
  delay.enable()
  // Without a look before it, and after a reset, what holds the loop at once would not be seen.
  await looks()
  const begun = performance.now()
  await work()
  const took = performance.now() - begun
  await looks()
  delay.disable()
  return { most: Math.max(0, delay.max / 1e6 - LOOKS), took }
}

/** Long enough for a look to have come by. */
const looks = (): Promise<void> => new Promise((done) => setTimeout(done, 20 * LOOKS))
