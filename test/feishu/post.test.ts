import { describe, expect, it } from 'vitest'
import { readEvent } from '../../src/feishu/events.ts'
import { BOT, mentioned, received, TENANT } from './platform.ts'

describe('rich text', () => {
  const post = (body: unknown, mentions: unknown[] = []) =>
    readEvent(received({ message_type: 'post', content: JSON.stringify(body), mentions }), {
      bot: BOT,
    })

  it('is its title and its lines; code, pictures, videos, faces and rules are not said', () => {
    const body = {
      title: '交办',
      content: [
        [
          { tag: 'text', text: '办 专项债 ' },
          { tag: 'a', href: 'http://a.cn', text: '见链接' },
          { tag: 'emotion', emoji_type: 'OK' },
        ],
        [{ tag: 'img', image_key: 'i' }],
        [{ tag: 'code_block', text: '删除 12' }],
        [{ tag: 'hr' }],
        [],
        [
          { tag: 'media', file_key: 'f' },
          { tag: 'text', text: '完' },
        ],
      ],
    }
    expect(post(body)).toMatchObject({ text: '交办\n办 专项债 见链接\n\n完' })
  })

  it('mentions by key, by open_id, and the bot by either', () => {
    const at = (user_id: string, user_name = '') => ({ tag: 'at', user_id, user_name })
    const line = [at('@_user_1'), { tag: 'text', text: '办 ' }, at('ou_li', '李四'), at('@_user_2')]
    const people = [
      mentioned(1, BOT, '督办', { mentioned_type: 'bot' }),
      mentioned(2, 'ou_zhao', '赵六'),
    ]
    const said = post({ content: [line] }, people)
    expect(said).toMatchObject({
      text: '办 \u{F0001}\u{F0000}',
      addressed: true,
      mentions: [{ openId: 'ou_zhao' }, { openId: 'ou_li', name: '李四', tenant: TENANT }],
    })
    expect(post({ content: [[at(BOT), { tag: 'text', text: '看' }]] })).toMatchObject({
      text: '看',
      addressed: true,
    })
  })

  it('addresses everybody as text, and an unknown key by the name it shows', () => {
    const line = [
      { tag: 'at', user_id: 'all' },
      { tag: 'at', user_id: '@_all' },
      { tag: 'at', user_id: '@_user_7', user_name: '王五' },
    ]
    expect(post({ content: [line] })).toMatchObject({
      text: '@所有人@所有人@王五',
      addressed: false,
    })
  })

  it('is read with a language around it too', () => {
    expect(post({ zh_cn: { title: '', content: [[{ tag: 'text', text: '看' }]] } })).toMatchObject({
      text: '看',
    })
  })

  it('without lines, or with lines that are none, says nothing', () => {
    expect(post({})).toMatchObject({ text: '' })
    expect(post({ content: [1, null, 'x', [1, null]] })).toMatchObject({ kind: 'said', text: '' })
  })
})
