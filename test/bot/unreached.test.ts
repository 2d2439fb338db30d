import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { expect, test } from 'vitest'
import { practiceApp } from '../../src/practice.ts'
import { startBot } from '../../src/server.ts'
import { MONDAY, openWorld } from '../world.ts'

const ready = async (url: string) => {
  const answer = await fetch(`${url}/readyz`)
  return { status: answer.status, ...((await answer.json()) as object) }
}

test('a bot that cannot reach the platform says so plainly, lives on, and is not ready', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-unreached-'))
  const lines: string[] = []
  const bot = await startBot({
    databaseUrl: join(dir, 'duban.db'),
    feishu: {
      appId: practiceApp.id,
      appSecret: practiceApp.secret,
      encryptKey: practiceApp.encryptKey,
      verificationToken: practiceApp.verificationToken,
      domain: 'http://127.0.0.1:9',
      mode: 'webhook',
    },
    port: 0,
    host: '127.0.0.1',
    now: () => MONDAY,
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
  })
  try {
    await bot.settled()
    expect(lines[0]).toContain('连不上飞书平台，暂不能收发消息')
    expect(lines.join()).not.toContain('"stack"')
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200)
    const { status, ...said } = await ready(bot.url)
    expect(status).toBe(503)
    expect(said).toEqual({ ok: false, problems: ['连不上飞书平台'] })
  } finally {
    await bot.close()
    rmSync(dir, { recursive: true, force: true })
  }
})

test('a bot that the platform has greeted is ready', async () => {
  const world = await openWorld()
  try {
    await world.ground.bot.settled()
    expect(await ready(world.ground.bot.url)).toEqual({ status: 200, ok: true, problems: [] })
  } finally {
    await world.close()
  }
})
