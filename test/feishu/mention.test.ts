import { describe, expect, it } from 'vitest'
import { MENTION, type Said } from '../../src/bot/message.ts'
import { readEvent } from '../../src/feishu/events.ts'
import { BOT, mentioned, received } from './platform.ts'

const sign = (n: number) => String.fromCodePoint(MENTION + n)

function said(text: string, mentions?: unknown): Said {
  const content = JSON.stringify({ text })
  return readEvent(received({ content, mentions }), { bot: BOT }) as Said
}

const bot = mentioned(1, BOT, '督办', { mentioned_type: 'bot' })
const other = mentioned(1, 'ou_other', '考勤', { mentioned_type: 'bot' })

describe('a mention', () => {
  const rows: [string, string, unknown, string, boolean][] = [
    [
      'of a person is one character',
      '@_user_1 报',
      [mentioned(1, 'ou_a', '甲')],
      `${sign(0)} 报`,
      false,
    ],
    ['of the bot is taken out and speaks to it', '@_user_1 报 12', [bot], ' 报 12', true],
    [
      'of the bot by its old entry without a type speaks to it too',
      '@_user_1 报',
      [mentioned(1, BOT, '督办')],
      ' 报',
      true,
    ],
    ['of another bot stays a name', '@_user_1 报', [other], '@考勤 报', false],
    [
      'of somebody with the bot’s name does not speak to it',
      '@_user_1 报',
      [mentioned(1, 'ou_a', '督办')],
      `${sign(0)} 报`,
      false,
    ],
    ['that was typed stays text', '@_user_1 报', undefined, '@_user_1 报', false],
    [
      'that was typed beside a real one stays text',
      '@_user_1 @_user_2',
      [mentioned(1, 'ou_a', '甲')],
      `${sign(0)} @_user_2`,
      false,
    ],
    [
      'of everybody stays text and speaks to nobody',
      '@_all 开会',
      undefined,
      '@所有人 开会',
      false,
    ],
    ['of everybody glued to Chinese is still everybody', '@_all开会', [], '@所有人开会', false],
    ['that only begins like everybody stays text', '@_allies', [], '@_allies', false],
    [
      'of one person twice is one person',
      '@_user_1@_user_2',
      [mentioned(1, 'ou_a', '甲'), mentioned(2, 'ou_a', '甲')],
      sign(0) + sign(0),
      false,
    ],
    [
      'without an open_id stays a name',
      '@_user_1 报',
      [{ key: '@_user_1', id: {}, name: '甲' }],
      '@甲 报',
      false,
    ],
    [
      'with a plain id is read',
      '@_user_1',
      [{ key: '@_user_1', id: 'ou_a', name: '甲' }],
      sign(0),
      false,
    ],
    [
      'without a name or an id never speaks to the bot',
      '@_user_1',
      [{ key: '@_user_1' }],
      '@',
      false,
    ],
  ]

  it.each(rows)('%s', (_, text, mentions, expected, addressed) => {
    expect(said(text, mentions)).toMatchObject({ text: expected, addressed })
  })

  it('@_user_1 never eats into @_user_10', () => {
    const people = Array.from({ length: 12 }, (_, index) =>
      mentioned(index + 1, `ou_${index + 1}`, `第${index + 1}`),
    )
    const { text, mentions } = said('@_user_10@_user_1@_user_12@_user_100', people)
    const names = [...text].map(
      (letter) => mentions[(letter.codePointAt(0) ?? 0) - MENTION]?.name ?? letter,
    )
    expect(names.join('')).toBe('第10第1第12@_user_100')
  })

  it('names people in order, with their tenants, without the bot', () => {
    const people = [
      bot,
      mentioned(2, 'ou_a', '甲'),
      mentioned(3, 'ou_b', '乙', { tenant_key: 'foreign' }),
    ]
    expect(said('@_user_1 @_user_3 @_user_2', people)).toMatchObject({
      text: ` ${sign(1)} ${sign(0)}`,
      mentions: [{ openId: 'ou_a' }, { openId: 'ou_b', name: '乙', tenant: 'foreign' }],
    })
  })

  it('cannot be typed: the private characters are taken out of text and names', () => {
    expect(said(`${sign(0)}报${String.fromCodePoint(0xffffd)}`)).toMatchObject({
      text: '报',
      mentions: [],
    })
    expect(
      said('@_user_1', [mentioned(1, 'ou_other', sign(3), { mentioned_type: 'bot' })]).text,
    ).toBe('@')
  })

  it('is never of the bot while the bot does not know itself', () => {
    const content = '{"text":"@_user_1 报"}'
    const event = received({
      content,
      mentions: [{ key: '@_user_1', id: { open_id: '' }, name: '督办' }],
    })
    expect(readEvent(event, { bot: '' })).toMatchObject({ addressed: false, text: '@督办 报' })
  })
})
