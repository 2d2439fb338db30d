/** Ways to break a good card in one place, and what the check then has to say. */
import { expect, it } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import { cardOf, ELEMENTS, formOf, type Loose } from './good.ts'
import { FIELDS } from './good-fields.ts'

/** What was done to a card, the rule that has to speak, and the card. */
export type Case = [what: string, rule: string, card: () => unknown]

/** A card around one element, changed. */
export function one(tag: string, change: (element: Loose, card: Loose) => void): () => unknown {
  return make(cardOf(ELEMENTS[tag]), (card) => change(card.body.elements[0], card))
}

/** A card around a form with one field, changed. */
export function inForm(tag: string, change: (field: Loose, form: Loose) => void): () => unknown {
  return make(cardOf(formOf(FIELDS[tag])), ({ body: { elements } }) =>
    change(elements[0].elements[0], elements[0]),
  )
}

/** A card around a line, changed anywhere. */
export function whole(change: (card: Loose) => void): () => unknown {
  return make(cardOf(ELEMENTS.hr), change)
}

/** A card around Markdown of ours. */
export function says(content: string): () => unknown {
  return () => cardOf({ tag: 'markdown', content })
}

/** A folding panel around other elements. */
export function panelOf(...elements: unknown[]): Loose {
  return { ...structuredClone(ELEMENTS.collapsible_panel), elements }
}

function make(good: Loose, change: (card: Loose) => void): () => unknown {
  return () => {
    const card = structuredClone(good)
    change(card)
    return card
  }
}

/** Each of the cards is refused by its rule and by no other, in Chinese. */
export function areRefused(cases: Case[]): void {
  it.each(cases)('%s (%s)', (_what, rule, card) => {
    const { ok, findings } = checkCard(card())
    expect(ok).toBe(false)
    const errors = findings.filter((finding) => finding.level === 'error')
    expect([...new Set(errors.map((finding) => finding.rule))]).toEqual([rule])
    for (const finding of errors) expect(finding.message).toMatch(/[一-龥]/)
  })
}

/** Each of the cards passes, with a warning by its rule. */
export function areWarned(cases: Case[]): void {
  it.each(cases)('%s (%s)', (_what, rule, card) => {
    const { ok, findings } = checkCard(card())
    expect(ok).toBe(true)
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule])
  })
}

/** Each of the cards passes without a word. */
export function arePassed(cases: [what: string, card: () => unknown][]): void {
  it.each(cases)('%s', (_what, card) => {
    expect(checkCard(card())).toEqual({ ok: true, findings: [] })
  })
}
