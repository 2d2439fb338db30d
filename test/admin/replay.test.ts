import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/feishu/events.ts'
import { practiceApp } from '../../src/practice.ts'
import { groups } from '../../src/sample/chats.ts'
import { personOf } from '../../src/sample/people.ts'
import { duban, folder } from './keeper.ts'

interface Line {
  file: string
  type: string | null
  outcome: string
  reply?: string
}

/** A file that ends in the middle. */
function cut(): string {
  const file = join(folder(), 'cut.json')
  writeFileSync(file, '{"schema": "2.0", "header":')
  return file
}

const payload = (name: string): string => join('test/admin/payloads', `${name}.json`)

async function replay(...args: string[]) {
  const ran = await duban(['replay', ...args])
  return { ...ran, lines: ran.out.map((line): Line => JSON.parse(line)) }
}

/** Outcomes by name, and a part of the reply where there is one. */
const EXPECTED: [name: string, outcome: string, reply?: string][] = [
  ['message-private', 'acted', '待办'],
  ['message-group', 'acted', '待办'],
  ['message-group-bot', 'acted', '已交办演练科赵一鸣'],
  ['message-group-silent', 'ignored'],
  ['message-post', 'acted', '例会'],
  ['message-post-by-id', 'acted', '待办'],
  ['message-unknown-number', 'refused', '777'],
  ['message-bare', 'acted'],
  ['message-recalled-early', 'ignored'],
  ['menu', 'acted', '待办'],
  ['tap-sign', 'acted', '1号已签收'],
  ['reaction-ok', 'acted', '已签收'],
  ['tap-form', 'acted', '已记1号进展（完成60%）'],
  ['tap-without-sentence', 'refused', '这个按钮已失效'],
  ['tap-flat', 'acted', '意见已转督查室'],
  ['tap-first-version', 'acted', '待办'],
  ['bot-added', 'acted'],
  ['recalled', 'acted'],
  ['member-added', 'ignored'],
  ['old-envelope', 'ignored'],
  ['address-check', 'acted'],
  ['sealed-odd', 'acted', '待办'],
  ['an-answer', 'ignored'],
  ['a-content', 'ignored'],
]

describe('replay', () => {
  test('judges every payload by its content, whatever app, tenant, token and year it is of', async () => {
    const { exit, lines, notes } = await replay(...EXPECTED.map(([name]) => payload(name)))
    expect(lines.map(({ file, outcome }) => [basename(file, '.json'), outcome])).toEqual(
      EXPECTED.map(([name, outcome]) => [name, outcome]),
    )
    for (const [index, [, , reply]] of EXPECTED.entries())
      if (reply) expect(lines[index]?.reply).toContain(reply)
    expect(lines.at(-1)).toEqual({ file: payload('a-content'), type: null, outcome: 'ignored' })
    expect(notes).toEqual(['an-answer.json：不是事件，略过', 'a-content.json：不是事件，略过'])
    expect(exit).toBe(0)
  })

  test('an event given twice acts once, in one run and in the next one on the same file', async () => {
    const database = join(folder(), 'twice.db')
    const again = [payload('menu'), payload('menu'), '--database', database]
    expect((await replay(...again)).lines.map((one) => one.outcome)).toEqual(['acted', 'duplicate'])
    expect((await replay(...again)).lines.map((one) => one.outcome)).toEqual([
      'duplicate',
      'duplicate',
    ])
  })

  test('a tap of one of the office’s own people finds the card as it stands', async () => {
    const dir = folder()
    const at = ['--database', join(dir, 'own.db'), '--json']
    const assign = '交办 @李娜 报送贴息资金拨付进度 明天17:00前'
    const said = await duban(['say', '--as', '陈静', '--in', '督办工作群', ...at, assign])
    const card = said.out.map((one) => JSON.parse(one)).find((one) => one.to === '督办工作群')
    const tap = (key: string, value: object) => {
      const file = join(dir, `${key}.json`)
      const operator = { open_id: personOf('lina').openId, tenant_key: practiceApp.tenant }
      const context = { open_message_id: card.message, open_chat_id: groups.supervision }
      const action = { tag: 'button', value }
      const header = { event_id: key, event_type: 'card.action.trigger' }
      writeFileSync(file, JSON.stringify({ header, event: { operator, context, action } }))
      return file
    }
    const { lines, exit } = await replay(
      tap('t1', { say: '签收 1', rev: 1 }),
      tap('t2', { say: '签收 1', rev: 1 }),
      ...at.slice(0, 2),
    )
    expect(lines).toMatchObject([
      { outcome: 'acted', reply: '1号已签收，请分办承办人。' },
      { outcome: 'refused', reply: '事项已更新' },
    ])
    expect(exit).toBe(0)
    const seen = await duban(['say', '--as', '陈静', '--in', '私聊', ...at, '查 1'])
    expect(seen.out.join()).toContain('待分办')
  })

  test('a wrong key, a wrong token and what is no JSON are refused in words', async () => {
    const { exit, lines, notes } = await replay(payload('sealed-other-key'), cut())
    expect(lines).toEqual([
      expect.objectContaining({
        type: null,
        outcome: 'refused',
        reply: '无法解密，请用 --key 写明 Encrypt Key。',
      }),
      expect.objectContaining({ type: null, outcome: 'refused', reply: '不是 JSON。' }),
    ])
    expect(exit).toBe(1)
    expect(notes).toEqual([expect.stringContaining('不是 JSON')])

    const files = [payload('sealed-other-key'), payload('no-such-file')]
    const keyed = await replay(
      ...files,
      '--key',
      'test key',
      '--token',
      'rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV',
    )
    expect(keyed.lines.map((one) => one.outcome)).toEqual(['acted', 'refused'])
    expect(keyed.exit).toBe(2)

    const marked = await replay(payload('menu'), '--token', 'another')
    expect(marked.lines).toEqual([
      expect.objectContaining({ outcome: 'refused', reply: 'Verification Token 不符。' }),
    ])
  })

  const samples = '../shared/samples/feishu'
  test.runIf(existsSync(samples))(
    'every published event of a kind we handle acts or is refused in words',
    async () => {
      const files = ['events', 'callbacks'].flatMap((kind) =>
        readdirSync(join(samples, kind)).map((name) => join(samples, kind, name)),
      )
      const { lines, exit } = await replay(...files)
      expect(lines).toHaveLength(files.length)
      expect(exit).toBe(0)
      const ours = lines.filter((one) => one.type !== null && EVENT_TYPES.includes(one.type))
      expect(ours.length).toBeGreaterThan(20)
      for (const { file, outcome, reply } of ours)
        expect([file, outcome === 'acted' || (outcome === 'refused' && reply)]).toEqual([
          file,
          outcome === 'acted' ? true : expect.stringMatching(/。$/),
        ])
      const others = lines.filter((one) => !ours.includes(one))
      expect([...new Set(others.map((one) => one.outcome))]).toEqual(['ignored'])
    },
  )
})
