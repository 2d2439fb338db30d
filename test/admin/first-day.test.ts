import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardWords } from '../../src/admin/say/card-words.ts'
import { instantAt } from '../../src/domain/time/day.ts'
import { type Ground, openGround } from '../../src/practice.ts'
import { people, personOf } from '../../src/sample/people.ts'
import { units } from '../../src/sample/units.ts'
import type { Cell } from '../../src/views/cell.ts'
import { rosterTemplate } from '../../src/views/roster.ts'
import { postWords, roleWords } from '../../src/views/roster-words.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'
import { duban, lasting, MONDAY } from './keeper.ts'

const keeper = personOf('maxiaodong')
let dir = ''
let database = ''
let ground: Ground | undefined

beforeAll(() => {
  dir = lasting()
  database = join(dir, 'office.db')
})
afterAll(() => ground?.close())

/** The sample office's roster as its keeper fills in the template. */
async function filledIn(change: (row: Cell[]) => Cell[] = (row) => row): Promise<string> {
  const [sheet] = rosterTemplate()
  const rows = people.map((one): Cell[] => [
    one.name,
    one.unit,
    one.title,
    postWords[one.post],
    one.mobile,
    one.roles.map((role) => roleWords[role]).join('、'),
    units
      .filter((unit) => ['department', 'office'].includes(unit.kind) && unit.charge === one.key)
      .map((unit) => unit.name)
      .join('、'),
    null,
  ])
  const file = join(dir, '花名册.xlsx')
  writeFileSync(file, await writeSheets([{ ...sheet!, rows: rows.map(change) }], MONDAY))
  return file
}

describe('a real office’s first day', () => {
  test('init makes the database, the template and the first admin, and says what comes next', async () => {
    const template = join(dir, '花名册模板.xlsx')
    const init = ['init', '--database', database, '--out', template]
    const ran = await duban([...init, '--keeper', keeper.mobile])
    expect(ran).toMatchObject({ exit: 0, notes: [] })
    expect(ran.out.filter((line) => /^[123]\. /.test(line))).toHaveLength(3)
    expect(ran.out.join('\n')).not.toContain(keeper.mobile)
    const [sheet] = await readSheets(readFileSync(template))
    expect(sheet?.name).toBe('花名册')

    const again = await duban(init)
    expect(again).toMatchObject({ exit: 2, notes: [expect.stringContaining('已存在')] })
    expect((await duban([...init, '--force', '--keeper', keeper.mobile])).exit).toBe(0)
    expect(await duban(['init', '--keeper', '12345', '--database', database])).toMatchObject({
      exit: 2,
      notes: [expect.stringContaining('11位手机号')],
    })
  })

  test('nobody rehearses on it', async () => {
    for (const args of [
      ['replay', 'test/admin/payloads/menu.json'],
      ['say', '--as', '李娜', '--in', '私聊', '待办'],
    ]) {
      const ran = await duban([...args, '--database', database])
      expect(ran).toMatchObject({
        exit: 2,
        out: [],
        notes: [expect.stringContaining('不是演练库')],
      })
    }
  })

  test('a roster with mistakes, or without an admin, changes nothing', async () => {
    const wrong = await filledIn((row) => (row[0] === '李娜' ? [row[0], '', ...row.slice(2)] : row))
    const refused = await duban(['roster', wrong, '--confirm', '--database', database])
    expect(refused.exit).toBe(1)
    expect(refused.out.join('\n')).toMatch(/\[异常\] 第\d+行：部门为空/)

    const headless = await filledIn((row) => [...row.slice(0, 5), '', ...row.slice(6)])
    const without = await duban(['roster', headless, '--confirm', '--database', database])
    expect(without.exit).toBe(1)
    expect(without.out.at(-1)).toContain('导入后将没有管理员')

    const text = join(dir, 'roster.txt')
    writeFileSync(text, '姓名,部门')
    expect((await duban(['roster', text, '--database', database])).exit).toBe(1)
    expect((await duban(['roster', join(dir, 'none.xlsx'), '--database', database])).exit).toBe(2)
  })

  test('the roster is shown, imported and matched; the next working day’s digest comes at 8:20', async () => {
    const file = await filledIn()
    const shown = await duban(['roster', file, '--database', database])
    expect(shown.exit).toBe(0)
    expect(shown.out[0]).toContain('新增119人')
    expect(shown.out.at(-1)).toContain('尚未导入')

    ground = await openGround({
      dir: join(dir, 'street'),
      databaseUrl: database,
      real: () => MONDAY,
      log: pino({ level: 'silent' }),
    })
    const { street, bot } = ground
    const imported = await duban(['roster', file, '--confirm', '--database', database], {}, bot.api)
    expect(imported).toMatchObject({ exit: 0, notes: [] })
    expect(imported.out.slice(-2)).toEqual(['花名册已登记。', '已匹配飞书账号120人。'])
    const same = await duban(['roster', file, '--database', database])
    expect(same.out[0]).toContain('120人均无变化')

    const said = await street.say(
      personOf('chenjing').openId,
      'bot',
      `交办 @[${personOf('lina').openId}] 报送贴息资金拨付进度 11月25日`,
    )
    expect(said.status).toBe(200)
    await bot.settled()
    const leader = personOf('zhengguodong').openId
    await ground.turnTo(instantAt('2026-11-24', '8:19'))
    const before = street.cards(leader).length
    await ground.turnTo(instantAt('2026-11-24', '8:20'))
    const digest = street.cards(leader)[before]
    expect(digest?.at).toBe(instantAt('2026-11-24', '8:20'))
    expect(cardWords(digest?.card).join('\n')).toContain('报送贴息资金拨付进度')
    expect((await duban(['verify', '--database', database])).exit).toBe(0)
  })
})
