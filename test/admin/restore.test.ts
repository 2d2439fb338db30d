import {
  copyFileSync,
  existsSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Database } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import { openWorld } from '../world.ts'
import { duban, lasting } from './keeper.ts'

const dir = lasting()
const ledger = join(dir, 'practice.db')
const saved = join(dir, 'saved.db')

/** An office that was saved after its first matter, and went on to a second. */
beforeAll(async () => {
  const world = await openWorld({ dir })
  await world.turnsTo('2026-11-23 20:00')
  await world.says('陈静', '交办 预算科 报送自评报告 12月15日前')
  expect((await duban(['backup', saved, '--database', ledger])).exit).toBe(0)
  await world.turnsTo('2026-11-24 09:00')
  await world.says('陈静', '交办 预算科 汇总编制问题 12月15日前')
  await world.close()
}, 60_000)

const titles = async (file: string): Promise<string[]> => {
  const store = await openStore(file)
  try {
    return (await store.look((bound) => bound.matters.find({ limit: 10 }))).map((one) => one.title)
  } finally {
    await store.close()
  }
}

describe('duban restore', () => {
  test('does nothing to a ledger that stands unless it is told twice', async () => {
    const ran = await duban(['restore', saved, '--database', ledger])
    expect(ran.exit).toBe(2)
    expect(ran.notes.join()).toContain('已有台账，未作任何变动')
    expect(await titles(ledger)).toHaveLength(2)
  })

  test('does nothing while somebody serves the ledger, however it is told', async () => {
    const serving = await openStore(ledger, { alone: true })
    try {
      const ran = await duban(['restore', saved, '--database', ledger, '--force'])
      expect(ran.exit).toBe(2)
      expect(ran.notes.join()).toContain('另一个督办进程')
    } finally {
      await serving.close()
    }
    expect(await titles(ledger)).toHaveLength(2)
  })

  test('a backup that was altered, damaged or is none takes nobody’s place', async () => {
    const altered = join(dir, 'altered.db')
    copyFileSync(saved, altered)
    const db = new Database(altered)
    db.exec("drop trigger if exists journal_no_update; update matters set head = 'x'")
    db.close()
    const damaged = join(dir, 'damaged.db')
    copyFileSync(saved, damaged)
    const half = Math.floor(statSync(saved).size / 2)
    writeFileSync(damaged, Buffer.alloc(8192, 0xab), { flag: 'r+' })
    const cut = join(dir, 'cut.db')
    copyFileSync(saved, cut)
    truncateSync(cut, half)
    for (const file of [altered, damaged, cut]) {
      const ran = await duban(['restore', file, '--database', ledger, '--force'])
      expect([file, ran.exit]).toEqual([file, 1])
      expect(await titles(ledger)).toHaveLength(2)
    }
    expect((await duban(['restore', join(dir, 'none.db'), '--database', ledger])).exit).toBe(2)
    expect(existsSync(`${ledger}.new`)).toBe(false)
  })

  test('puts the backup in place, keeps the other aside, and sends nothing a second time', async () => {
    const ran = await duban(['restore', saved, '--database', ledger, '--force'])
    expect(ran).toMatchObject({ exit: 0 })
    expect(ran.out.join('\n')).toMatch(
      /核对无误。\n台账回到 .*请逐件补报。\n备份时待发的\d+条消息不再自动发出/,
    )
    expect(await titles(ledger)).toEqual(['报送自评报告'])
    expect(statSync(ledger).mode & 0o077).toBe(0)
    const aside = readdirSync(dir).find((name) => /还原前-\d{14}$/.test(name))
    expect(await titles(join(dir, aside ?? ''))).toHaveLength(2)
    const store = await openStore(ledger)
    const { ready = 0, unknown = 0 } = await store.look((bound) => bound.outbox.counts())
    await store.close()
    expect(ready).toBe(0)
    expect(unknown).toBeGreaterThan(0)
  })

  test('into an empty place needs no force', async () => {
    const fresh = join(dir, 'fresh', 'duban.db')
    expect((await duban(['restore', saved, '--database', fresh])).exit).toBe(0)
    expect(await titles(fresh)).toEqual(['报送自评报告'])
  })
})
