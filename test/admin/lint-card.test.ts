import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { card, text } from '../../src/card/build.ts'
import { duban, folder } from './keeper.ts'

const good = card({ title: '1号', elements: [text('待签收')] })
const bad = { ...good, body: { elements: [{ tag: 'note' }] } }

let dir = ''
beforeEach(() => {
  dir = folder()
})

const kept = (name: string, value: unknown): string => {
  const file = join(dir, `${name}.json`)
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}

describe('lint-card', () => {
  test('finds the card in a body, an answer and a wrapper', async () => {
    const ways: [string, unknown][] = [
      ['card', good],
      ['body', { receive_id: 'oc_1', msg_type: 'interactive', content: JSON.stringify(good) }],
      ['answer', { toast: { type: 'info', content: '好' }, card: { type: 'raw', data: good } }],
      ['wrapped', { msg_type: 'interactive', card: good }],
      ['text', JSON.stringify(JSON.stringify(good))],
      ['marked', `\uFEFF${JSON.stringify(good)}`],
    ]
    const files = ways.map(([name, value]) => kept(name, value))
    const ran = await duban(['lint-card', ...files])
    expect(ran.out.map((line) => JSON.parse(line))).toEqual(
      files.map((file) => ({ file, ok: true, findings: [] })),
    )
    expect(ran.exit).toBe(0)
  })

  test('a card that the platform would refuse ends in 1, wherever it lies', async () => {
    const files = [kept('bad', { card: { type: 'raw', data: bad } }), kept('good', good)]
    const ran = await duban(['lint-card', ...files])
    expect(ran.exit).toBe(1)
    expect(ran.out.map((line) => JSON.parse(line).ok)).toEqual([false, true])
    expect(JSON.parse(ran.out[0]!).findings[0]).toMatchObject({
      level: 'error',
      rule: 'gone',
      path: 'body.elements[0]',
    })
  })

  test('a template, a text that is no JSON and a file that is not there are told apart', async () => {
    const template = kept('template', { card: { type: 'template', data: { template_id: 'A' } } })
    const broken = kept('broken', '{"schema":')
    const missing = join(dir, 'missing.json')
    const ran = await duban(['lint-card', template, broken, missing])
    const rules = ran.out.map((line) => JSON.parse(line).findings[0].rule)
    expect(rules).toEqual(['template', 'json', 'file'])
    expect(ran.exit).toBe(2)
  })
})
