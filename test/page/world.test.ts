import { describe, expect, it } from 'vitest'
import { chatsOf, messagesFor, nameOf, privateChat } from '../../src/sandbox/page/chats.ts'
import { mentionable, mentionWord, spoken, written } from '../../src/sandbox/page/mentions.ts'
import { opened } from '../../src/sandbox/page/opened.ts'
import { afterPush, worldOf } from '../../src/sandbox/page/world.ts'
import type { Push } from '../../src/sandbox/protocol.ts'
import { GROUP, LI, message, NOW, OTHER, office, PRIVATE, WANG, ZHAO } from './office.ts'

const world = (messages = [message({ id: 'om_1', at: NOW })]) => worldOf(office(messages), 0)
const texts = (list: { content: unknown }[]) => list.map(({ content }) => content)

describe('the page’s world', () => {
  it('puts messages in order of time, whatever order they come in', () => {
    const late = message({ id: 'om_2', at: NOW + 2, content: '后' })
    const early = message({ id: 'om_1', at: NOW + 1, content: '先' })
    const chat = { ...privateChat(world(), WANG), id: GROUP }
    const sorted = world([late, early])
    expect(texts(messagesFor(sorted, chat, WANG))).toEqual(['先', '后'])
    const pushed = afterPush(world([late]), { type: 'message', message: early }, 0)
    expect(texts(messagesFor(pushed, chat, WANG))).toEqual(['先', '后'])
  })

  it('replaces a message it knows and leaves the old world untouched', () => {
    const old = world()
    const edited = message({ id: 'om_1', at: NOW, content: '改过' })
    const next = afterPush(old, { type: 'message', message: edited }, 0)
    expect(texts(next.messages.get(GROUP) ?? [])).toEqual(['改过'])
    expect(texts(old.messages.get(GROUP) ?? [])).toEqual([''])
  })

  it('keeps one line per trace and no more than five hundred', () => {
    const trace = (id: number, status: number): Push => ({
      type: 'trace',
      trace: { id, at: NOW, way: 'api', title: '', status, ms: 1, request: 0, response: 0 },
    })
    let now = afterPush(afterPush(world(), trace(1, 0), 0), trace(1, 200), 0)
    expect(now.traces.map(({ status }) => status)).toEqual([200])
    for (let id = 2; id <= 600; id++) now = afterPush(now, trace(id, 200), 0)
    expect(now.traces).toHaveLength(500)
    expect(now.traces[0]?.id).toBe(101)
  })

  it('gives a person his private chat first, then his groups, the liveliest first', () => {
    const lively = world([message({ id: 'om_1', chat: GROUP, at: NOW })])
    expect(chatsOf(lively, LI).map(({ id }) => id)).toEqual([PRIVATE, GROUP, OTHER])
    expect(chatsOf(lively, ZHAO).map(({ id }) => id)).toEqual(['bot', OTHER])
  })

  it('names people, the bot by either id, and strangers calmly', () => {
    const ids = [WANG, 'bot', 'ou_b0000000000000000000000000000000', 'ou_x']
    expect(ids.map((id) => nameOf(world(), id))).toEqual(['王强', '督办', '督办', '未知用户'])
  })
})

describe('mentions', () => {
  const group = world().chats.get(GROUP)!

  it('are sent as ids, the longest name first, and other words stay as typed', () => {
    const known = [
      { label: '王强', id: 'ou_1', title: '' },
      { label: '王强（预算科）', id: 'ou_2', title: '' },
    ]
    expect(spoken('@王强（预算科） 和 @王强 见 a@b.cn @某人', known)).toBe(
      '@[ou_2] 和 @[ou_1] 见 a@b.cn @某人',
    )
  })

  it('of a suggested sentence read as names and go back to the same ids', () => {
    const say = `@[bot] 交办 @[${WANG}] 报送方案`
    const text = written(world(), group, say)
    expect(text).toBe('@督办 交办 @王强 报送方案')
    expect(spoken(text, mentionable(world(), group))).toBe(say)
  })

  it('offer members before others, all only in groups, and tell namesakes apart', () => {
    const twins = office([])
    twins.people.push({ openId: 'ou_twin', name: '王强', title: '预算科 科员' })
    const now = worldOf(twins, 0)
    const labels = mentionable(now, group).map(({ label }) => label)
    expect(labels.slice(0, 4)).toEqual(['督办', '所有人', '李娜', '王强（金融科 科员）'])
    expect(labels).toContain('王强（预算科 科员）')
    const alone = mentionable(now, privateChat(now, LI)).map(({ label }) => label)
    expect(alone).not.toContain('所有人')
  })

  it('are being typed only directly before the cursor', () => {
    expect(mentionWord('交办 @王', 5)).toBe('王')
    expect(mentionWord('交办 @', 4)).toBe('')
    expect(mentionWord('交办 @王强 报', 8)).toBeUndefined()
  })
})

describe('JSON for reading', () => {
  it('opens strings that hold JSON, however deep, and leaves others alone', () => {
    const content = JSON.stringify({ card: JSON.stringify([1]), text: '[不是 JSON' })
    expect(opened({ content, n: null })).toEqual({
      content: { card: [1], text: '[不是 JSON' },
      n: null,
    })
  })
})
