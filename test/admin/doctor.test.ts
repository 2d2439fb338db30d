import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctor } from '../../src/admin/commands/doctor.ts'
import type { Finding } from '../../src/admin/doctor/finding.ts'
import { type Ground, openGround, practiceApp } from '../../src/practice.ts'
import { openStore } from '../../src/store/open.ts'
import { desk, duban, folder, lasting, MONDAY } from './keeper.ts'

let ground: Ground
let database = ''

beforeAll(async () => {
  const dir = lasting()
  database = join(dir, 'practice.db')
  ground = await openGround({ dir, real: () => MONDAY, log: pino({ level: 'silent' }) })
})
afterAll(() => ground.close())

const real = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  FEISHU_APP_ID: practiceApp.id,
  FEISHU_APP_SECRET: practiceApp.secret,
  FEISHU_ENCRYPT_KEY: practiceApp.encryptKey,
  FEISHU_VERIFICATION_TOKEN: practiceApp.verificationToken,
  FEISHU_DOMAIN: ground.street.url,
  ...more,
})

async function examine(env: NodeJS.ProcessEnv, at = database) {
  const { desk: it, out } = desk(env, env.FEISHU_APP_ID ? ground.bot.api : undefined)
  const exit = await doctor(it, { database: at, json: true })
  return { exit, found: out.map((line): Finding => JSON.parse(line)) }
}

describe('doctor', () => {
  test('the practice office is well without any settings', async () => {
    const ran = await duban(['doctor', '--database', database])
    expect(ran).toMatchObject({ exit: 0, notes: [] })
    expect(ran.out.every((line) => /^\[(正常|注意)\] \S+：/.test(line))).toBe(true)
    expect(ran.out).toContainEqual(expect.stringMatching(/^\[注意\] 设置：未设置 FEISHU_APP_ID/))
    expect(ran.out).toContainEqual(expect.stringMatching(/^\[正常\] 数据库：SQLite .* 可读可写$/))
    expect(ran.out).toContainEqual(expect.stringMatching(/^\[注意\] 日历：2027年的放假安排/))
    expect(ran.out).toContainEqual('[正常] 名册：120人，都有飞书账号')
  })

  test('a trial write leaves nothing behind', async () => {
    const store = await openStore(database)
    const version = () => store.look((bound) => bound.people.version())
    const before = await version()
    await examine({})
    expect(await version()).toBe(before)
    expect(await store.turn((bound) => bound.counters.next('doctor'))).toBe(1)
    await store.close()
  })

  test('a real app’s credentials, permissions, way in and clock are looked at', async () => {
    const { found, exit } = await examine(real())
    expect(found).toContainEqual(
      expect.objectContaining({ what: '平台', level: '正常', say: '应用凭证' }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        what: '回调',
        level: '注意',
        hint: expect.stringContaining('/feishu/events'),
      }),
    )
    // The keeper's clock stands on a Monday of 2026, the street's HTTP server tells the machine's time.
    const clock = found.filter(({ what, say }) => what === '时钟' && say.startsWith('与平台相差'))
    expect(clock).toEqual([
      expect.objectContaining({ level: '异常', hint: expect.stringContaining('NTP') }),
    ])
    expect(exit).toBe(1)
  })

  test('wrong settings are listed one by one', async () => {
    const { found, exit } = await examine({ FEISHU_APP_ID: 'abc', PORT: 'http' })
    expect(exit).toBe(1)
    const said = found.filter(({ what }) => what === '设置').map(({ say }) => say)
    expect(said).toContain('PORT 应为端口号')
    expect(said).toContainEqual(expect.stringContaining('缺少 FEISHU_APP_SECRET'))
    expect(found).toContainEqual(expect.objectContaining({ what: '数据库', level: '正常' }))
  })

  test('an office without people, and a file that is no database, are not well', async () => {
    const empty = join(folder(), 'empty.db')
    await duban(['init', '--database', empty, '--out', join(folder(), 'r.xlsx')])
    const bare = await examine({}, empty)
    expect(bare.exit).toBe(1)
    expect(bare.found).toContainEqual(expect.objectContaining({ what: '名册', level: '异常' }))

    const text = join(folder(), 'text.db')
    writeFileSync(text, '这不是数据库。'.repeat(200))
    const broken = await examine({}, text)
    expect(broken.found).toContainEqual(
      expect.objectContaining({
        what: '数据库',
        level: '异常',
        say: expect.stringContaining('打不开'),
      }),
    )
    expect((await examine({}, join(folder(), 'none.db'))).exit).toBe(0)
  })

  test('people without an account, an office without an admin and lost letters are told', async () => {
    const office = join(folder(), 'office.db')
    await duban([
      'init',
      '--keeper',
      '13000010001',
      '--database',
      office,
      '--out',
      join(folder(), 'r.xlsx'),
    ])
    const store = await openStore(office)
    await store.turn(async ({ people, outbox }) => {
      const [keeper] = (await people.directory()).people.values()
      await people.savePerson({ ...keeper!, roles: [] })
      const letter = { key: 'k', turn: 't', n: 1, kind: 'send', place: 'p:1', body: {} } as const
      const more = { matter: null, rev: null, class: 'notice', nextTry: 0 } as const
      await outbox.put({ ...letter, ...more }, MONDAY)
      const [leased] = await outbox.claim('me', MONDAY, 1, 1)
      await outbox.finish(leased!, { state: 'dead', reason: '收件人不可达：230013', done: MONDAY })
    })
    await store.close()
    const { found } = await examine({}, office)
    expect(found).toContainEqual(
      expect.objectContaining({
        what: '名册',
        level: '注意',
        say: expect.stringContaining('办公室管理员'),
      }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({ what: '名册', level: '异常', say: '没有管理员' }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        what: '投递',
        level: '注意',
        say: '未送达1条（收件人不可达：230013）',
      }),
    )
  })
})
