/** A sentence that arrives hours late, after a newer change, asks instead of overwriting (delivery.md promise 2). */
import { Asked } from '../domain/declined.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { clockOf } from '../domain/time/day.ts'
import type { Command } from './command.ts'
import { type Sentence, wordsIn } from './sentence.ts'
import type { Spoken } from './turn.ts'

/** The platform's second re-push comes after five minutes; what is later than this was overtaken by life. */
const LATE = 10 * 60_000

/** Asks back when the matter was changed after the sentence was said, and long ago at that. */
export async function askWhenLate(
  turn: Spoken,
  command: Command,
  filled: Record<string, unknown>,
  sentence: Sentence,
): Promise<void> {
  const matter = filled.matter as Matter | undefined
  if (!command.changes || command.tolerant || !matter) return
  if (turn.now - turn.at < LATE || matter.changed <= turn.at) return
  const say = wordsIn(sentence)
  throw new Asked(
    'E-LATE-1',
    `这句话是 ${clockOf(turn.at)} 说的，之后${matter.id}号已有新的变动。是否仍要办理？`,
    [
      { label: '仍要办理', say },
      { label: `查看${matter.id}号`, say: `查 ${matter.id}` },
    ],
  )
}
