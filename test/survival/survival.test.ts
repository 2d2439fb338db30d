/** A disk that is full, a file that is damaged: writing stops with a word to the keeper, reading goes on (promise 9). */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { practiceApp } from '../../src/practice.ts'
import { Database } from '../../src/store/driver.ts'
import { Unkept } from '../../src/store/unkept.ts'
import { MONDAY, openWorld, personNamed, type World } from '../world.ts'

/** While this is so, no COMMIT finds room on the disk. */
const disk = vi.hoisted(() => ({ full: false }))

vi.mock('../../src/store/driver.ts', async (load) => {
  const { Database: Real } = await load<typeof import('../../src/store/driver.ts')>()
  class Filling extends Real {
    override prepare(text: string): never {
      const statement = super.prepare(text)
      if (text !== 'commit') return statement as never
      const run = (...given: unknown[]): BetterSqlite3.RunResult => {
        if (!disk.full) return statement.run(...given)
        this.exec('rollback')
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      }
      return { reader: false, run } as never
    }
  }
  return { Database: Filling }
})

const dirs: string[] = []
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-survival-'))
  dirs.push(dir)
  return dir
}
afterEach(() => {
  disk.full = false
})
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
})

const ready = async (world: World) => {
  const answer = await fetch(`${world.ground.bot.url}/readyz`)
  return { status: answer.status, ...((await answer.json()) as { problems: string[] }) }
}

/** An office with one matter in hand. */
async function inHand(options: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(options)
  await world.says('陈静', '交办 @王强 报送拨付进度 12月4日前')
  await world.says('李娜', '签收并分办 1')
  world.received('马晓东')
  return world
}

describe('a disk that is full', () => {
  test('keeps no sentence and says so to the platform, tells the keeper past the ledger, answers what only asks, and goes on when there is room', async () => {
    const world = await inHand()
    onTestFinished(() => world.close())
    disk.full = true
    const { street } = world.ground
    await street.say(personNamed('王强').openId, 'bot', '报 1 已走访12家企业')
    expect(street.calls().findLast((call) => call.way === 'event')?.status).toBe(500)
    expect(world.received('马晓东').join()).toContain('磁盘已满，台账停止写入')
    expect(await said(world, '王强', '待办')).toContain('报送拨付进度')
    const tapped = { kind: 'tapped', say: '报 1 已走访', fields: {}, ...event('王强') } as const
    const { toast } = await world.ground.bot.hear(tapped)
    expect(toast?.content).toContain('这次点击没有生效')
    expect(await ready(world)).toMatchObject({
      status: 503,
      problems: expect.arrayContaining([expect.stringContaining('磁盘已满')]),
    })
    // The keeper is not told again for every sentence.
    await said(world, '王强', '报 1 还是已走访12家企业')
    expect(world.received('马晓东')).toEqual([])
    disk.full = false
    await world.turnsTo('2026-11-23 09:06')
    const reports = (await world.verbs(1)).filter((verb) => verb === '报')
    expect(reports).toHaveLength(1)
    expect(world.received('马晓东').join()).toContain('台账已恢复写入')
    expect((await ready(world)).problems).not.toContainEqual(expect.stringContaining('磁盘'))
    const { broken } = await world.ground.bot.office.store.look((one) => one.journal.verify())
    expect(broken).toEqual([])
  })

  test('a moment that fell due meanwhile is felt when there is room', async () => {
    const world = await inHand()
    onTestFinished(() => world.close())
    disk.full = true
    world.ground.clock.set(Date.parse('2026-12-03T09:10:00+08:00'))
    await expect(world.ground.bot.settled()).rejects.toThrow('full')
    disk.full = false
    await world.turnsTo('2026-12-03 09:12')
    expect(world.received('王强').filter((one) => one.includes('到期，请'))).toHaveLength(1)
  })
})

let events = 0

/** What every event of a person carries, under an id that no street gave yet. */
const event = (who: string) => ({
  key: `evt:survival${++events}`,
  at: MONDAY,
  sender: { openId: personNamed(who).openId, tenant: practiceApp.tenant },
  chat: { kind: 'private' as const },
  message: `om_survival${events}`,
})

/** What the bot answers to a sentence; nothing where it could not be kept. */
async function said(world: World, who: string, text: string): Promise<string> {
  const { bot } = world.ground
  world.received(who)
  const how = { kind: 'said' as const, parents: [], mentions: [], addressed: true, text }
  await bot.hear({ ...event(who), ...how }).catch((error) => {
    if (!(error instanceof Unkept)) throw error
  })
  await bot.settled().catch(() => {})
  return world.received(who).join('\n')
}

/** Writes nonsense over the pages of a table's index, as a dying disk does. */
function damage(file: string, name: string): void {
  const db = new Database(file)
  const [{ rootpage }] = db
    .prepare('select rootpage from sqlite_master where name = ?')
    .all(name) as [{ rootpage: number }]
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  writeSync(openSync(file, 'r+'), Buffer.alloc(size, 0xab), 0, size, (rootpage - 1) * size)
}

describe('a file that is damaged', () => {
  test('stops all writing at the first wrong page, and still answers from those that are whole', async () => {
    const dir = folder()
    const before = await inHand({ dir })
    await before.close()
    damage(join(dir, 'practice.db'), 'journal')
    const world = await openWorld({ dir, alone: true })
    onTestFinished(() => world.close())
    expect(await said(world, '王强', '报 1 已走访12家企业')).toBe('')
    expect(world.received('马晓东').join()).toContain('数据库文件已损坏')
    expect(await said(world, '王强', '待办')).toContain('报送拨付进度')
    // 免打扰 writes only where all is well, and yet it is not kept.
    expect(await said(world, '王强', '免打扰 12:00-14:00')).toBe('')
    expect((await ready(world)).problems.join()).toContain('数据库已损坏')
  })

  test('after a power cut is found at the start, before anything is written to it', async () => {
    const dir = folder()
    const other = folder()
    const before = await inHand({ dir })
    const db = new Database(join(dir, 'practice.db'))
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    await before.says('王强', '报 1 已走访10家企业')
    for (const part of ['', '-wal'])
      copyFileSync(join(dir, `practice.db${part}`), join(other, `practice.db${part}`))
    await before.close()
    const file = join(other, 'practice.db')
    const wal = copyAside(`${file}-wal`)
    damage(file, 'praises')
    copyFileSync(wal, `${file}-wal`)
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    const world = await openWorld({ dir: other, alone: true })
    onTestFinished(() => world.close())
    expect((await ready(world)).problems.join()).toContain('数据库已损坏')
    expect(await said(world, '王强', '报 1 已走访12家企业')).toBe('')
  })
})

function copyAside(file: string): string {
  copyFileSync(file, `${file}.kept`)
  return `${file}.kept`
}

const mayMount = process.env.DUBAN_PROVE !== undefined && process.getuid?.() === 0
test.runIf(mayMount)(
  'a real file system without room loses nothing that was acknowledged',
  async () => {
    const dir = folder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', dir])
    onTestFinished(() => void execFileSync('umount', [dir]))
    const world = await inHand({ dir })
    onTestFinished(() => world.close())
    const kept: string[] = []
    const { bot } = world.ground
    for (let i = 0; i < 4000; i++) {
      const text = `报 1 第${i}次走访${'走访企业了解情况'.repeat(50)}`
      const how = { kind: 'said' as const, parents: [], mentions: [], addressed: true, text }
      const heard = await bot.hear({ ...event('王强'), ...how }).catch(() => undefined)
      if (heard?.outcome === 'acted') kept.push(text.slice(4))
      else break
    }
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.length).toBeLessThan(4000)
    const lines = await bot.office.store.look((store) => store.journal.of('matter:1'))
    expect(lines.filter((line) => line.verb === '报')).toHaveLength(kept.length)
    expect(await bot.office.store.damage()).toBeUndefined()
  },
)
