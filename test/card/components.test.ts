import { describe, expect, it } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import { cardOf, ELEMENTS, formOf, type Loose } from './good.ts'
import { FIELDS } from './good-fields.ts'

describe('a well-made card', () => {
  for (const [tag, element] of Object.entries(ELEMENTS))
    it(`passes with a ${tag}, without a warning`, () => {
      expect(checkCard(cardOf(element))).toEqual({ ok: true, findings: [] })
    })

  for (const [tag, field] of Object.entries(FIELDS))
    it(`passes with a ${tag} in a form, without a warning`, () => {
      expect(checkCard(cardOf(formOf(field)))).toEqual({ ok: true, findings: [] })
    })

  it('passes with all fields in one form, in columns and a panel', () => {
    const columns = {
      tag: 'column_set',
      columns: [{ tag: 'column', elements: Object.values(FIELDS) }],
    }
    const panel = { tag: 'collapsible_panel', header: {}, elements: [columns] }
    expect(checkCard(cardOf(formOf(panel)))).toEqual({ ok: true, findings: [] })
  })

  it('passes as a bare frame, warned of its emptiness', () => {
    const { ok, findings } = checkCard({ schema: '2.0', header: {}, body: { elements: [] } })
    expect(ok).toBe(true)
    expect(findings).toMatchObject([{ level: 'warning', rule: 'blank', path: 'header' }])
  })
})

/** The paths of all attributes; charts, callback values and rows are not the card's own. */
function* attributes(value: Loose, path: string[] = []): Generator<string[]> {
  for (const key of Object.keys(value)) {
    if (['chart_spec', 'value', 'rows'].includes(key)) continue
    yield [...path, key]
    if (typeof value[key] === 'object') yield* attributes(value[key], [...path, key])
  }
}

function changed(card: Loose, path: string[], to: unknown): Loose {
  const copy = structuredClone(card)
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key]
  at[path.at(-1)!] = to
  return copy
}

describe('every attribute of every component', () => {
  const all = [
    ...Object.entries(ELEMENTS).map(([tag, element]) => [tag, cardOf(element)] as const),
    ...Object.entries(FIELDS).map(([tag, field]) => [tag, cardOf(formOf(field))] as const),
  ]
  it.each(all)('of %s refuses a value of the wrong shape', (_tag, card) => {
    for (const path of attributes(card))
      expect(checkCard(changed(card, path, { wrong: 'shape' })).ok, path.join('.')).toBe(false)
  })

  it.each(all)('of %s: an unknown one beside it is refused', (_tag, card) => {
    for (const path of attributes(card)) {
      const parent = path.slice(0, -1)
      let at = card
      for (const key of parent) at = at[key]
      if (Array.isArray(at)) continue
      // What the card names itself: its own sizes and colours, and the languages of a text.
      if (['text_size', 'color'].includes(parent.at(-1) ?? '') && parent[0] === 'config') continue
      const findings = checkCard(changed(card, [...parent, 'novel'], 1)).findings
      const expected = parent.at(-1)?.startsWith('i18n_') ? 'locale' : 'unknown-attribute'
      expect(
        findings.filter((one) => one.level === 'error').map((one) => one.rule),
        parent.join('.'),
      ).toContain(expected)
    }
  })
})
