/** Everything there is on the street; the endpoints and the people's doings work on it. */
import { createHash } from 'node:crypto'
import { Chats } from './chats.ts'
import type { StreetClock } from './clock.ts'
import type { Effect } from './effects.ts'
import { Faults } from './faults.ts'
import { Files } from './files.ts'
import { Ids } from './ids.ts'
import { Inspector } from './inspector.ts'
import { Judged } from './judged.ts'
import { Messages } from './messages.ts'
import { Pace } from './pace.ts'
import { People } from './people.ts'
import { Stream } from './stream.ts'
import { Tokens } from './tokens.ts'
import { UpdateTokens } from './update-tokens.ts'
import { Uuids } from './uuids.ts'

/** The bot's app as the developer console shows it. */
export interface StreetApp {
  id: string
  secret: string
  encryptKey: string
  verificationToken: string
  tenant: string
  botName?: string
}

/** The state of the street, one part for each idea. */
export interface World {
  app: StreetApp
  bot: { openId: string; name: string }
  tenant: string
  clock: StreetClock
  ids: Ids
  people: People
  chats: Chats
  messages: Messages
  judged: Judged
  files: Files
  tokens: Tokens
  updates: UpdateTokens
  pace: Pace
  uuids: Uuids
  faults: Faults
  inspector: Inspector
  effects: Effect[]
  stream: Stream
  pins: Map<string, number>
}

interface WorldOptions {
  app: StreetApp
  clock: StreetClock
  /** Milliseconds that never go back; the pace limits go by it. */
  paceClock: () => number
  seed: number
  /** How many traces the inspector keeps. */
  traces: number
}

/** An empty street. The bot's open_id follows from the app id, so that it survives a restart. */
export function newWorld({ app, clock, paceClock, seed, traces }: WorldOptions): World {
  const ids = new Ids(seed)
  const stream = new Stream()
  const digest = createHash('sha256').update(app.id).digest('hex')
  return {
    app,
    bot: { openId: `ou_${digest.slice(0, 32)}`, name: app.botName ?? '督办' },
    tenant: app.tenant,
    clock,
    ids,
    people: new People(),
    chats: new Chats(),
    messages: new Messages(),
    judged: new Judged(),
    files: new Files(),
    tokens: new Tokens(ids),
    updates: new UpdateTokens(ids),
    pace: new Pace(paceClock),
    uuids: new Uuids(),
    faults: new Faults((faults) => stream.push(() => ({ type: 'faults', faults }))),
    inspector: new Inspector(traces, (trace) => stream.push(() => ({ type: 'trace', trace }))),
    effects: [],
    stream,
    pins: new Map(),
  }
}
