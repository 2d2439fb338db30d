import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Said } from '../../src/bot/message.ts'
import { practiceApp } from '../../src/practice.ts'
import { type Bot, startBot } from '../../src/server.ts'
import { freshDatabase, MONDAY, openWorld, personNamed, type World } from '../world.ts'

/** A sentence said in private, as the door hands it in. */
function said(who: string, text: string, key: string): Said {
  const { openId } = personNamed(who)
  return {
    kind: 'said',
    key,
    at: MONDAY,
    sender: { openId, tenant: practiceApp.tenant },
    chat: { kind: 'private' },
    message: `om_${key}`,
    parents: [],
    text,
    mentions: [],
    addressed: true,
  }
}

describe.runIf(inject('pgUrl'))('two bots on one database', () => {
  let world: World
  let second: Bot
  let base: Awaited<ReturnType<typeof freshDatabase>>
  const dir = mkdtempSync(join(tmpdir(), 'duban-two-'))
  beforeAll(async () => {
    base = await freshDatabase(inject('pgUrl'))
    world = await openWorld({ dir, databaseUrl: base.url })
    second = await startBot({
      databaseUrl: base.url,
      feishu: {
        appId: practiceApp.id,
        appSecret: practiceApp.secret,
        encryptKey: practiceApp.encryptKey,
        verificationToken: practiceApp.verificationToken,
        domain: world.ground.street.url,
        mode: 'webhook',
      },
      port: 0,
      host: '127.0.0.1',
      now: world.ground.clock.now,
      log: pino({ level: 'silent' }),
      paceSpeed: 20,
    })
    await world.says('陈静', '交办 @王强 报送拨付进度 12月4日前')
    await world.says('李娜', '签收并分办 1')
  })
  afterAll(async () => {
    await second.close()
    await world.close()
    await base.drop()
    rmSync(dir, { recursive: true, force: true })
  })

  test('sentences about one matter that meet are all kept, in one unbroken history', async () => {
    const bots = [world.ground.bot, second]
    const heard = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        bots[i % 2]!.hear(said('王强', `报 1 第${i + 1}次走访`, `msg:m${i}`)),
      ),
    )
    expect(heard.map((one) => one.outcome)).toEqual(Array(16).fill('acted'))
    const { store } = world.ground.bot.office
    const verbs = await world.verbs(1)
    expect(verbs.filter((verb) => verb === '报')).toHaveLength(16)
    expect((await store.look((one) => one.journal.verify())).broken).toEqual([])
  }, 60_000)

  test('a sentence that reaches both is heard once', async () => {
    const same = said('王强', '报 1 已形成初稿', 'msg:both')
    const heard = await Promise.all([world.ground.bot.hear(same), second.hear(same)])
    expect(heard.map((one) => one.outcome).sort()).toEqual(['acted', 'duplicate'])
  })

  test('what falls due while both tick comes once', async () => {
    await Promise.all([world.ground.bot.settled(), second.settled()])
    world.received('王强')
    world.ground.clock.set(Date.parse('2026-12-03T09:08:00+08:00'))
    await Promise.all([world.ground.bot.settled(), second.settled()])
    await Promise.all([world.ground.bot.settled(), second.settled()])
    const told = world.received('王强').filter((one) => one.includes('到期，请按时办结'))
    expect(told).toHaveLength(1)
  }, 60_000)
})

test('a roster that could not be read once is read again', async () => {
  const world = await openWorld()
  try {
    const { office } = world.ground.bot
    await office.store.turn(async (store) => {
      const person = (await store.people.directory()).named('王强')[0]!
      await store.people.savePerson({ ...person, title: '一级科员' })
    })
    await expect(
      office.store.look((store) =>
        office.directory({
          ...store,
          people: Object.create(store.people, {
            directory: { value: () => Promise.reject(new Error('connection lost')) },
          }),
        }),
      ),
    ).rejects.toThrow('connection lost')
    expect(await world.says('王强', '待办')).toContain('我的待办')
  } finally {
    await world.close()
  }
})
