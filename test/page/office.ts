/** A small office as the street would tell it, for the tests of the page. */
import type { Message, Person, State } from '../../src/sandbox/protocol.ts'

/** 2026-11-21 (a Saturday) 10:17 in Beijing. */
export const NOW = Date.UTC(2026, 10, 21, 2, 17)

export const LI = 'ou_00000000000000000000000000000001'
export const WANG = 'ou_00000000000000000000000000000002'
export const ZHAO = 'ou_00000000000000000000000000000003'
export const GROUP = 'oc_00000000000000000000000000000001'
export const OTHER = 'oc_00000000000000000000000000000002'
export const PRIVATE = 'oc_00000000000000000000000000000009'

const PEOPLE: Person[] = [
  { openId: LI, name: '李娜', title: '金融科 科长' },
  { openId: WANG, name: '王强', title: '金融科 科员' },
  { openId: ZHAO, name: '赵敏', title: '农业农村科 科员' },
]

/** So many people that the list must be searched. */
function staff(): Person[] {
  const departments = ['预算科', '国库科', '办公室', '农业农村科']
  return Array.from({ length: 40 }, (_, i) => ({
    openId: `ou_1${String(i).padStart(31, '0')}`,
    name: `职员${i}`,
    title: `${departments[i % 4]} 科员`,
  }))
}

/** A message with everything that seldom matters filled in. */
export function message(part: Partial<Message> & { id: string }): Message {
  return {
    chat: GROUP,
    from: LI,
    at: NOW - 600_000,
    type: 'text',
    content: '',
    reactions: [],
    ...part,
  }
}

/** A card message in the private chat of 李娜. */
export function cardMessage(id: string, elements: unknown[], rest: object = {}): Message {
  const header = { title: { tag: 'plain_text', content: '督办事项' }, template: 'blue' }
  const card = { schema: '2.0', header, body: { elements }, ...rest }
  return message({ id, chat: PRIVATE, from: 'bot', type: 'interactive', content: card })
}

/** The office with these messages; every part of it can be replaced. */
export function office(messages: Message[], rest: Partial<State> = {}): State {
  return {
    now: NOW,
    people: [...PEOPLE, ...staff()],
    chats: [
      { id: GROUP, kind: 'group', name: '金融科工作群', members: [LI, WANG] },
      { id: OTHER, kind: 'group', name: '督办工作群', members: [LI, WANG, ZHAO] },
      { id: PRIVATE, kind: 'private', name: '督办', members: [LI] },
    ],
    messages,
    traces: [],
    faults: [
      { kind: 'duplicate-event', label: '重复推送同一事件', times: 0 },
      { kind: 'unreachable', label: '网络不通', times: 2 },
    ],
    tries: [
      { as: LI, chat: GROUP, say: `@[bot] 交办 @[${WANG}] 报送方案 下周五前`, why: '交办一件事' },
      { as: WANG, chat: 'bot', say: '待办', why: '看自己手上的事' },
    ],
    menu: [{ label: '我的待办', key: '待办' }],
    bot: { openId: 'ou_b0000000000000000000000000000000', name: '督办' },
    ...rest,
  }
}
