/** The bundle that commands and jobs get: every table group, already bound to the open transaction. */
import * as absences from './absences.ts'
import * as allowance from './allowance.ts'
import * as batches from './batches.ts'
import * as briefs from './briefs.ts'
import * as burden from './burden.ts'
import * as calendar from './calendar.ts'
import * as chats from './chats.ts'
import * as counters from './counters.ts'
import * as drafts from './drafts.ts'
import type { Tx } from './engine.ts'
import * as fields from './fields.ts'
import * as figures from './figures.ts'
import * as inbox from './inbox.ts'
import * as incidents from './incidents.ts'
import * as journal from './journal.ts'
import * as ledger from './ledger.ts'
import * as matters from './matters.ts'
import * as meetings from './meetings.ts'
import * as messages from './messages.ts'
import * as occurrences from './occurrences.ts'
import * as outbox from './outbox.ts'
import * as packs from './packs.ts'
import * as pending from './pending.ts'
import * as people from './people.ts'
import * as plans from './plans.ts'
import * as praises from './praises.ts'
import * as profiles from './profiles.ts'
import * as quiet from './quiet.ts'
import * as remits from './remits.ts'
import * as resolutions from './resolutions.ts'
import * as reviews from './reviews.ts'
import * as search from './search.ts'
import * as settings from './settings.ts'
import * as strays from './strays.ts'
import * as suggestions from './suggestions.ts'
import * as trial from './trial.ts'

const groups = {
  allowance,
  absences,
  batches,
  briefs,
  burden,
  calendar,
  chats,
  counters,
  drafts,
  fields,
  figures,
  inbox,
  incidents,
  journal,
  ledger,
  matters,
  meetings,
  messages,
  occurrences,
  outbox,
  packs,
  pending,
  people,
  plans,
  quiet,
  remits,
  praises,
  profiles,
  resolutions,
  reviews,
  search,
  settings,
  strays,
  suggestions,
  trial,
}

type BoundGroup<Group> = {
  [Name in keyof Group]: Group[Name] extends (tx: Tx, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never
}

export type Bound = { [Name in keyof typeof groups]: BoundGroup<(typeof groups)[Name]> }

type Groups = Record<string, Record<string, (tx: Tx, ...rest: unknown[]) => unknown>>

/** One class a group, made once: a turn costs an object a group, not a closure a function. */
const kinds = Object.entries(groups as unknown as Groups).map(
  ([name, group]) => [name, boundKind(group)] as const,
)

/** Every function of the room with the transaction filled in. */
export function bind(tx: Tx): Bound {
  const bound: Record<string, unknown> = {}
  for (const [name, Kind] of kinds) bound[name] = new Kind(tx)
  return bound as Bound
}

function boundKind(group: Groups[string]): new (tx: Tx) => object {
  class BoundGroup {
    readonly tx: Tx
    constructor(tx: Tx) {
      this.tx = tx
    }
  }
  for (const [name, work] of Object.entries(group))
    Object.defineProperty(BoundGroup.prototype, name, {
      writable: true,
      value(this: BoundGroup, ...rest: unknown[]) {
        return work(this.tx, ...rest)
      },
    })
  return BoundGroup
}
