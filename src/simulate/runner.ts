/** The bot as the simulated year runs it: in this process, or in one of its own that can be killed. */
import { type ChildProcess, fork } from 'node:child_process'
import pino from 'pino'
import { type Bot, startBot } from '../server.ts'

/** What a bot is started with. */
export interface Orders {
  databaseUrl: string
  /** The pretend platform's address. */
  domain: string
  port: number
  feishu: { appId: string; appSecret: string; encryptKey: string; verificationToken: string }
  /** How fast the pace's own time runs. */
  paceSpeed: number
  now: number
  /** The name on its leases. */
  owner: string
  /** Milliseconds a letter stays with it, and a database may be silent; by default as in the office. */
  lease?: number
  patience?: number
}

export interface Runner {
  /** Tells it the time. */
  at(now: number): Promise<void>
  /** Everything due has happened and every letter that may go has gone. */
  settled(): Promise<void>
  /** When something next falls due. */
  nextDue(): Promise<number | undefined>
  close(): Promise<void>
  /** Ends it as a power cut does, whatever it is doing. */
  kill(): Promise<void>
}

/** A bot in a process of its own. */
export interface Apart extends Runner {
  alive(): boolean
  /** Makes it stand still in the middle of whatever it does, and go on as if nothing had been. */
  stand(): void
  goOn(): void
}

/** A bot by its orders, on a clock that only moves when it is told. */
export function botBy(orders: Orders, now: () => number): Promise<Bot> {
  const { databaseUrl, domain, port, feishu, paceSpeed, owner, lease, patience } = orders
  return startBot({
    databaseUrl,
    feishu: { ...feishu, domain, mode: 'webhook' },
    port,
    host: '127.0.0.1',
    now,
    log: pino({ level: 'silent' }),
    paceSpeed,
    owner,
    ...(lease === undefined ? {} : { lease }),
    ...(patience === undefined ? {} : { patience }),
  })
}

/** Runs it in this process. */
export async function runHere(orders: Orders): Promise<Runner> {
  let now = orders.now
  const bot = await botBy(orders, () => now)
  return {
    async at(moment) {
      now = moment
    },
    settled: bot.settled,
    nextDue: bot.nextDue,
    close: bot.close,
    kill: bot.close,
  }
}

const program = new URL(import.meta.url.replace(/runner(\.[jt]s)$/, 'bot-process$1')).pathname

/** Runs it in a process of its own. */
export async function runApart(orders: Orders): Promise<Apart> {
  const child: ChildProcess = fork(program, [JSON.stringify(orders)], {
    execArgv: program.endsWith('.ts') ? ['--import', 'tsx'] : [],
  })
  const ask = asking(child)
  const alive = () => child.exitCode === null && child.signalCode === null
  await ask('ready')
  return {
    at: (now) => ask('at', now).then(() => {}),
    settled: () => ask('settle').then(() => {}),
    nextDue: async () => (await ask('next')) ?? undefined,
    close: async () => {
      const gone = ended(child)
      child.send({ ask: 'stop' })
      await gone
    },
    alive,
    stand: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    kill: async () => {
      if (!alive()) return
      const gone = ended(child)
      child.kill('SIGKILL')
      await gone
    },
  }
}

const ended = (child: ChildProcess) => new Promise((gone) => child.once('exit', gone))

/** Questions and answers over the child's channel, each with its number; a child that ends answers nothing more. */
function asking(child: ChildProcess) {
  let serial = 0
  const waiting = new Map<
    number,
    { answer(value: number | null): void; fail(error: Error): void }
  >()
  child.on('message', ({ id, value }: { id: number; value: number | null }) => {
    waiting.get(id)?.answer(value)
    waiting.delete(id)
  })
  const lost = () => {
    for (const { fail } of waiting.values()) fail(new Gone())
    waiting.clear()
  }
  child.once('exit', lost)
  // A question that meets a dying process finds its pipe closed.
  child.on('error', lost)
  return (ask: string, now?: number) =>
    new Promise<number | null>((answer, fail) => {
      if (child.exitCode !== null || child.signalCode !== null) return fail(new Gone())
      serial += 1
      waiting.set(serial, { answer, fail })
      child.send({ id: serial, ask, now }, (error) => error && lost())
    })
}

/** The process ended before it answered. */
export class Gone extends Error {}
