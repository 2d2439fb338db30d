import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceOn } from '../../src/admin/read/office.ts'
import { type Read, reading, type Said } from '../../src/admin/read/reader.ts'
import type { Office } from '../../src/bot/office.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { desk, lasting } from '../admin/keeper.ts'

let store: Store
let office: Office
let read: (said: Said) => Promise<Read>
/** Lines of history that the sentence being read has written, before they are rolled back. */
let written: string[] = []

beforeAll(async () => {
  store = await openStore(join(lasting(), 'fuzz.db'))
  office = await practiceOn(store, desk().desk)
  read = await reading({ ...office, store: watched(store) })
})
afterAll(() => store.close())

/** The same store, whose turns tell what they write into the history. */
function watched(whole: Store): Store {
  return {
    ...whole,
    turn: (work) =>
      whole.turn((bound) => {
        written = []
        const append: typeof bound.journal.append = (line, prev) => {
          written.push(line.verb)
          return bound.journal.append(line, prev)
        }
        const journal = Object.assign(Object.create(bound.journal), { append })
        return work({ ...bound, journal })
      }),
  }
}

const words = () => [...office.registry.words]
const particles = [
  '请',
  '麻烦',
  '谢谢',
  '吧',
  '了',
  '吗',
  '没',
  '没有',
  '不',
  '还没有',
  '一下',
  '？',
  '！',
  '。',
  '，',
  '：',
  ' ',
  '　',
  '/',
  '／',
  '@督办',
  '@',
  '1. ',
  '- ',
  '“',
  '”',
  '《',
  '》',
  '依据',
  '\n',
  '、',
  '#',
  '＃',
  '第',
  '号',
]
const things = [
  '1',
  '3',
  '4',
  '8',
  '11',
  '１２',
  '99',
  '#4',
  '第11号',
  '12号楼',
  '2026年',
  '60%',
  '６０％',
  '12月5日前',
  '到12月25日',
  '周五',
  '下周五前',
  '尽快',
  '每周三9:00',
  '@李娜',
  '@王强',
  '@张伟',
  '@路人甲',
  '@所有人',
  '李娜',
  '预算科',
  '金融科',
  '优秀',
  '不合格',
  '延期',
  '办结',
  '逾期',
  '本周',
  '匿名',
  '新建',
  '确认',
  '服务企业',
  '已走访12家企业',
  '缺附件',
  '等省厅批复',
  'https://a.cn/12?x=1',
  '👌',
  '\u202e',
  '\u0000',
  '\u{f0000}',
  '\u{f1000}',
  '机密★',
  '2-30',
  '9999999',
]
const people = ['科员', '科长', '分管领导', '主要领导', '督查员', '秘书', '管理员', '王强']

const part = () =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words()) },
    { weight: 6, arbitrary: fc.constantFrom(...things) },
    { weight: 5, arbitrary: fc.constantFrom(...particles) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  )

/** A few words in any order; half of them begin as a sentence does. */
const heaps = () =>
  fc
    .tuple(
      fc.oneof(
        fc.tuple(part(), part()),
        fc.tuple(
          fc.constantFrom('', '请', '/', '@督办 ', '1. '),
          fc.constantFrom(...words()),
          fc.constantFrom('', ' ', '：'),
          fc.constantFrom('', '1', '3 ', '＃４', '8号', '11 ', '第10号 '),
        ),
      ),
      fc.array(part(), { maxLength: 6 }),
    )
    .map(([first, rest]) => [...first, ...rest].join(''))

/** A person, a place and a heap of words. */
const sentences = () =>
  fc.record({
    as: fc.constantFrom(...people),
    in: fc.constantFrom<Said['in']>('group', 'private', 'reply'),
    text: heaps(),
    addressed: fc.boolean(),
    replyTo: fc.constantFrom(1, 3, 4, 8, 10, 11, undefined),
  })

const PROVE = process.env.DUBAN_PROVE !== undefined

test(`no heap of words makes the bot fail, or change anything without saying so`, {
  timeout: PROVE ? 1_800_000 : 60_000,
}, async () => {
  const acted = new Set<string>()
  await fc.assert(
    fc.asyncProperty(sentences(), async (said) => {
      const { outcome, says, command } = await read(said)
      expect(outcome).not.toBe('fault')
      if (outcome === 'ignore') expect([says, written]).toEqual(['', []])
      else expect(says).not.toBe('')
      if (written.length > 0) expect(outcome).toBe('act')
      // Several lines may have said different things.
      if (written.length > 0 && !said.text.includes('\n')) expect(command).not.toBeNull()
      if (outcome === 'act' && written.length > 0) acted.add(command ?? '')
    }),
    { numRuns: PROVE ? 50_000 : 3000 },
  )
  // Else nothing was tried.
  expect(acted.size).toBeGreaterThan(3)
})

test('and when all were read the office is as it was', async () => {
  const look = () => store.look(async (bound) => (await bound.journal.verify()).lines)
  const before = await look()
  expect(
    (await read({ as: '科长', in: 'private', text: '签收 11', addressed: true })).outcome,
  ).toBe('act')
  expect(written).toEqual(['签收'])
  expect(await look()).toBe(before)
})
