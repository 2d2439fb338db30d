/** What the keeper did at the command line enters the office's history like anything else. */
import type { Instant } from '../../domain/time/day.ts'
import type { Bound } from '../../store/store.ts'

/** Appends one line without a person: whoever has the machine is the keeper. */
export async function keeperLine(
  store: Bound,
  now: Instant,
  verb: string,
  text: string,
): Promise<void> {
  const { rev, head } = await store.people.chain()
  const seq = rev + 1
  const line = {
    object: 'office',
    seq,
    at: now,
    actor: null,
    verb,
    text,
    way: '管理员命令',
    turn: `keeper:${seq}:${now}`,
    change: { before: null, after: {} },
  }
  await store.people.chained(seq, await store.journal.append(line, head))
}
