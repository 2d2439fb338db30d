/** The practice ground: the sample office on a pretend Feishu, in one process, on a clock one can turn. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { laySample } from './admin/lay-sample.ts'
import type { Step } from './bot/office.ts'
import type { Press } from './bot/press.ts'
import type { Feishu } from './config.ts'
import { calendarOf } from './domain/time/calendar.ts'
import type { Instant } from './domain/time/day.ts'
import { notices } from './domain/time/notices.ts'
import { firstMorning, liveFirstDays, workingMoment } from './practice/first-days.ts'
import { memoryIn, noMemory, rememberedIn } from './practice/memory.ts'
import { chats, groups } from './sample/chats.ts'
import { people, personOf } from './sample/people.ts'
import { type StreetClock, turnableClock } from './sandbox/clock.ts'
import { openStreet, type Street } from './sandbox/street.ts'
import { type Bot, startBot } from './server.ts'

/** The pretend app; its secrets protect nothing, since the street listens on this machine only. */
export const practiceApp = {
  id: 'cli_a1b2c3d4e5f60718',
  secret: 'practice-secret',
  encryptKey: 'practice-encrypt-key',
  verificationToken: 'practice-token',
  tenant: 'tenant_practice',
  botName: '督办',
}

export interface GroundOptions {
  /** Folder of the database and the street's memory, made when missing. */
  dir: string
  /** Instead of an SQLite file in `dir`. */
  databaseUrl?: string
  /** Real time, in milliseconds; a clock that stands still makes time move only when it is turned. */
  real: () => Instant
  log: Logger
  port?: number
  streetPort?: number
  /** Folder of the built chat page. */
  page?: string
  /** Live through the sample office's first days (as `npm start` does). */
  story?: boolean
  /** Begin anew, whatever was kept. */
  fresh?: boolean
  mode?: Feishu['mode']
  /** Keep the street's memory beside the database, so that a restart goes on where it ended. */
  keep?: boolean
  alone?: boolean
  step?: (name: Step) => void
  /** Where papers are made; in this thread unless given. */
  press?: Press
}

export interface Ground {
  street: Street
  bot: Bot
  clock: StreetClock
  /** Turns bot and street together; everything due on the way happens in order. */
  turnTo(to: Instant): Promise<void>
  close(): Promise<void>
}

const calendar = calendarOf(notices)

/** Days pass in seconds here: the platform's pace and the bot's own run as much faster. */
const PACE = 20

/** Opens the ground; the sample office is laid when its database is new. */
export async function openGround(options: GroundOptions): Promise<Ground> {
  const { dir, real, log } = options
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const remembered = join(dir, 'practice-street.json')
  const file = join(dir, 'practice.db')
  if (options.fresh)
    for (const name of [remembered, file, `${file}-wal`, `${file}-shm`])
      rmSync(name, { force: true })
  const kept = options.keep ? rememberedIn(remembered) : undefined
  const today = workingMoment(real())
  const begin = options.story && !kept ? firstMorning(today) : today
  const clock = turnableClock(real, Math.max(begin, kept?.now ?? 0))

  let ground: Ground | undefined
  const feishu: Feishu = {
    appId: practiceApp.id,
    appSecret: practiceApp.secret,
    encryptKey: practiceApp.encryptKey,
    verificationToken: practiceApp.verificationToken,
    domain: '',
    mode: options.mode ?? 'webhook',
  }
  const street = await openStreet({
    app: practiceApp,
    clock,
    ...(options.page === undefined ? {} : { page: options.page }),
    port: options.streetPort ?? 0,
    paceClock: () => performance.now() * PACE,
    turn: async (to) => ground?.turnTo(to),
    tries,
    menu,
  })
  if (kept) street.restore(kept.street)
  else settle(street)
  const bot = await startBot({
    databaseUrl: options.databaseUrl ?? file,
    feishu: { ...feishu, domain: street.url },
    port: options.port ?? 0,
    host: '127.0.0.1',
    now: clock.now,
    log,
    alone: options.alone ?? false,
    paceSpeed: PACE,
    press: options.press,
  })
  if (feishu.mode === 'socket') await connected(street)
  else street.pushTo(`${bot.url}/feishu/events`)
  const turnTo = (to: Instant) => turn(clock, street, bot, to)
  const standing = () => ({ now: clock.now(), street: street.snapshot() })
  const memory = options.keep ? memoryIn(remembered, standing) : noMemory
  bot.office.step = (name) => {
    options.step?.(name)
    // What is seen has changed.
    if (/finished|committed/.test(name)) memory.saveSoon()
  }
  ground = {
    street,
    bot,
    clock,
    turnTo: async (to) => {
      await turnTo(to)
      memory.save()
    },
    async close() {
      await bot.close()
      memory.close()
      await street.close()
    },
  }
  await layOffice(bot, clock)
  if (options.story && !kept) {
    await liveFirstDays(ground, today)
    memory.save()
  }
  return ground
}

/** Everybody and every group of the sample office come to live on the street. */
function settle(street: Street): void {
  for (const { openId, unionId, name, unit, title, mobile } of people)
    street.addPerson({ openId, unionId, name, title: `${unit} ${title}`, mobile })
  for (const chat of chats)
    street.addChat({
      id: chat.id,
      name: chat.name,
      members: chat.members.map((key) => personOf(key).openId),
    })
}

async function layOffice(bot: Bot, clock: StreetClock): Promise<void> {
  const { store } = bot.office
  const directory = await store.look((bound) => bound.people.directory())
  if (directory.people.size > 0) return
  await store.turn((bound) => laySample(bound, clock.now(), calendar, practiceApp.tenant))
}

/** Moves from due moment to due moment, so that nothing happens late or out of order. */
async function turn(clock: StreetClock, street: Street, bot: Bot, to: Instant): Promise<void> {
  for (;;) {
    await bot.settled()
    const next = Math.min((await bot.nextDue()) ?? to, street.nextDue() ?? to, to)
    if (next > clock.now()) clock.set(next)
    await street.runDue()
    await bot.settled()
    if (next >= to) return
  }
}

/** Until the long connection stands, what people say would have to wait for its first re-push. */
async function connected(street: Street): Promise<void> {
  for (let tries = 0; street.connections() === 0 && tries < 200; tries++)
    await new Promise((done) => setTimeout(done, 25))
}

const openId = (key: string) => personOf(key).openId

/** Three sentences for a newcomer, beside the composer. */
export const tries = [
  {
    as: openId('chenjing'),
    chat: groups.supervision,
    say: `@[bot] 交办 @[${openId('lina')}] 报送惠企贴息资金拨付进度 明天17:00前`,
    why: '督查室在群里交办',
  },
  { as: openId('lina'), chat: 'bot', say: '待办', why: '科长看等自己办的事' },
  { as: openId('wangqiang'), chat: 'bot', say: '待办', why: '科员看自己的事，再说“报 编号 进展”' },
]

const menu = [
  { label: '我的待办', key: '待办' },
  { label: '例会', key: '例会' },
  { label: '帮助', key: '帮助' },
]
