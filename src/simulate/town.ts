/** The sample office on a pretend Feishu in the year 2022, with a bot that can be stopped and started again. */
import { laySample } from '../admin/lay-sample.ts'
import { calendarOf } from '../domain/time/calendar.ts'
import { notices } from '../domain/time/notices.ts'
import { freePort } from '../free-port.ts'
import { practiceApp } from '../practice.ts'
import { chats } from '../sample/chats.ts'
import { people, personOf } from '../sample/people.ts'
import { turnableClock } from '../sandbox/clock.ts'
import { openStreet, type Street } from '../sandbox/street.ts'
import { openStore } from '../store/open.ts'
import { Gone, type Orders, type Runner, runApart, runHere } from './runner.ts'

export interface Town {
  street: Street
  now(): number
  /** Moves from due moment to due moment. */
  turnTo(to: number): Promise<void>
  /** Somebody says a sentence, in private or in a group; resolves to the message's id when the bot has nothing left to do. */
  says(openId: string, chat: string, text: string): Promise<string>
  /** Stops the bot in good order and starts it anew. */
  restart(): Promise<void>
  /** Pulls the cord; whoever next needs the bot starts it anew. */
  cut(): Promise<void>
  close(): Promise<void>
  /** What a city of several instances has to stand besides: each is one blow, soon after it is called. */
  ordeals?: Record<Ordeal, () => Promise<void>>
  /** Waits until every instance is up again. */
  heal?(): Promise<void>
}

/** killed: one instance ends. stalled: one stands still beyond its leases. outage: the database goes. silence: one line goes dead. */
export type Ordeal = 'killed' | 'stalled' | 'outage' | 'silence'

/** A year passes in a minute: the platform's pace and the bot's own run as much faster. */
const PACE = 200

/** The sample office in an empty database, and the street before it, whose pushes go to that port. */
export async function layTown(databaseUrl: string, begin: number, port: number) {
  const store = await openStore(databaseUrl)
  await store.turn((bound) => laySample(bound, begin, calendarOf(notices), practiceApp.tenant))
  await store.close()
  const clock = turnableClock(() => begin)
  const street = await openStreet({
    app: practiceApp,
    clock,
    push: { events: `http://127.0.0.1:${port}/feishu/events` },
    paceClock: () => performance.now() * PACE,
    holding: { slow: 20, lost: 20 },
    traces: 1,
  })
  settle(street)
  return { street, clock }
}

/** Opens the town at a moment; `apart` puts the bot into a process of its own. */
export async function openTown(databaseUrl: string, begin: number, apart: boolean): Promise<Town> {
  const port = await freePort()
  const { street, clock } = await layTown(databaseUrl, begin, port)
  const orders = (): Orders => ({
    ...standing(databaseUrl, street, port),
    owner: 'town',
    now: clock.now(),
  })
  const run = apart ? runApart : runHere
  let bot: Runner = await run(orders())

  /** Whatever it is doing when it dies, another takes its place and goes on. */
  const living = async <T>(deed: (bot: Runner) => Promise<T>): Promise<T> => {
    try {
      return await deed(bot)
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      bot = await run(orders())
      return deed(bot)
    }
  }
  const settled = () => living((one) => one.settled())
  return {
    street,
    now: clock.now,
    async turnTo(to) {
      await settled()
      for (;;) {
        const due = await living((one) => one.nextDue())
        const next = Math.min(due ?? to, street.nextDue() ?? to, to)
        if (next > clock.now()) clock.set(next)
        await living((one) => one.at(clock.now()))
        await street.runDue()
        await settled()
        if (next >= to) return
      }
    },
    async says(openId, chat, text) {
      const { message } = await street.say(openId, chat, text)
      await settled()
      return message
    },
    async restart() {
      await living((one) => one.close())
      bot = await run(orders())
    },
    cut: () => bot.kill(),
    async close() {
      await bot.close()
      await street.close()
    },
  }
}

/** What every bot of a town is started with. */
export const standing = (databaseUrl: string, street: Street, port: number) => ({
  databaseUrl,
  domain: street.url,
  port,
  feishu: {
    appId: practiceApp.id,
    appSecret: practiceApp.secret,
    encryptKey: practiceApp.encryptKey,
    verificationToken: practiceApp.verificationToken,
  },
  paceSpeed: PACE,
})

function settle(street: Street): void {
  for (const { openId, unionId, name, unit, title, mobile } of people)
    street.addPerson({ openId, unionId, name, title: `${unit} ${title}`, mobile })
  for (const { id, name, members } of chats)
    street.addChat({ id, name, members: members.map((key) => personOf(key).openId) })
}
