import { describe, expect, it } from 'vitest'
import { readEvent } from '../../src/feishu/events.ts'
import { BOT, envelope, received, TENANT } from './platform.ts'

const wire = { bot: BOT, tenant: TENANT }
const read = (event: unknown) => readEvent(event, wire)

describe('the wrapping', () => {
  const event = { message_id: 'om_1', chat_id: 'oc_1' }

  it('may be the first version', () => {
    const v1 = {
      ts: '1502199207.7171419',
      uuid: 'u1',
      token: 't',
      type: 'event_callback',
      event: { ...event, type: 'im.message.recalled_v1', tenant_key: 't1' },
    }
    expect(read(v1)).toMatchObject({ kind: 'recalled', key: 'evt:u1', at: 1_502_199_207_717 })
  })

  it('may be flattened', () => {
    const { header, event: inner } = received()
    expect(read({ schema: '2.0', ...header, ...(inner as object) })).toEqual(read(received()))
  })

  it('without an id is known by its content: the same twice, another not', () => {
    const key = (body: object) => (read({ type: 'event_callback', ...body }) as { key: string }).key
    const one = { event: { ...event, type: 'im.message.recalled_v1' } }
    const two = { event: { ...event, message_id: 'om_2', type: 'im.message.recalled_v1' } }
    expect(key(one)).toBe(key(one))
    expect(key(one)).toMatch(/^evt:[0-9a-f]{32}$/)
    expect(key(one)).not.toBe(key(two))
  })

  it.each([
    [1_603_977_298, 1_603_977_298_000],
    ['1603977298', 1_603_977_298_000],
    ['1603977298000', 1_603_977_298_000],
    ['1603977298000000', 1_603_977_298_000],
    ['1603977298000000000', 1_603_977_298_000],
    ['1749108924412abcef', 1_749_108_924_412],
  ])('may give its time as %j', (create_time, at) => {
    expect(read(envelope('im.message.recalled_v1', event, { create_time }))).toMatchObject({ at })
  })

  it.each([undefined, '', 'soon', -5, '1e99', null, {}])(
    'that gives no time (%j) counts from when it came',
    (create_time) => {
      const late = envelope('im.message.recalled_v1', event, { create_time })
      expect(readEvent(late, { ...wire, at: 77 })).toMatchObject({ at: 77 })
      expect(readEvent(late, wire)).toMatchObject({ at: 0 })
    },
  )

  it('that names no tenant belongs to the office', () => {
    const { event } = received({}, { tenant_key: undefined })
    expect(read({ event, header: { event_type: 'im.message.receive_v1' } })).toMatchObject({
      sender: { tenant: TENANT },
    })
  })
})
