/**
 * Every promise (nothing lost, nothing twice, nobody let in) with its mechanism taken out: the checks that find nothing wrong with the office as it
 * is must find what is wrong without it. A check that stays silent then would prove nothing.
 */
import { afterEach, describe, vi } from 'vitest'
import type { World } from '../world.ts'
import { forge } from './forged.ts'
import { mutated, promise, type Trial, without } from './trial.ts'

const store = vi.hoisted(() => ({ fails: 0 }))
afterEach(() => {
  store.fails = 0
})

const ALTERED = "update journal set text = '改过' where seq = 1"
const CUT_OFF = "delete from journal where object = 'matter:1' and seq = 2"
/** What the keeper is told of a full disk. */
const FULL = '磁盘已满，台账停止写入'
const ASSIGNS = '交办 预算科 报送自评报告 12月15日前'

/** A store that fails a few times in the moment of COMMIT. */
const failing = () =>
  without<typeof import('../../src/store/open.ts')>('../../src/store/open.ts', (real) => ({
    openStore: async (...given: Parameters<typeof real.openStore>) => {
      const opened = await real.openStore(...given)
      const { Unkept } = await import('../../src/store/unkept.ts')
      const turn: typeof opened.turn = (work) =>
        opened.turn(async (bound) => {
          const value = await work(bound)
          if (store.fails <= 0) return value
          store.fails -= 1
          throw new Unkept('full', new Error('no room'))
        })
      return { ...opened, turn }
    },
  }))

const saidThenAgain = async ({ tells, turnsTo }: Trial) => {
  await tells('陈静', ASSIGNS)
  await turnsTo('2026-11-23 09:20')
}

describe.runIf(process.env.DUBAN_PROVE)('of the nine promises,', () => {
  promise(
    '1: a sentence that the platform got 200 for is in the ledger',
    async (trial) => {
      store.fails = 1
      await saidThenAgain(trial)
    },
    () => {
      without<typeof import('../../src/feishu/webhook.ts')>(
        '../../src/feishu/webhook.ts',
        ({ webhook }) => ({
          webhook: (options: Parameters<typeof webhook>[0]) =>
            webhook({
              ...options,
              hear: (one) => options.hear(one).catch(() => ({ outcome: 'acted' })),
            }),
        }),
      )
    },
    /^lost: /m,
    undefined,
    failing,
  )

  promise(
    '2: a sentence delivered twice acts once',
    async ({ ground, tells, turnsTo }) => {
      await tells('陈静', '交办 @王强 报送拨付进度 12月4日前')
      await tells('李娜', '签收并分办 1')
      ground.street.fault('two-event-ids', 1)
      ground.street.fault('duplicate-event', 1)
      await tells('王强', '报 1 已走访12家企业')
      await turnsTo('2026-11-23 09:20')
    },
    () =>
      without<typeof import('../../src/store/inbox.ts')>(
        '../../src/store/inbox.ts',
        ({ take }) => ({
          take: async (...given: Parameters<typeof take>) => {
            await take(...given)
            return true
          },
        }),
      ),
    /^acted twice: /m,
    async ({ ledger }) =>
      (
        await ledger.rows<{ text: string }>(
          "select text from journal where verb = '报' group by text having count(*) > 1",
        )
      ).map(({ text }) => `acted twice: ${text}`),
  )

  promise(
    '2: a sentence that comes hours late asks instead of overwriting',
    async (trial) => {
      await trial.tells('陈静', '交办 @王强 报送拨付进度 12月4日前')
      await trial.tells('李娜', '签收并分办 1')
      const said = trial.ground.clock.now()
      await trial.turnsTo('2026-11-23 10:00')
      await trial.tells('陈静', '改 1 截止 12月18日')
      await trial.turnsTo('2026-11-23 12:10')
      const late = await forge(trial, '改 1 截止 12月10日', { said })
      await trial.ground.street.pushRaw(...late)
      await trial.turnsTo('2026-11-23 12:20')
    },
    () => mutated('bot/late.ts', 'turn.now - turn.at < LATE', 'turn.now >= turn.at'),
    /^overwritten: /m,
    async ({ ledger }) => {
      const [row] = await ledger.rows<{ due: number }>('select due from matters')
      return row?.due === Date.parse('2026-12-18T18:00+08:00') ? [] : [`overwritten: ${row?.due}`]
    },
  )

  promise(
    '3: what is due is sent once (the same uuid whenever it is tried)',
    async ({ ground, tells, turnsTo }) => {
      ground.street.fault('timeout-after-success', 1)
      await tells('陈静', ASSIGNS)
      await turnsTo('2026-11-23 09:20')
    },
    () => {
      let tries = 0
      without<typeof import('../../src/bot/outgoing.ts')>(
        '../../src/bot/outgoing.ts',
        ({ outgoing }) => ({
          outgoing: (...given: Parameters<typeof outgoing>) => {
            const out = outgoing(...given)
            return 'uuid' in out ? { ...out, uuid: `try-${++tries}` } : out
          },
        }),
      )
    },
    /^shown twice: /m,
    ({ ground }) => shownTwice(ground.street),
  )

  promise(
    '3: what is due is sent, or there is a reason (a refusal is tried again)',
    async ({ ground, tells, turnsTo }) => {
      ground.street.fault('app-rate-limit', 1)
      await tells('陈静', ASSIGNS)
      await turnsTo('2026-11-23 09:20')
    },
    () =>
      without<typeof import('../../src/bot/delivered.ts')>(
        '../../src/bot/delivered.ts',
        ({ ended }) => ({
          ended: (...[office, letter, outcome]: Parameters<typeof ended>) =>
            ended(office, letter, 'reason' in outcome ? {} : outcome),
        }),
      ),
    /^unseen: /m,
  )

  promise(
    '4: after downtime there is one honest card',
    async ({ ground, tells, turnsTo }) => {
      await tells('陈静', '交办 @王强 报送拨付进度 11月27日前')
      await tells('李娜', '签收并分办 1')
      await turnsTo('2026-11-24 09:00')
      ground.clock.set(Date.parse('2026-11-27T10:20:00+08:00'))
      await ground.bot.settled()
    },
    () =>
      without<typeof import('../../src/bot/own-up.ts')>('../../src/bot/own-up.ts', () => ({
        ownUp: async () => {},
      })),
    /^unexplained: /m,
  )

  promise(
    '5: somebody is told of whoever cannot be reached',
    async ({ ground, tells, turnsTo }) => {
      ground.street.fault('unreachable', 1)
      await tells('陈静', ASSIGNS)
      await turnsTo('2026-11-23 09:20')
    },
    () =>
      without<typeof import('../../src/bot/delivered.ts')>(
        '../../src/bot/delivered.ts',
        ({ ended }) => ({
          ended: async (...[office, letter, outcome]: Parameters<typeof ended>) => {
            if (!('reason' in outcome) || outcome.reason !== 'gone')
              return ended(office, letter, outcome)
            const end = { state: 'dead' as const, reason: '收件人不可达', done: office.now() }
            await office.store.turn((bound) => bound.outbox.finish(letter, end))
            return undefined
          },
        }),
      ),
    /^untold: /m,
  )

  promise(
    '6: an altered line of history is found',
    ({ tells }) => tells('陈静', ASSIGNS),
    () => mutated('store/chain.ts', 'if (hashOf(line) !== line.hash)', 'if (false)'),
    /^unnoticed: /m,
    async (trial) => ((await notices(trial, ALTERED)) ? [] : ['unnoticed: an altered line']),
  )

  promise(
    '6: a line cut off at the end of history is found',
    async ({ tells }) => {
      await tells('陈静', '交办 @王强 报送拨付进度 12月4日前')
      await tells('陈静', '催办 1')
    },
    () =>
      mutated(
        'store/chain.ts',
        'if (last.hash !== head.hash || last.seq !== head.seq)',
        'if (false)',
      ),
    /^unnoticed: /m,
    async (trial) => ((await notices(trial, CUT_OFF)) ? [] : ['unnoticed: a missing line']),
  )

  promise(
    '8: typed text never comes alive',
    async ({ tells, turnsTo }) => {
      await tells('陈静', '交办 @王强 报送拨付进度 12月4日前')
      await tells('李娜', '签收并分办 1')
      await tells('王强', '报 1 已走访<at id=all></at>[点此](http://evil.example)企业')
      await turnsTo('2026-11-23 09:20')
    },
    () =>
      without<typeof import('../../src/card/build.ts')>('../../src/card/build.ts', (real) => ({
        text: (content: string) => ({ ...real.markdown(''), content }),
        facts: (rows: [string, string][]) => ({
          ...real.markdown(''),
          content: rows.map((row) => row.join('：')).join('\n'),
        }),
      })),
    /^alive: /m,
    ({ ground }) => alive(ground.street),
  )

  promise(
    '9: a disk without room is told to the keeper',
    async (trial) => {
      store.fails = 2
      await saidThenAgain(trial)
    },
    () => mutated('bot/distress.ts', 'await tell(ailingLines(error.ailment),', 'void ([], '),
    /^untold: the keeper/m,
    ({ ground }) =>
      [...shown(ground.street)].some(({ content }) => JSON.stringify(content).includes(FULL))
        ? []
        : ['untold: the keeper'],
    failing,
  )

  promise(
    '9: a disk without room loses nothing that was acknowledged',
    async (trial) => {
      store.fails = 2
      await saidThenAgain(trial)
    },
    () => {
      without<typeof import('../../src/bot/distress.ts')>(
        '../../src/bot/distress.ts',
        ({ distress }) => ({
          distress: (...given: Parameters<typeof distress>) => {
            const real = distress(...given)
            const hear: typeof real.hear = (one) =>
              real.hear(one).catch(() => ({ outcome: 'acted' }))
            return { ...real, hear }
          },
        }),
      )
    },
    /^lost: /m,
    undefined,
    failing,
  )
})

/** Every message of the bot, chat by chat. */
function* shown(street: World['ground']['street']) {
  for (const chat of new Set(street.effects().map((one) => one.chat)))
    for (const one of street.messages(chat)) if (one.from === 'bot') yield { ...one, chat }
}

/** Two messages of the bot in one chat that say the same to a letter. */
function shownTwice(street: World['ground']['street']): string[] {
  const seen = new Set<string>()
  return [...shown(street)].flatMap(({ chat, content }) => {
    const what = `${chat} ${JSON.stringify(content)}`
    if (seen.has(what)) return [`shown twice: ${what}`]
    seen.add(what)
    return []
  })
}

/** Does that behind the office's back, past what forbids it, and asks the office whether its history is whole. */
async function notices({ ground, ledger }: Trial, deed: string): Promise<boolean> {
  const triggers = await ledger.rows<{ name: string }>(
    "select name from sqlite_master where type = 'trigger' and sql like '%journal%'",
  )
  const { Database } = await import('../../src/store/driver.ts')
  const [{ file } = { file: '' }] = await ledger.rows<{ file: string }>('pragma database_list')
  const db = new Database(file)
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  db.exec(deed)
  db.close()
  const { broken } = await ground.bot.office.store.look((bound) => bound.journal.verify())
  return broken.length > 0
}

/** Every element in which the platform would parse what somebody typed. */
function alive(street: World['ground']['street']): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (!node || typeof node !== 'object') return
    const { tag, content } = node as { tag?: string; content?: unknown }
    const isParsed = tag === 'markdown' || tag === 'lark_md'
    if (isParsed && /<at|evil/.test(String(content))) found.push(`alive: ${String(content)}`)
    for (const one of Object.values(node)) visit(one)
  }
  for (const { content } of shown(street)) visit(content)
  return found
}
