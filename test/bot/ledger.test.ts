/** 台账: the card with its choices, and the paper that the office prints. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import type { Card } from '../../src/card/types.ts'
import { lightOf } from '../../src/domain/matter/light.ts'
import { isOpen, type Matter } from '../../src/domain/matter/matter.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import { ledgerSheet } from '../../src/views/ledger-sheet.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'
import { lasting } from '../admin/keeper.ts'
import { type Busy, busyOffice } from '../busy.ts'
import { cardWords, openWorld, personNamed } from '../world.ts'

let busy: Busy
let chen: Person
let all: Matter[]

beforeAll(async () => {
  busy = await busyOffice(lasting(), 23)
  await busy.goOn(400)
  chen = busy.directory.named('陈静')[0]!
  all = await busy.store.look((store) => store.ledger.page({ open: 'both' }, { limit: 5000 }))
}, 120_000)
afterAll(() => busy.close())

const unit = (name: string) => busy.directory.unitNamed(name)!.id

/** What the whole list holds, over all its pages. */
async function listed(who: Person, sentence: string): Promise<number[]> {
  const ids: number[] = []
  for (let page = 1; ; page++) {
    const [card] = (await busy.says(who, `${sentence} 第${page}页`)).cards
    expect(checkCard(card).ok).toBe(true)
    const words = cardWords(card!)
    ids.push(...[...words.matchAll(/^(?:\S+ )?(\d+)号 /gmu)].map((hit) => Number(hit[1])))
    if (!words.includes('[下一页]')) return ids
  }
}

describe('台账 narrows', () => {
  const cases: [string, (matter: Matter) => boolean][] = [
    ['台账', isOpen],
    ['台账 预算科', (one) => isOpen(one) && one.lead === unit('预算科')],
    ['预算科台账', (one) => isOpen(one) && one.lead === unit('预算科')],
    ['台账 批示 待审核', (one) => one.source === '批示' && one.status === 'close_requested'],
    ['台账 待审核 批示', (one) => one.source === '批示' && one.status === 'close_requested'],
    ['台账 已销号', (one) => one.status === 'closed_out'],
    ['台账 全部 科内', (one) => one.source === '科内'],
    ['台账 红灯', (one) => lightOf(one, busy.now(), busy.office.calendar()) === 'red'],
    ['台账 逾期', (one) => lightOf(one, busy.now(), busy.office.calendar()) === 'red'],
    ['台账 资金', (one) => isOpen(one) && one.title.includes('资金')],
    ['台账 整改', (one) => isOpen(one) && one.title.includes('整改')],
    ['台账 郑国栋', (one) => isOpen(one) && inFieldOf('郑国栋', one)],
    [
      '台账 本月',
      (one) =>
        [one.created, one.due, one.closed ?? 0].some(
          (at) => dayOf(at).slice(0, 7) === dayOf(busy.now()).slice(0, 7),
        ),
    ],
  ]
  function inFieldOf(leader: string, { lead }: Matter): boolean {
    const id = busy.directory.named(leader)[0]!.id
    return (
      busy.directory.units.get(lead)?.charge === id ||
      (lead === unit('督查室') && busy.directory.units.get(unit('办公室'))?.charge === id)
    )
  }

  test.each(cases)('%s', async (sentence, fits) => {
    const expected = all.filter(fits).map((one) => one.id)
    expect(expected.length).toBeGreaterThan(0)
    expect((await listed(chen, sentence)).sort((a, b) => a - b)).toEqual(
      expected.sort((a, b) => a - b),
    )
  })

  test('to his own unit for everybody else', async () => {
    const [wang] = busy.directory.named('王强')
    const home = wang!.unit
    const expected = all.filter((one) => isOpen(one) && one.lead === home).map((one) => one.id)
    expect((await listed(wang!, '台账')).sort()).toEqual(expected.sort())
    expect((await busy.says(wang!, '台账 预算科')).heard.reply).toContain(
      '由本单位人员、局领导和督查室查看',
    )
  })
})

describe('台账 on paper', () => {
  test('has the columns, the merged title and the page of the office’s own layout', async () => {
    const { files, heard } = await busy.says(chen, '台账 导出 预算科')
    expect(heard.reply).toMatch(/台账 · 预算科共\d+件，表格做好后私聊发给您。/)
    const [file] = files
    expect(file?.name).toMatch(/^督办台账-预算科-\d{4}-\d\d-\d\d\.xlsx$/)
    const book = await readXlsx(file!.bytes)
    const [sheet] = book.sheets
    expect(sheet?.rows[1]).toEqual(
      '序号 编号 事项 来源依据 责任单位 责任人 交办时间 办结时限 进展情况 状态 备注'.split(' '),
    )
    expect(String(sheet?.rows[0]?.[0])).toContain('督办台账 · 预算科')
    expect(sheet?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 10 }])
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 })
    const expected = all.filter((one) => isOpen(one) && one.lead === unit('预算科'))
    expect(sheet?.rows.slice(2).map((row) => row[1])).toEqual(expected.map((one) => one.formal))
  })

  test('a title that would calculate stays text', async () => {
    const [first] = all
    const evil = { ...first!, title: '=HYPERLINK("http://a.cn","点我")', basis: '+1', report: null }
    const seen = { directory: busy.directory, calendar: busy.office.calendar(), now: busy.now() }
    const bytes = await writeSheets([ledgerSheet('台账', [evil], seen)], busy.now())
    const cells = [...((await readXlsx(bytes)).sheets[0]?.cells?.values() ?? [])]
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([])
    expect((await readSheets(bytes))[0]?.rows[2]?.[2]).toBe(evil.title)
  })

  test('is refused when there is nothing on it', async () => {
    expect((await busy.says(chen, '台账 导出 挂起')).heard.reply).toContain('没有事项，不用导出')
  })
})

test('a choice on the card changes the card in place, and the file goes to the asker alone', async () => {
  const world = await openWorld({ story: true })
  try {
    await world.says('陈静', '台账')
    const place = personNamed('陈静').openId
    const { street } = world.ground
    const newest = () => street.cards(place).at(-1)!
    const { message, card } = newest()
    const field = selectIn(card as Card, 'unit')
    const before = street.messages(place).length
    const tapped = await street.tap(place, message, {
      tag: 'select_static',
      name: 'unit',
      value: field.behaviors[0]!.value,
      option: '预算科',
    })
    await world.ground.bot.settled()
    expect(tapped.error).toBeUndefined()
    expect(street.messages(place).length).toBe(before)
    expect(cardWords(newest().card as Card)).toContain('台账 · 预算科')
    await world.says('陈静', '台账 导出', '督办工作群')
    const files = street.messages(place).filter((one) => one.type === 'file')
    expect(files).toHaveLength(1)
  } finally {
    await world.close()
  }
}, 120_000)

function selectIn(card: Card, name: string): { behaviors: { value: unknown }[] } {
  let found: unknown
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    else if (node && typeof node === 'object') {
      const { tag, name: own } = node as { tag?: string; name?: string }
      if (tag === 'select_static' && own === name) found = node
      for (const value of Object.values(node)) visit(value)
    }
  }
  visit(card.body.elements)
  return found as { behaviors: { value: unknown }[] }
}
