/** Turning the street's clock: what waits for another try happens on the way, each at its own instant. */
import type { Outbound } from './outbound.ts'
import type { World } from './world.ts'

/** The clock of the street as something to be turned. */
export interface Turning {
  /** Turns forward to an instant (milliseconds) through every re-push due on the way, in order. */
  turnTo(to: number): Promise<void>
  /** When the earliest waiting push is due, in milliseconds. */
  nextDue(): number | undefined
  /** Pushes again whatever is due by the clock now. */
  runDue(): Promise<void>
  /** Turns as the page asks for it: by `drive`, one turn at a time, and the page is told. */
  turnByPage(to: number): Promise<void>
}

/** The turning of a world; `drive` moves bot and street together where there is more than the street. */
export function turning(
  world: World,
  { pushes }: Outbound,
  drive: ((to: number) => Promise<void>) | undefined,
): Turning {
  let busy = false
  const tell = () =>
    world.stream.push(() => ({ type: 'clock', now: world.clock.now(), turning: busy }))
  const turnTo = async (to: number) => {
    for (let due = pushes.nextDue(); due !== undefined && due <= to; due = pushes.nextDue()) {
      world.clock.set(due)
      await pushes.runDue()
    }
    world.clock.set(to)
    tell()
  }
  return {
    turnTo,
    nextDue: () => pushes.nextDue(),
    runDue: () => pushes.runDue(),
    async turnByPage(to) {
      if (busy) throw new Error('时间正在拨动，请稍候')
      busy = true
      tell()
      try {
        await (drive ?? turnTo)(to)
      } finally {
        busy = false
        tell()
      }
    },
  }
}
