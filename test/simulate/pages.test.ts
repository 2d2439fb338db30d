/** How a page is read and held against its recount: what is missing, astray or too much on it is found. */
import { describe, expect, test } from 'vitest'
import { card, hr, note, table, tappable, text } from '../../src/card/build.ts'
import type { Element } from '../../src/card/types.ts'
import { nothingPrepared } from '../../src/domain/meeting/preparation.ts'
import { nextMeeting, type Series } from '../../src/domain/meeting/series.ts'
import { calendarOf } from '../../src/domain/time/calendar.ts'
import { notices } from '../../src/domain/time/notices.ts'
import { personOf } from '../../src/sample/people.ts'
import { rounds } from '../../src/sample/rounds.ts'
import { at } from '../../src/simulate/almanac.ts'
import { heldBetween } from '../../src/simulate/meeting-days.ts'
import { type DuePart, partsDiffer, shownIn } from '../../src/simulate/shown-page.ts'
import { weekDiffers } from '../../src/simulate/week-recount.ts'

const lines = (from: number, to: number): Element[] =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    tappable(`查 ${from + i}`, [text(`🟡 ${from + i}号 报送材料 · 王强 · 办理中`)]),
  )
const asLines = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ` ${from + i}号`)
const shown = (...elements: Element[]) => shownIn(card({ title: '今日待办', elements }))

const due: DuePart[] = [
  { heading: '今天到期', count: 2, lists: asLines(3, 4) },
  { heading: '已逾期', count: 0, lists: [] },
  { heading: '并入的消息', count: 1, lists: [''] },
]

describe('a page', () => {
  test('that has what is due differs in nothing', () => {
    const page = shown(
      note('今天到期（2）'),
      ...lines(3, 4),
      hr(),
      note('并入的消息（1，见上）'),
      text('12号已准予延期'),
      note('另有3件，请说“待办 今天”查看。'),
      text('不在任何标题之下'),
    )
    expect(partsDiffer(page, due)).toEqual([])
  })

  test.each([
    ['a number', [note('今天到期（3）'), ...lines(3, 4)]],
    ['a part too few', [note('今天到期（2）'), ...lines(3, 4)]],
    [
      'a line too few',
      [note('今天到期（2）'), ...lines(3, 3), note('并入的消息（1）'), text('一')],
    ],
    [
      'another matter',
      [note('今天到期（2）'), ...lines(4, 5), note('并入的消息（1）'), text('一')],
    ],
    [
      '13号 for 3号',
      [note('今天到期（2）'), ...lines(13, 14), note('并入的消息（1）'), text('一')],
    ],
    [
      'a part too many',
      [note('今天到期（2）'), ...lines(3, 4), note('已逾期（1）'), ...lines(5, 5)],
    ],
    ['another order', [note('并入的消息（1）'), text('一'), note('今天到期（2）'), ...lines(3, 4)]],
  ])('that differs in %s is found', (_, elements) => {
    expect(partsDiffer(shown(...elements), due)).toHaveLength(1)
  })

  test('has twelve lines where more is due, and none is silent', () => {
    const many: DuePart[] = [
      { heading: '今天到期', count: 20, lists: asLines(1, 20) },
      { heading: '已逾期', count: 2, lists: asLines(21, 22) },
    ]
    const [today, late] = [note('今天到期（20）'), note('已逾期（2）')]
    expect(partsDiffer(shown(today, ...lines(1, 11), late, ...lines(21, 21)), many)).toEqual([])
    for (const [a, b] of [
      [11, 22],
      [10, 21],
    ] as const)
      expect(partsDiffer(shown(today, ...lines(1, a), late, ...lines(21, b)), many)).toHaveLength(1)
    expect(partsDiffer(shown(today, ...lines(1, 12), late), many)).toHaveLength(1)
  })

  test('of a week tells its sums and its units, each figure', () => {
    const units = [
      ['预算科', 3, 1, 2, 0, 1],
      ['金融科', 0, 0, 1, 4, 0],
    ] as const
    const columns = ['unit', 'fell', 'owed'].map((name) => ({ name, label: name }))
    const said = (words: string, rows: { [name: string]: string | number }[]) =>
      shown(text(words), table({ columns, rows }))
    const right = said('上周（1月10日至16日）到期3件，其中未办结1件；销号3件。', [])
    expect(weekDiffers({ ...right, units: [...units] }, units, true)).toEqual([])
    expect(weekDiffers(right, units, true)).toHaveLength(1)
    const wrong = said('上周（1月10日至16日）到期3件，均已办结或待审核；销号3件。', [])
    expect(weekDiffers({ ...wrong, units: [...units] }, units, true)).toHaveLength(1)
    expect(shown(table({ columns, rows: [{ unit: '预算科', fell: 3, owed: 1 }] })).units).toEqual([
      ['预算科', 3, 1],
    ])
    const none = shown(text('上周（1月10日至16日）没有到期和销号的事项。'))
    expect(weekDiffers(none, [], true)).toEqual([])
    expect(weekDiffers(none, [], false)).toHaveLength(1)
  })
})

test('the rounds of the whole year are held on the days that the almanac gives them', () => {
  const calendar = calendarOf(notices)
  const [from, to] = [at('2022-01-04', '8:20'), at('2022-12-30', '18:00')]
  const held = heldBetween(from, to)
  for (const { name, kind, rule, restDay, study, leader } of rounds) {
    const weekly = 'weekday' in rule
    const series: Series = {
      ...{ id: 1, name, kind, restDay, study, leader: leader ?? '', unit: null, support: [] },
      ...{ secretary: 1, chat: null, held: 0, off: [], extra: [], ended: false, rev: 0, head: '' },
      prepared: nothingPrepared,
      rule: weekly
        ? {
            ...{ every: 'week', step: 1, from: '2021-12-31' },
            ...{ weekdays: [rule.weekday], clock: rule.clock },
          }
        : rule,
    }
    const moments: number[] = []
    const after = (moment: number) => nextMeeting(series, moment, calendar)
    for (let next = after(from); next < to; next = after(next)) moments.push(next)
    const own = held.filter((one) => one.name === name)
    expect([...new Set(own.map((one) => one.at))], name).toEqual(moments)
    expect(own.every((one) => one.leader === (leader ? personOf(leader).name : ''))).toBe(true)
  }
})
