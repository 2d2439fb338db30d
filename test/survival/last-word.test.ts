/** A start that fails: its keeper reads why, on the screen and on his phone, and nobody reads a secret. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Settings } from '../../src/config.ts'
import { lastWord } from '../../src/last-word.ts'
import { practiceApp } from '../../src/practice.ts'
import { openStore } from '../../src/store/open.ts'
import { unopenedLines } from '../../src/views/ailing.ts'
import { MONDAY, openWorld, personNamed, type World } from '../world.ts'

const KEEPER = personNamed('马晓东')
const dir = mkdtempSync(join(tmpdir(), 'duban-last-word-'))
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

const settings = (keeper: string | undefined, more: Partial<Settings> = {}): Settings => ({
  port: 0,
  host: '127.0.0.1',
  databaseUrl: '',
  logLevel: 'silent',
  keeper,
  feishu: {
    appId: practiceApp.id,
    appSecret: practiceApp.secret,
    encryptKey: practiceApp.encryptKey,
    verificationToken: practiceApp.verificationToken,
    domain: world.ground.street.url,
    mode: 'webhook',
  },
  ...more,
})
const says = (keeper: string | undefined, lines: string[], more: Partial<Settings> = {}) =>
  lastWord(
    settings(keeper, more),
    lines,
    () => MONDAY,
    () => {},
  )

describe('the last word', () => {
  test('reaches the keeper by his open_id and by his mobile, and a second time within the hour not again', async () => {
    await says(KEEPER.openId, unopenedLines('full'))
    await says(KEEPER.mobile, unopenedLines('full'))
    const told = world.received('马晓东')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^督办未启动：磁盘已满/)
    await says(KEEPER.mobile, ['换了一个原因'])
    expect(world.received('马晓东')).toEqual(['换了一个原因'])
  })

  test('is not spoken where nobody is named or there is no app, and says whom it did not find', async () => {
    const before = world.ground.street.effects().length
    await says(undefined, ['无人'])
    await says(KEEPER.openId, ['练习'], { feishu: undefined })
    await expect(says('13999999999', ['无人'])).rejects.toMatchObject({ reason: 'gone' })
    expect(world.ground.street.effects()).toHaveLength(before)
  })
})

const refusedUrl = inject('pgUrl').replace('postgres@', 'nobody_there:geheim-passwort@')

describe.runIf(inject('pgUrl'))('a server that does not let us in', () => {
  test('counts as one that cannot be reached, and its password is not told', async () => {
    const error: Error = await openStore(refusedUrl).then(
      () => new Error('it opened'),
      (error) => error,
    )
    expect(error).toMatchObject({ ailment: 'lost' })
    expect(error.message).not.toContain('geheim')
    const missing = inject('pgUrl').replace('/postgres?', '/no_such_database?')
    await expect(openStore(missing)).rejects.toMatchObject({ ailment: 'lost' })
  })
})

describe.runIf(process.env.DUBAN_PROVE)('the office itself, started where it cannot', () => {
  /** Starts it as a service manager would; gives its last words and how it ended. */
  async function start(more: NodeJS.ProcessEnv) {
    const env = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' },
      FEISHU_APP_ID: practiceApp.id,
      FEISHU_APP_SECRET: practiceApp.secret,
      FEISHU_ENCRYPT_KEY: practiceApp.encryptKey,
      FEISHU_VERIFICATION_TOKEN: practiceApp.verificationToken,
      FEISHU_DOMAIN: world.ground.street.url,
      DUBAN_KEEPER: KEEPER.mobile,
      ...more,
    }
    world.received('马晓东')
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
      })
    const [exit] = await once(child, 'close')
    return { exit, said, told: world.received('马晓东').join('\n') }
  }
  const secrets = new RegExp(
    [practiceApp.secret, practiceApp.encryptKey, practiceApp.verificationToken, 'geheim'].join('|'),
  )

  test('a port that is taken is named', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const ran = await start({ PORT: String(port), DATABASE_URL: join(dir, 'port.db') })
    other.close()
    expect(ran.exit).toBe(1)
    expect(ran.said).toContain(`端口 ${port} 已被占用`)
    expect(ran.said).not.toMatch(secrets)
  })

  test('a file that is no database is told on the screen and to the keeper', async () => {
    const file = join(dir, 'damaged.db')
    writeFileSync(file, '这不是数据库。'.repeat(500))
    const ran = await start({ DATABASE_URL: file })
    expect(ran.exit).toBe(1)
    expect(ran.said).toContain('E-STORE-2')
    expect(ran.told).toContain('数据库文件已损坏')
    expect(ran.said + ran.told).not.toMatch(secrets)
  })

  test.runIf(inject('pgUrl'))(
    'a password that is wrong likewise, without the password',
    async () => {
      const ran = await start({ DATABASE_URL: refusedUrl })
      expect(ran.exit).toBe(1)
      expect(ran.said).toContain('数据库打不开或连不上')
      expect(ran.told).toContain('督办未启动：数据库打不开或连不上')
      expect(ran.said + ran.told).not.toMatch(secrets)
    },
  )
})
