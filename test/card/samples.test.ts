import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/card/answer.ts'
import { checkCard } from '../../src/card/check.ts'

/** Payloads from the official documents; they lie beside the project where they are available. */
const SAMPLES = new URL('../../../shared/samples/feishu/', import.meta.url)

const filesOf = (folder: string, start = '') =>
  existsSync(new URL(folder, SAMPLES))
    ? readdirSync(new URL(folder, SAMPLES)).filter((file) => file.startsWith(start))
    : []

const read = (folder: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${folder}/${encodeURIComponent(file)}`, SAMPLES), 'utf8'))

/** The cards of JSON 2.0 in a payload, also those written as text. */
function cardsIn(value: unknown): unknown[] {
  if (typeof value === 'string') return value.startsWith('{"') ? cardsIn(JSON.parse(value)) : []
  if (typeof value !== 'object' || value === null) return []
  const card = 'schema' in value && 'body' in value ? [value] : []
  return [...card, ...Object.values(value).flatMap(cardsIn)]
}

const rulesOf = (card: unknown) => new Set(checkCard(card).findings.map((finding) => finding.rule))

describe.runIf(filesOf('cards2').length > 0)('the official samples', () => {
  it.each(filesOf('cards2'))('of a card pass: %s', (file) => {
    const errors = checkCard(read('cards2', file)).findings.filter((one) => one.level === 'error')
    expect(errors).toEqual([])
  })

  it.each(filesOf('responses'))('of an answer pass: %s', (file) => {
    expect(checkAnswer(read('responses', file))).toEqual({ ok: true, findings: [] })
  })

  it.each(filesOf('callbacks'))('of a callback are no card: %s', (file) => {
    expect(checkCard(read('callbacks', file)).ok).toBe(false)
  })

  it('of a card inside a message or an answer pass', () => {
    const cards = filesOf('events').flatMap((file) => cardsIn(read('events', file)))
    expect(cards.length).toBeGreaterThan(0)
    for (const card of cards) expect(checkCard(card)).toEqual({ ok: true, findings: [] })
  })

  it('of a patched 1.0 card are refused, with what replaces its parts', () => {
    const { content } = read('events', 'im-v1__message-card__patch.1.json')
    expect(rulesOf(JSON.parse(content))).toEqual(new Set(['gone', 'schema', 'no-body']))
    expect(rulesOf(content)).toEqual(new Set(['not-an-object']))
  })

  it('of a patched template are refused as a template', () => {
    const { content } = read('events', 'im-v1__message-card__patch.2.json')
    expect(rulesOf(JSON.parse(content))).toEqual(new Set(['template']))
  })
})
