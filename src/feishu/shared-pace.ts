/** The platform's pace for one app served by several processes: each keeps its own, and reserves every call in one that all share. */
import { APP_PACE, Undelivered } from '../bot/message.ts'
import { MOST_WAIT, type Pace } from './pace.ts'
import { rateOf } from './send.ts'

/** Letters of several machines are not equally long on their way: so much time is left between what may be close. */
const APART = 80
/** What is further away is not reserved yet: until then one may learn that others arrived late. */
const NEAR = 100

interface Moved {
  name: string
  moment: number
  later: number
}

/** A call that is to be reserved, as the store takes it. */
interface Asked {
  windows: { name: string; most: number; within: number; kept: number }[]
  furthest: number
  moved: Moved[]
}

/**
 * A pace that reserves each call after its own pace has let it go: one question a call, another only where it must
 * wait, nothing held while it is sent. All but answers ask one after the other, so that no process reserves far
 * ahead of the others.
 */
export function sharedPace(
  own: Pace,
  reserve: (asked: Asked) => Promise<{ due: number; wait: number }>,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<void> },
): Pace {
  let line: Promise<unknown> = Promise.resolve()
  let late: Moved[] = []

  /** Resolves when the call may be made, to its moment as it was reserved. */
  async function reserved(names: string[], first: boolean): Promise<number> {
    for (;;) {
      const moved = late
      late = []
      const asked = { windows: windowsOf(names, first), furthest: NEAR, moved }
      const call = await reserve(asked).catch(() => {
        throw new Undelivered('later', 'store')
      })
      // Only the minute's window of the app lies so far ahead: those of a second hold nobody up so long.
      if (call.wait > MOST_WAIT) throw new Undelivered('later', APP_PACE, call.wait)
      await wait(call.wait > NEAR ? call.wait - NEAR / 2 : call.wait)
      if (call.wait <= NEAR) return call.due
    }
  }

  return {
    async turn(names, first = false) {
      const answered = await own.turn(names, first)
      const mine = first ? reserved(names, true) : line.then(() => reserved(names, false))
      if (!first) line = mine.catch(() => {})
      const moment = await mine
      const from = now()
      return () => {
        answered()
        const later = Math.round(now() - from)
        if (later > 0) late.push(...names.map((name) => ({ name, moment, later })))
      }
    },
  }
}

const windowsOf = (names: string[], first: boolean) =>
  names.flatMap((name) =>
    rateOf(name).map(({ most, within, spare = 0 }, _, all) => ({
      name,
      most: first ? most : most - spare,
      within: within + APART,
      kept: Math.max(...all.map((one) => one.most)),
    })),
  )
