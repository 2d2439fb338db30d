/** The bundle that commands and jobs get: every table group, already bound to the open transaction. */
import * as chats from './chats.ts'
import * as counters from './counters.ts'
import * as drafts from './drafts.ts'
import type { Tx } from './engine.ts'
import * as inbox from './inbox.ts'
import * as journal from './journal.ts'
import * as matters from './matters.ts'
import * as meetings from './meetings.ts'
import * as messages from './messages.ts'
import * as occurrences from './occurrences.ts'
import * as outbox from './outbox.ts'
import * as pending from './pending.ts'
import * as people from './people.ts'
import * as search from './search.ts'
import * as suggestions from './suggestions.ts'

const groups = {
  chats,
  counters,
  drafts,
  inbox,
  journal,
  matters,
  meetings,
  messages,
  occurrences,
  outbox,
  pending,
  people,
  search,
  suggestions,
}

type BoundGroup<Group> = {
  [Name in keyof Group]: Group[Name] extends (tx: Tx, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never
}

export type Bound = { [Name in keyof typeof groups]: BoundGroup<(typeof groups)[Name]> }

/** Every function of the room with the transaction filled in. */
export function bind(tx: Tx): Bound {
  const bound: Record<string, unknown> = {}
  for (const [name, group] of Object.entries(groups))
    Object.defineProperty(bound, name, {
      get: () => bindGroup(tx, group as Record<string, (tx: Tx, ...rest: unknown[]) => unknown>),
    })
  return bound as Bound
}

function bindGroup(tx: Tx, group: Record<string, (tx: Tx, ...rest: unknown[]) => unknown>) {
  return new Proxy(group, {
    get:
      (target, name: string) =>
      (...rest: unknown[]) =>
        target[name]?.(tx, ...rest),
  })
}
