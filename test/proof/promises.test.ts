/**
 * Every promise (nothing lost, nothing twice, nobody let in) with its mechanism taken out: the checks that find nothing wrong with the office as it
 * is must find what is wrong without it. A check that stays silent then would prove nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Ledger } from '../../src/simulate/ledger.ts'
import type { Town } from '../../src/simulate/town.ts'
import type { Witness } from '../../src/simulate/witness.ts'
import type { World } from '../world.ts'

/** Everything an office is tried by: what it is told, and what is known of it afterwards. */
interface Trial extends World {
  /** Somebody says a sentence in private; what came of it is for the witness to find. */
  tells(who: string, sentence: string): Promise<void>
  ledger: Ledger
  witness: Witness
}

type Findings = (trial: Trial) => Promise<string[]> | string[]

const dirs: string[] = []
afterEach(() => {
  store.fails = 0
  vi.resetModules()
  for (const path of mocked.splice(0)) vi.doUnmock(path)
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

const mocked: string[] = []

/** Puts something else in the place of some of a module's exports. */
function without<Module extends object>(
  path: string,
  change: (real: Module) => Partial<Record<keyof Module, unknown>>,
): void {
  mocked.push(path)
  vi.doMock(path, async (load) => {
    const real = (await load()) as Module
    return { ...real, ...change(real) }
  })
}

/** Tries an office whose modules are loaded anew; gives every broken invariant, and what the promise's own check adds. */
async function triedBy(
  scenario: (trial: Trial) => Promise<void>,
  findings: Findings = () => [],
): Promise<string[]> {
  vi.resetModules()
  const { openWorld, personNamed } = await import('../world.ts')
  const { openLedger } = await import('../../src/simulate/ledger.ts')
  const { witnessOf } = await import('../../src/simulate/witness.ts')
  const { broken } = await import('../../src/simulate/invariants.ts')
  const dir = mkdtempSync(join(tmpdir(), 'duban-promise-'))
  dirs.push(dir)
  const world = await openWorld({ dir })
  const { street, bot, clock } = world.ground
  const ledger = openLedger(join(dir, 'practice.db'))
  const witness = witnessOf({ street } as Town, ledger)
  const tells = async (who: string, sentence: string): Promise<void> => {
    const { message } = await street.say(personNamed(who).openId, 'bot', sentence)
    witness.heard(message, clock.now())
    await bot.settled().catch(() => {})
  }
  const trial: Trial = { ...world, tells, ledger, witness }
  try {
    await scenario(trial)
    await witness.look()
    return [...(await broken(witness, ledger, clock.now())), ...(await findings(trial))]
  } finally {
    await ledger.close()
    await world.close()
  }
}

/** The office keeps the promise; without the mechanism the checks say that it does not. */
function promise(
  what: string,
  scenario: (trial: Trial) => Promise<void>,
  without: () => void,
  finds: RegExp,
  findings?: Findings,
  given: () => void = () => {},
): void {
  describe(what, () => {
    test('is kept', async () => {
      given()
      expect(await triedBy(scenario, findings)).toEqual([])
    })
    test('is found broken when its mechanism is taken out', async () => {
      given()
      without()
      expect((await triedBy(scenario, findings)).join('\n')).toMatch(finds)
    })
  })
}

const ASSIGNS = '交办 预算科 报送自评报告 12月15日前'
const store = vi.hoisted(() => ({ fails: 0 }))

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
    () =>
      without<typeof import('../../src/store/chain.ts')>('../../src/store/chain.ts', () => ({
        hashOf: () => 'always the same',
      })),
    /^(altered|chain|head|unnoticed): /m,
    async (trial) => ((await noticesAnAlteredLine(trial)) ? [] : ['unnoticed: an altered line']),
  )

  promise(
    '7: nobody is let in with a wrong token',
    async (trial) => {
      await trial.tells('陈静', ASSIGNS)
      await forged(trial)
    },
    () =>
      without<typeof import('../../src/feishu/seal.ts')>('../../src/feishu/seal.ts', () => ({
        isSecret: () => true,
      })),
    /^uninvited: /m,
    ({ witness }) =>
      [...witness.arrived]
        .filter((key) => key.startsWith('msg:') && !witness.said.has(key.slice(4)))
        .map((key) => `uninvited: ${key}`),
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

/** Alters a line behind the office's back, and asks it whether its history is whole. */
async function noticesAnAlteredLine({ ground, ledger }: Trial): Promise<boolean> {
  const [trigger] = await ledger.rows<{ name: string; file: string }>(
    "select name from sqlite_master where type = 'trigger' and sql like '%update%journal%'",
  )
  const { Database } = await import('../../src/store/driver.ts')
  const [{ file } = { file: '' }] = await ledger.rows<{ file: string }>('pragma database_list')
  const db = new Database(file)
  db.exec(`drop trigger ${trigger?.name}; update journal set text = '改过' where seq = 1`)
  db.close()
  const { broken } = await ground.bot.office.store.look((bound) => bound.journal.verify())
  return broken.length > 0
}

/** An event with the office's own key and signature, and a token it never had. */
async function forged({ ground }: Trial): Promise<void> {
  const { encrypt, sign } = await import('../../src/sandbox/seal.ts')
  const { practiceApp } = await import('../../src/practice.ts')
  const { personNamed } = await import('../world.ts')
  const at = ground.clock.now()
  const event = {
    schema: '2.0',
    header: {
      event_id: 'ev_forged',
      event_type: 'im.message.receive_v1',
      create_time: String(at),
      token: 'a token it never had',
      app_id: practiceApp.id,
      tenant_key: practiceApp.tenant,
    },
    event: {
      sender: {
        sender_id: { open_id: personNamed('陈静').openId },
        sender_type: 'user',
        tenant_key: practiceApp.tenant,
      },
      message: {
        message_id: 'om_forged',
        create_time: String(at),
        chat_id: 'oc_forged',
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: ASSIGNS }),
      },
    },
  }
  const sealed = encrypt(JSON.stringify(event), practiceApp.encryptKey, Buffer.alloc(16, 7))
  const body = JSON.stringify({ encrypt: sealed })
  const timestamp = String(Math.floor(at / 1000))
  await ground.street.pushRaw(Buffer.from(body), {
    'content-type': 'application/json',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'n',
    'x-lark-signature': sign(timestamp, 'n', practiceApp.encryptKey, body),
  })
  await ground.bot.settled()
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
