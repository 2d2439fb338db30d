import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Database } from '../../src/store/driver.ts'
import { duban, folder, lasting } from './keeper.ts'

let whole = ''
let dir = ''
let copy = ''

/** A ledger with one matter of two lines. */
beforeAll(async () => {
  whole = join(lasting(), 'whole.db')
  const say = (as: string, words: string) =>
    duban(['say', '--as', as, '--in', '私聊', '--database', whole, words])
  await say('陈静', '交办 @李娜 报送贴息资金拨付进度 明天17:00前')
  await say('李娜', '签收 1')
}, 60_000)

beforeEach(() => {
  dir = folder()
  copy = join(dir, 'copy.db')
  copyFileSync(whole, copy)
})

/** Does to the copy what no one can do through the program: the triggers are taken off and put back. */
function tamper(...statements: string[]): void {
  const db = new Database(copy)
  const rows = db.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of rows) db.exec(`drop trigger "${name}"`)
  for (const statement of statements) expect(db.prepare(statement).run().changes).toBeGreaterThan(0)
  for (const { sql } of rows) db.exec(sql)
  db.close()
}

const verify = async () => {
  const ran = await duban(['verify', '--database', copy, '--json'])
  return { exit: ran.exit, ...JSON.parse(ran.out[0] ?? '{}') }
}

describe('verify', () => {
  test('a sound history is counted and called sound', async () => {
    expect(await verify()).toEqual({
      exit: 0,
      ok: true,
      objects: expect.any(Number),
      lines: 2,
      broken: [],
    })
    const ran = await duban(['verify', '--database', copy])
    expect(ran.out.at(-1)).toBe('[正常] 历史完整，未见改动。')
  })

  test('the database itself refuses to change history', () => {
    const db = new Database(copy)
    expect(() => db.exec("update journal set text = '另一件事'")).toThrow()
    expect(() => db.exec('delete from journal')).toThrow()
    db.close()
  })

  const lineOne = "object = 'matter:1' and seq = 1"
  test.each([
    ['an altered line', [`update journal set text = '另一件事' where ${lineOne}`], '第1行被改动'],
    ['a missing line', [`delete from journal where ${lineOne}`], '第1行缺失'],
    [
      'a cut tail',
      ["delete from journal where object = 'matter:1' and seq = 2"],
      '历史的末尾与本体不符',
    ],
    ['a history that is gone', ["delete from journal where object = 'matter:1'"], '历史全部缺失'],
  ])('%s is found behind the triggers’ back', async (_, statements, what) => {
    tamper(...statements)
    const state = await verify()
    expect(state.exit).toBe(1)
    expect(state.broken).toContainEqual({ object: 'matter:1', what })
    const ran = await duban(['verify', '--database', copy])
    expect(ran.out).toContain(`[异常] 1号：${what}`)
  })

  test('a tail cut off together with the matter’s own head is found by the day’s seal', async () => {
    // The night of Monday seals what was said on it.
    const say = ['say', '--as', '李娜', '--in', '私聊', '--database', copy]
    await duban([...say, '--at', '2026-11-24T09:00', '待办'])
    tamper(
      "update matters set rev = 1, head = (select hash from journal where object = 'matter:1' and seq = 1) where id = 1",
      "delete from journal where object = 'matter:1' and seq = 2",
    )
    expect((await verify()).broken).toContainEqual({
      object: 'matter:1',
      what: expect.stringMatching(/^与2026-11-24的封存不符$/),
    })
  })

  test('where there is no database, that is wrong use, and none is made', async () => {
    const nowhere = join(dir, 'nowhere.db')
    const ran = await duban(['verify', '--database', nowhere])
    expect(ran).toMatchObject({ exit: 2, out: [], notes: [expect.stringContaining('没有数据库')] })
    expect(existsSync(nowhere)).toBe(false)
  })
})

describe('backup', () => {
  test('the copy is the owner’s alone, sound, and never written over by mistake', async () => {
    const to = join(dir, 'kept', 'backup.db')
    const ran = await duban(['backup', to, '--database', copy])
    expect(ran).toMatchObject({ exit: 0, out: [expect.stringContaining('历史2行核对无误')] })
    expect(statSync(to).mode & 0o077).toBe(0)
    expect(existsSync(`${to}.new`)).toBe(false)
    expect(await duban(['verify', '--database', to])).toMatchObject({ exit: 0 })

    const bytes = readFileSync(to)
    expect(await duban(['backup', to, '--database', copy])).toMatchObject({ exit: 2 })
    expect(readFileSync(to)).toEqual(bytes)
    expect(await duban(['backup', to, '--database', copy, '--force'])).toMatchObject({ exit: 0 })
    expect(await duban(['backup', copy, '--database', copy, '--force'])).toMatchObject({ exit: 2 })
  })

  test('a copy with a broken history is set aside and not called a backup', async () => {
    tamper("update journal set text = '另一件事' where seq = 1")
    const to = join(dir, 'backup.db')
    const ran = await duban(['backup', to, '--database', copy])
    expect(ran.exit).toBe(1)
    expect([existsSync(to), existsSync(`${to}.异常`)]).toEqual([false, true])
  })

  test('a file that is no database is said so', async () => {
    const text = join(dir, 'text.db')
    writeFileSync(text, '这不是数据库。'.repeat(200))
    const ran = await duban(['backup', join(dir, 'b.db'), '--database', text])
    expect(ran).toMatchObject({ exit: 1, notes: [expect.stringContaining('打不开')] })
  })
})
