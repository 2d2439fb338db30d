import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/card/answer.ts'
import { cardOf, ELEMENTS } from './good.ts'

const errorsOf = (body: unknown) =>
  checkAnswer(body).findings.map(({ level, rule, path }) => `${level} ${rule} ${path}`)

const raw = (data: unknown) => ({ card: { type: 'raw', data } })

describe('an answer to a tap', () => {
  it.each([
    ['nothing', {}],
    ['a toast', { toast: { type: 'success', content: '已签收' } }],
    ['a toast in languages only', { toast: { type: 'info', i18n: { zh_cn: '已签收' } } }],
    ['a card', raw(cardOf(ELEMENTS.button))],
    ['both', { toast: { type: 'warning', content: '事项已更新' }, ...raw(cardOf(ELEMENTS.hr)) }],
    [
      'a template',
      { card: { type: 'template', data: { template_id: 'AAq', template_variable: {} } } },
    ],
  ])('may be %s', (_what, body) => {
    expect(checkAnswer(body)).toEqual({ ok: true, findings: [] })
  })

  it.each([
    ['a text', '{}', 'error not-an-object '],
    ['a list', [], 'error not-an-object '],
    ['an unknown part', { message: 'x' }, 'error unknown-attribute message'],
    [
      'an unknown kind of toast',
      { toast: { type: 'fatal', content: '' } },
      'error enum toast.type',
    ],
    ['a toast that says nothing', { toast: { type: 'info' } }, 'error required toast.content'],
    [
      'an unknown language',
      { toast: { content: '', i18n: { zh: '' } } },
      'error locale toast.i18n.zh',
    ],
    ['a card without a type', { card: { data: {} } }, 'error required card.type'],
    ['an unknown type', { card: { type: 'json', data: {} } }, 'error enum card.type'],
    ['a card without data', { card: { type: 'raw' } }, 'error required card.data'],
    ['a card as text', { card: { type: 'raw', data: '{}' } }, 'error type card.data'],
    [
      'a template without an id',
      { card: { type: 'template', data: {} } },
      'error required card.data.template_id',
    ],
    [
      'a bad card',
      raw(cardOf({ ...ELEMENTS.hr, size: 1 })),
      'error unknown-attribute card.data.body.elements[0].size',
    ],
    [
      'a card as large as a book',
      raw(cardOf({ tag: 'markdown', content: '督'.repeat(20_000) })),
      'error size card.data',
    ],
    ['a card of 1.0', raw({ elements: [] }), 'warning card-1.0 card.data'],
  ])('is told of %s', (_what, body, expected) => {
    expect(errorsOf(body)).toEqual([expected])
  })
})
