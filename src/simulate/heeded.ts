/** Whether each sentence did what it should: it stands in the history, and what the rules decline does not. */
import { clockOf, dayOf } from './almanac.ts'
import type { Ledger } from './ledger.ts'
import type { Spoken } from './live.ts'

/** Lists, drafts and the like are kept, and are no history. */
const KEPT = /^周交办 (?!确认)/

/** Sentences that left no line in any history, and those that should have left none. */
export async function misunderstood(spoken: readonly Spoken[], ledger: Ledger): Promise<string[]> {
  const turns = await ledger.rows<{ turn: string }>('select distinct turn from journal')
  const done = new Set(turns.map(({ turn }) => turn))
  return spoken.flatMap(({ message, say, by, at, declined }) => {
    const acted = done.has(`msg:${message}`)
    const words = `${dayOf(at)} ${clockOf(at)} ${by} ${say.slice(0, 60)}`
    if (acted && declined) return [`not declined: ${words}`]
    return acted || declined || KEPT.test(say) ? [] : [`not done: ${words}`]
  })
}
