/** From the platform's POST to a durable answer: the candidates take turns on one disk. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { inTurns, median } from './figures.ts'
import { closedLoop, type Open, openLoop } from './load.ts'
import { type Magazine, magazine, push, slackPush } from './push.ts'
import { type Server, startServer } from './server.ts'

export type Candidate = 'null' | 'hono' | 'door' | 'storeless' | 'bot' | 'sdk' | 'bolt' | 'koishi'

/** One table: who runs, on which disk, how long. */
export interface Plan {
  candidates: Candidate[]
  /** Folder of the databases. */
  dir: string
  /** A laid office to copy. */
  office: string
  platform: string
  /** Where the peers were installed, if they were. */
  peers: string | undefined
  pinned: boolean
  env: Record<string, string>
  rounds: number
  connections: number
  /** Requests a second of the open loop. */
  rate: number
}

export interface Figures {
  candidate: Candidate
  /** Answers a second, one figure a round. */
  rates: number[]
  /** Processor time an answer costs, microseconds, one figure a round: what others on the machine disturb least. */
  costs: number[]
  /** Medians of the rounds at the fixed rate, in milliseconds. */
  open: { p50: number; p99: number }
  /** Rows kept for answers given; absent where nothing is kept. */
  kept?: { answers: number; rows: number }
}

const WARM = 1500
const WARM_SPELLS = 3
const WARM_ANSWERS = 6000
const CLOSED = 1000
const OPEN = 1200
const OPEN_ROUNDS = 2
/** Whose rows say that an answer was kept. */
const KEPT: Partial<Record<Candidate, string>> = {
  bot: 'select count(*) as n from journal',
  sdk: 'select count(*) as n from heard',
  bolt: 'select count(*) as n from heard',
  koishi: 'select count(*) as n from heard',
}

/** Those of ours, which serve a laid office. */
const OWN: ReadonlySet<Candidate> = new Set(['storeless', 'bot'])

interface Runner {
  server: Server
  file: string
  pushes: Magazine
  rates: number[]
  costs: number[]
  open: Open[]
  answers: number
  wrong: number
}

/** Runs the plan; throws when a server answers anything but 200. */
export async function measure(plan: Plan): Promise<Figures[]> {
  const runners = new Map<Candidate, Runner>()
  try {
    for (const candidate of plan.candidates) runners.set(candidate, await begin(candidate, plan))
    for (let round = 0; round < plan.rounds; round++)
      for (const [, runner] of inTurns([...runners], round))
        await turn(runner, () => closed(runner, plan, CLOSED))
    for (let round = 0; round < OPEN_ROUNDS; round++)
      for (const [, runner] of inTurns([...runners], round))
        await turn(runner, () => open(runner, plan))
  } finally {
    for (const { server } of runners.values()) await server.stop()
  }
  return [...runners].map(([candidate, runner]) => figuresOf(candidate, runner))
}

async function begin(candidate: Candidate, plan: Plan): Promise<Runner> {
  const file = join(plan.dir, `${candidate}.db`)
  if (OWN.has(candidate)) copyFileSync(plan.office, file)
  const { platform, peers } = plan
  const settings = { file, platform, port: 0, ...(peers === undefined ? {} : { peers }) }
  const server = await startServer(candidate, settings, plan)
  // Who keeps nothing cannot tell a push that comes again, a few thousand pushes later, from a new one.
  const pushes = magazine(candidate === 'bolt' ? slackPush : push, KEPT[candidate] === undefined)
  const runner: Runner = {
    server,
    file,
    pushes,
    rates: [],
    costs: [],
    open: [],
    answers: 0,
    wrong: 0,
  }
  // As warm as a process that has lived a day: by answers, not by time, lest the slowest stay the coldest.
  for (let spell = 0; spell < WARM_SPELLS && runner.answers < WARM_ANSWERS; spell++)
    await turn(runner, () => closed(runner, plan, WARM))
  return runner
}

async function turn(runner: Runner, work: () => Promise<void>): Promise<void> {
  runner.server.wake()
  await work()
  runner.server.rest()
}

async function closed(runner: Runner, { connections }: Plan, ms: number): Promise<void> {
  runner.pushes.fill(((runner.rates.at(-1) ?? 4000) * 1.3 * ms) / 1000)
  const before = runner.server.used()
  const { rate, answers, wrong } = await closedLoop(runner.server.port, connections, ms, () =>
    runner.pushes.next(),
  )
  if (ms === CLOSED) {
    runner.rates.push(rate)
    runner.costs.push((runner.server.used() - before) / answers)
  }
  runner.answers += answers
  runner.wrong += wrong
}

async function open(runner: Runner, { rate }: Plan): Promise<void> {
  runner.pushes.fill((rate * OPEN) / 1000)
  const measured = await openLoop(runner.server.port, rate, OPEN, () => runner.pushes.next())
  runner.open.push(measured)
  runner.answers += measured.answers
  runner.wrong += measured.wrong
}

function figuresOf(candidate: Candidate, runner: Runner): Figures {
  const { rates, costs, open, file, answers, wrong } = runner
  if (wrong > 0) throw new Error(`${candidate} answered ${wrong} of ${answers} with other than 200`)
  const latency = {
    p50: median(open.map((one) => one.p50)),
    p99: median(open.map((one) => one.p99)),
  }
  const count = KEPT[candidate]
  const kept = count ? { kept: { answers, rows: rowsIn(file, count) } } : {}
  return { candidate, rates, costs, open: latency, ...kept }
}

function rowsIn(file: string, count: string): number {
  const database = new Database(file)
  const { n } = database.prepare(count).get() as { n: number }
  database.close()
  return n
}
