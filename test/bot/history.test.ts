/** 历史: the timeline, its mark, and an export that anybody can check without the ledger. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { duban } from '../admin/keeper.ts'
import { type Busy, busyOffice } from '../busy.ts'
import { cardWords } from '../world.ts'

let dir: string
let busy: Busy
let file: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-history-'))
  busy = await busyOffice(dir, 31)
  const [chen] = busy.directory.named('陈静')
  const [li] = busy.directory.named('李娜')
  const [wang] = busy.directory.named('王强')
  await busy.says(chen!, '交办 @王强 报送进度 3月20日前')
  await busy.says(li!, '签收并分办 1')
  for (let n = 1; n <= 12; n++) await busy.says(wang!, `报 1 第${n}次，完成${n * 5}%`)
  await busy.says(wang!, '延期 1 到4月3日 等省厅批复')
  const { files, heard } = await busy.says(chen!, '历史 1 导出')
  expect(heard.reply).toContain('duban verify --file')
  file = join(dir, 'exported.json')
  writeFileSync(file, files[0]!.bytes)
}, 120_000)
afterAll(async () => {
  await busy.close()
  rmSync(dir, { recursive: true, force: true })
})

const shown = async (sentence: string) => {
  const [chen] = busy.directory.named('陈静')
  return cardWords((await busy.says(chen!, sentence)).cards[0]!)
}

describe('历史', () => {
  test('tells when, who, which way, in which words, and what was before and after', async () => {
    const words = await shown('历史 1')
    expect(words).toContain('2026-03-02 09:00 陈静 交办（消息）：报送进度')
    expect(words).toMatch(/李娜 .*分办.*\n(?:.*；)?承办人：无 → 王强/)
    expect(words).toContain('进度：5% → 10%')
    expect(words).toMatch(/校验通过：\d+条首尾相连，只增不改。末条指纹 [0-9a-f]{12}/)
  })

  test('pages in place; a page too far shows the last', async () => {
    expect(await shown('历史 1')).toContain('[下一页]')
    const last = await shown('历史 1 第9页')
    expect(last).toContain('第2页，共2页')
    expect(last).toContain('王强 延期（消息）')
  })
})

describe('an exported history', () => {
  const altered = (
    change: (file: { lines: Record<string, unknown>[]; rev: number; head: string }) => void,
  ) => {
    const value = JSON.parse(readFileSync(file, 'utf8'))
    change(value)
    const other = join(dir, 'altered.json')
    writeFileSync(other, JSON.stringify(value))
    return duban(['verify', '--file', other])
  }

  test('is found whole without any ledger', async () => {
    const ran = await duban(['verify', '--file', file])
    expect(ran.exit).toBe(0)
    expect(ran.out.join('\n')).toContain('首尾相连，未见改动')
  })

  test.each([
    'at',
    'actor',
    'verb',
    'text',
    'way',
    'turn',
    'change',
    'prev',
    'hash',
    'seq',
    'object',
  ])('an altered %s of any row is found', async (field) => {
    const count = JSON.parse(readFileSync(file, 'utf8')).lines.length
    for (const row of [0, Math.floor(count / 2), count - 1]) {
      const ran = await altered(({ lines }) => {
        const old = lines[row]![field]
        lines[row]![field] = typeof old === 'number' ? old + 1 : `${old}x`
      })
      expect(ran.exit, `${field} of row ${row}`).toBe(1)
    }
  })

  test('a row cut out, at the end too, is found; a file that is none is refused', async () => {
    expect((await altered(({ lines }) => lines.splice(3, 1))).exit).toBe(1)
    expect((await altered(({ lines }) => lines.pop())).exit).toBe(1)
    expect((await altered((value) => Object.assign(value, { format: 'x' }))).exit).toBe(2)
  })
})

test('a row altered in the database itself shows on the card', async () => {
  const sql = new Database(busy.file)
  sql.exec('drop trigger journal_no_update')
  sql.prepare(`update journal set text = '改过' where object = 'matter:1' and seq = 3`).run()
  sql.close()
  expect(await shown('历史 1')).toContain('校验异常：第3行被改动')
})
