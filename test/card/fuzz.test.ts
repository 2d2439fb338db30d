import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/card/answer.ts'
import { byteSize, checkCard, countElements } from '../../src/card/check.ts'
import { cardOf, ELEMENTS, formOf, type Loose } from './good.ts'
import { FIELDS } from './good-fields.ts'

const good = cardOf(...Object.values(ELEMENTS), formOf(...Object.values(FIELDS)))

/** Every place in a value, as a path. */
function placesOf(value: Loose, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.keys(value).flatMap((key) => placesOf(value[key], [...path, key]))]
}

const places = placesOf(good).filter((path) => path.length > 0)

function put(card: Loose, path: string[], value: unknown): Loose {
  const copy = structuredClone(card)
  let at = copy
  for (const key of path.slice(0, -1)) at = at?.[key]
  if (typeof at === 'object' && at !== null) at[path.at(-1)!] = value
  return copy
}

describe('the check', () => {
  it('answers to anything whatever', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => {
        expect(checkCard(value).ok).toBe(false)
        expect(checkAnswer(value).findings).toBeInstanceOf(Array)
      }),
    )
  })

  it('answers to a good card with anything anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.jsonValue()), {
          minLength: 1,
          maxLength: 3,
        }),
        (changes) => {
          const card = changes.reduce((at, [path, value]) => put(at, path, value), good)
          const { ok, findings } = checkCard(card)
          expect(ok).toBe(findings.every((finding) => finding.level === 'warning'))
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    ['a text of 1 MB', 'x'.repeat(1 << 20)],
    ['a card with a text of 1 MB', cardOf({ tag: 'markdown', content: '<'.repeat(1 << 20) })],
    ['hostile Markdown', cardOf({ tag: 'markdown', content: 'http://](![<a `'.repeat(2000) })],
    ['a deep list', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['a deep card', deep(3000)],
    ['a card that holds itself', cyclic()],
    ['a column of a type that has no words', tableOf({ name: 'a', data_type: { toString: {} } })],
    ['a column of a type of every object', tableOf({ name: 'a', data_type: '__defineGetter__' })],
    [
      'a column of a name that has no words',
      tableOf({ name: { toString: {} }, data_type: 'lark_md' }),
    ],
    [
      'a getter that throws',
      {
        get schema() {
          throw new Error('no')
        },
      },
    ],
    [
      'a prototype from outside',
      JSON.parse('{"schema":"2.0","__proto__":{"a":1},"body":{"elements":[]}}'),
    ],
  ])('answers to %s', (_what, value) => {
    expect(checkCard(value).ok).toBe(false)
  })

  it('takes spaces without end for what they are', () => {
    const content = `<at href=${' '.repeat(25_000)}`
    expect(checkCard(cardOf({ tag: 'markdown', content }))).toEqual({ ok: true, findings: [] })
  })

  it('says no more than a hundred things', () => {
    const { ok, findings } = checkCard(cardOf(...Array(500).fill({ tag: 'line' })))
    expect(ok).toBe(false)
    expect(findings).toHaveLength(100)
  })
})

function tableOf(column: Loose): unknown {
  return cardOf({ tag: 'table', columns: [column], rows: [{ a: 'x' }] })
}

function deep(times: number): unknown {
  let element: Loose = { tag: 'hr' }
  for (let i = 0; i < times; i++)
    element = { tag: 'collapsible_panel', header: {}, elements: [element] }
  return cardOf(element)
}

function cyclic(): unknown {
  const card = cardOf()
  card.body.elements.push(card)
  return card
}

describe('the measures', () => {
  it('count components, columns, texts and tags, but no icons and nothing inside charts', () => {
    expect(countElements(cardOf())).toBe(4)
    expect(countElements(cardOf(ELEMENTS.div))).toBe(6)
    expect(countElements(cardOf(ELEMENTS.column_set))).toBe(8)
    expect(
      countElements(cardOf({ tag: 'chart', chart_spec: { tag: 'x', data: { tag: 'y' } } })),
    ).toBe(5)
  })

  it('give the size in bytes of UTF-8', () => {
    expect(byteSize({ a: '督' })).toBe(11)
    expect(byteSize(undefined)).toBe(0)
  })
})
