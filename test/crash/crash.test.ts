import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { laySample } from '../../src/admin/lay-sample.ts'
import { steps } from '../../src/bot/office.ts'
import { calendarOf } from '../../src/domain/time/calendar.ts'
import { notices } from '../../src/domain/time/notices.ts'
import { freePort } from '../../src/free-port.ts'
import { practiceApp } from '../../src/practice.ts'
import { chats } from '../../src/sample/chats.ts'
import { people } from '../../src/sample/people.ts'
import { turnableClock } from '../../src/sandbox/clock.ts'
import { openStreet, type Street } from '../../src/sandbox/street.ts'
import { openStore } from '../../src/store/open.ts'
import { repeated } from '../repeats.ts'
import { chatNamed, freshDatabase, MONDAY, personNamed, wordsOf } from '../world.ts'

const pgUrl = inject('pgUrl')
const calendar = calendarOf(notices)
const feishu = {
  appId: practiceApp.id,
  appSecret: practiceApp.secret,
  encryptKey: practiceApp.encryptKey,
  verificationToken: practiceApp.verificationToken,
}

/** Between two slices of a long run; tried where there are some, in the morning's pages. */
const SLICED = 'tick:sliced'

/** Where a paper has been made; tried where somebody asks for one. */
const PRINTED = 'deliver:printed'

/** Steps that come up more than once in the scenario are tried at their second time too. */
const again = ['deliver:before-send', 'deliver:sent', 'deliver:finished']
const all = [
  ...steps.filter((step) => step !== SLICED && step !== PRINTED).map((step) => [step, 1] as const),
  ...again.map((step) => [step, 2] as const),
]

/** The fixed sample of every run; `npm run prove` takes them all, on both engines. */
const sample: Record<string, string[]> = {
  sqlite: ['hear:committed', 'deliver:claimed', 'deliver:sent', 'tick:run'],
  postgres: ['hear:settled', 'deliver:before-send'],
}

describe.each(pgUrl ? ['sqlite', 'postgres'] : ['sqlite'])('a power cut on %s', (engine) => {
  const tried = process.env.DUBAN_PROVE
    ? all
    : all.filter(([step, nth]) => nth === 1 && sample[engine]?.includes(step))

  test.each(tried)(
    'at %s (time %i): nothing is lost and nothing comes twice',
    repeated,
    async (step, nth) => {
      const office = await openOffice(engine)
      try {
        const tick = step.startsWith('tick:')
        await office.start(tick ? {} : { crashAt: step, nth })
        const group = '督办工作群'
        await office.street.say(
          personNamed('陈静').openId,
          chatNamed(group),
          `@[bot] 交办 @[${personNamed('李娜').openId}] 报送拨付进度 11月24日前`,
        )
        await office.settle()
        await office.street.turnTo(office.now() + 16_000)
        await office.settle()
        if (tick) {
          await office.stop()
          // A day on: the reminder of the working day before has fallen due.
          await office.start({ crashAt: step, nth }, 10 * 60_000)
          await office.settle()
        }
        expect(office.crashes()).toBe(1)
        expect(await office.ledger()).toEqual({ matters: 1, verbs: ['交办'], broken: [] })
        expect(office.texts(chatNamed(group))).toEqual([
          expect.stringContaining('已交办金融科李娜，1号'),
        ])
        const told = office.texts(personNamed('李娜').openId)
        // An older card steps back when the reminder brings a newer one.
        const [asked, reminded] = [/请签收。/, /到期，请/].map((word) =>
          told.filter((t) => word.test(t)),
        )
        expect([asked?.length, reminded?.length]).toEqual(tick ? [0, 1] : [1, 0])
        expect(doubled(office.street)).toEqual([])
      } finally {
        await office.close()
      }
    },
  )
})

const HEADS = ['李娜', '杜建华', '熊国安'] as const
const DAY = 23.75 * 60 * 60_000

describe.each(pgUrl ? ['sqlite', 'postgres'] : ['sqlite'])(
  'the pages of a morning on %s',
  (engine) => {
    // The leaders' one slice, then the first of all others.
    const whole = process.env.DUBAN_PROVE !== undefined
    test.skipIf(!whole && engine !== 'sqlite').each(whole ? [1, 2, 3, 4] : [2])(
      'a power cut after slice %i: the run goes on where it stopped, and nobody gets a second page',
      repeated,
      async (nth) => {
        const office = await openOffice(engine)
        try {
          await office.start({})
          for (const head of HEADS)
            await office.street.say(
              personNamed('陈静').openId,
              'bot',
              `交办 @[${personNamed(head).openId}] 报送拨付进度 11月24日前`,
            )
          await office.settle()
          await office.stop()
          await office.start({ crashAt: SLICED, nth }, DAY)
          await office.settle()
          expect(office.crashes()).toBe(1)
          for (const head of HEADS) {
            const told = office.texts(personNamed(head).openId)
            expect(told.filter((text) => text.startsWith('今日待办'))).toHaveLength(1)
          }
          const page = office.texts(personNamed('李明远').openId)
          expect(page.filter((text) => text.startsWith('督办简报'))).toHaveLength(1)
          expect(doubled(office.street)).toEqual([])
        } finally {
          await office.close()
        }
      },
    )
  },
)

test.skipIf(!process.env.DUBAN_PROVE).each(pgUrl ? ['sqlite', 'postgres'] : ['sqlite'])(
  'a power cut on %s when a paper is made: it is made again, and comes once',
  repeated,
  async (engine) => {
    const office = await openOffice(engine)
    try {
      await office.start({ crashAt: PRINTED, nth: 1 })
      const chen = personNamed('陈静').openId
      await office.street.say(
        chen,
        'bot',
        `交办 @[${personNamed('李娜').openId}] 报送进度 11月24日前`,
      )
      await office.street.say(chen, 'bot', '台账 导出')
      await office.settle()
      await office.street.turnTo(office.now() + 16_000)
      await office.settle()
      expect(office.crashes()).toBe(1)
      const files = office.street.messages(chen).filter((one) => one.type === 'file')
      expect(files).toHaveLength(1)
      expect(doubled(office.street)).toEqual([])
    } finally {
      await office.close()
    }
  },
)

test('every named step of the engine is a crash point, and every crash point is a step', () => {
  const source = readdirSync('src/bot')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('src/bot', name), 'utf8'))
    .join('\n')
  const called = [...source.matchAll(/office\.step\('([\w:-]+)'\)/g)].map((hit) => hit[1])
  expect([...new Set(called)].sort()).toEqual([...steps].sort())
})

/** Messages that the platform showed twice for one letter. */
function doubled(street: Street): string[] {
  const seen = new Map<string, Set<string>>()
  for (const { uuid, message } of street.effects() as { uuid?: string; message?: string }[]) {
    if (!uuid || !message) continue
    const of = seen.get(uuid) ?? new Set()
    of.add(message)
    seen.set(uuid, of)
  }
  return [...seen].filter(([, messages]) => messages.size > 1).map(([uuid]) => uuid)
}

async function openOffice(engine: string) {
  const dir = mkdtempSync(join(tmpdir(), 'duban-crash-'))
  const made = engine === 'postgres' ? await freshDatabase(pgUrl) : undefined
  const databaseUrl = made?.url ?? join(dir, 'duban.db')
  const ahead = MONDAY - Date.now()
  const now = () => Date.now() + ahead
  const store = await openStore(databaseUrl)
  await store.turn((bound) => laySample(bound, MONDAY, calendar, practiceApp.tenant))
  await store.close()
  const port = await freePort()
  const street = await openStreet({
    app: practiceApp,
    clock: turnableClock(now),
    push: { events: `http://127.0.0.1:${port}/feishu/events` },
  })
  for (const { openId, unionId, name, mobile } of people)
    street.addPerson({ openId, unionId, name, mobile })
  for (const chat of chats)
    street.addChat({
      id: chat.id,
      name: chat.name,
      members: chat.members.map((key) => people.find((one) => one.key === key)?.openId ?? ''),
    })
  let child: ChildProcess | undefined
  let crashes = 0
  let on = ahead

  async function start(orders: object, further = 0): Promise<void> {
    on += further
    const given = { databaseUrl, domain: street.url, port, ahead: on, feishu, ...orders }
    const path = new URL('./child.ts', import.meta.url).pathname
    const born = fork(path, [JSON.stringify(given)], { execArgv: ['--import', 'tsx'] })
    child = born
    const first = await Promise.race([once(born, 'message'), once(born, 'exit')])
    if (first[0] !== 'ready') await revive()
  }

  /** The child died of its crash point: it is started again, as a service manager would. */
  async function revive(): Promise<void> {
    crashes += 1
    await start({})
  }

  return {
    street,
    now,
    start,
    crashes: () => crashes,
    async settle() {
      const one = child
      if (one?.exitCode !== null || one.signalCode !== null || !one.connected) return revive()
      // It may die while it is being asked: what matters is what it has kept.
      one.send('settle', () => {})
      const [said] = await Promise.race([once(one, 'message'), once(one, 'exit')])
      if (said !== 'settled') await revive()
    },
    async stop() {
      const one = child
      if (!one?.connected) return
      const gone = once(one, 'exit')
      one.send('stop')
      await gone
    },
    async ledger() {
      const book = await openStore(databaseUrl)
      const found = await book.look(async (bound) => ({
        matters: await bound.matters.count({}),
        verbs: (await bound.journal.of('matter:1')).map((line) => line.verb),
        broken: (await bound.journal.verify()).broken,
      }))
      await book.close()
      return found
    },
    texts: (chat: string) =>
      street
        .messages(chat)
        .filter((one) => one.from === 'bot')
        .map(wordsOf),
    async close() {
      child?.kill('SIGKILL')
      await street.close()
      await made?.drop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
