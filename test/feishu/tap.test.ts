import { describe, expect, it } from 'vitest'
import type { Tapped } from '../../src/bot/message.ts'
import { readEvent } from '../../src/feishu/events.ts'
import { BOT, envelope, TENANT } from './platform.ts'

const OPERATOR = { open_id: 'ou_wang', union_id: 'on_wang', tenant_key: 't1' }
const CONTEXT = { open_message_id: 'om_1', open_chat_id: 'oc_1' }

function tapped(action: object, event: object = {}): Tapped {
  const body = { operator: OPERATOR, token: 'c-1', action, context: CONTEXT, ...event }
  return readEvent(envelope('card.action.trigger', body), { bot: BOT }) as Tapped
}

describe('a tap', () => {
  it('says its button’s sentence, by whom and on which card', () => {
    expect(tapped({ value: { say: '签收 12', rev: 3 } })).toEqual({
      kind: 'tapped',
      key: 'evt:ev1',
      at: 1_700_000_000_000,
      sender: { openId: 'ou_wang', unionId: 'on_wang', tenant: 't1' },
      chat: { kind: 'unknown', id: 'oc_1' },
      message: 'om_1',
      say: '签收 12',
      rev: 3,
      fields: {},
    })
  })

  it.each([
    ['{"say":"签收 12"}', '签收 12'],
    ['签收 12', ''],
    ['"签收 12"', ''],
    [undefined, ''],
    [{ key: 'value' }, ''],
    [{ say: 12 }, ''],
    [[{ say: 'x' }], ''],
  ])('with the value %j says %j', (value, say) => {
    expect(tapped({ value })).toMatchObject({ kind: 'tapped', say })
  })

  it.each([['3'], [Number.NaN], [null], [{}]])('with the version %j shows none', (rev) => {
    expect(tapped({ value: { say: 'x', rev } })).not.toHaveProperty('rev')
  })

  it('brings what was typed into a form', () => {
    const form_value = {
      text: '已对接',
      units: ['a', 'b'],
      when: '2024-04-01 +0800',
      n: 3,
      no: null,
      odd: {},
    }
    expect(tapped({ name: 'send', form_value }).fields).toEqual({
      text: '已对接',
      units: ['a', 'b'],
      when: '2024-04-01 +0800',
      n: '3',
    })
  })

  it.each([
    [{ input_value: 'Zhang' }, { value: 'Zhang' }],
    [{ name: 'who', option: 'ou_a' }, { who: 'ou_a' }],
    [{ options: ['a', 'b'] }, { value: ['a', 'b'] }],
    [{ name: 'done', checked: false }, { done: 'false' }],
    [{ name: 'button', value: { say: 'x' } }, {}],
  ])('outside a form brings the one answer: %j', (action, fields) => {
    expect(tapped(action).fields).toEqual(fields)
  })

  it('keeps a field named like a part of the language a plain field, and takes private characters out', () => {
    const form_value = JSON.parse('{"__proto__":["x"],"text":"\u{F1000}报"}')
    const { fields } = tapped({ form_value })
    expect(Object.keys(fields)).toEqual(['__proto__', 'text'])
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
    expect(fields.text).toBe('报')
  })

  it('is read with its context beside the event, and in the first card callback’s shape', () => {
    const beside = {
      ...envelope('card.action.trigger', { operator: OPERATOR, action: {} }),
      context: CONTEXT,
    }
    expect(readEvent(beside, { bot: BOT })).toMatchObject({ message: 'om_1', chat: { id: 'oc_1' } })
    const first = {
      open_id: 'ou_wang',
      open_message_id: 'om_1',
      tenant_key: 't1',
      token: 'c-1',
      action: {},
    }
    expect(readEvent(first, { bot: BOT })).toMatchObject({
      kind: 'tapped',
      sender: { openId: 'ou_wang', tenant: 't1' },
      message: 'om_1',
    })
  })

  it('by nobody is not heard; by somebody of no tenant belongs to the app’s', () => {
    expect(tapped({}, { operator: {} })).toMatchObject({ kind: 'ignored' })
    expect(tapped({}, { operator: { open_id: 'ou_a' } })).toMatchObject({
      sender: { tenant: TENANT },
    })
  })
})
