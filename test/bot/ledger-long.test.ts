/** A ledger beyond what is printed: written while it is read, whole, in order, and nobody waits for it. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { deliverer } from '../../src/bot/deliver.ts'
import { hearing } from '../../src/bot/hear.ts'
import type { Outgoing, Send } from '../../src/bot/message.ts'
import { handPress, type Press } from '../../src/bot/press.ts'
import { type Matter, type NewMatter, untouched } from '../../src/domain/matter/matter.ts'
import type { Person } from '../../src/domain/people/person.ts'
import { readLedger } from '../../src/views/ledger-reading.ts'
import type { Lines, LongSheet } from '../../src/views/long-sheet.ts'
import { readSheets } from '../../src/views/sheet.ts'
import { lasting } from '../admin/keeper.ts'
import { type Busy, busyOffice } from '../busy.ts'

const MANY = 2_020
const DAY = 86_400_000

let busy: Busy
let chen: Person
let wang: Person
let all: Matter[]
let whole: Awaited<ReturnType<Busy['says']>>

beforeAll(async () => {
  busy = await busyOffice(lasting(), 31)
  chen = busy.directory.named('陈静')[0]!
  wang = busy.directory.named('王强')[0]!
  const leads = [...busy.directory.units.values()].filter((unit) => unit.kind === 'department')
  await busy.store.turn(async (store) => {
    for (let n = 0; n < MANY; n++) {
      const due = busy.now() + ((n * 7919) % 90) * DAY
      const one: NewMatter = {
        ...untouched,
        title: n % 100 === 0 ? `=HYPERLINK("http://a.cn","第${n}件")` : `报送第${n}批进展`,
        basis: n % 3 ? null : '+1',
        source: '交办',
        origin: 'office',
        assigner: chen.id,
        lead: leads[n % leads.length]!.id,
        proposed: null,
        handler: null,
        status: n % 5 ? 'in_progress' : 'closed_out',
        urgent: n % 7 ? null : '汛情',
        start: busy.now(),
        due,
        firstDue: due,
        closing: null,
        closed: n % 5 ? null : busy.now(),
        chat: null,
        created: busy.now(),
        changed: busy.now(),
      }
      await store.matters.insert({ ...(await store.matters.number(one, '2026')), rev: 3, head: '' })
    }
  })
  all = await busy.store.look((store) => store.ledger.page({ open: 'both' }, { limit: MANY + 1 }))
  whole = await busy.says(chen, '台账 导出 全部')
}, 60_000)
afterAll(() => busy.close())

/** A deliverer that keeps what it sends. */
function posting() {
  const sent: Outgoing[] = []
  const send: Send = async (out) => {
    sent.push(out)
    return { message: `om_${sent.length}` }
  }
  const post = deliverer(busy.office, send, hearing(busy.office), 'test')
  return { sent, post }
}

const wordsOf = (sent: Outgoing[]) =>
  sent.flatMap((out) => (out.kind === 'send' && 'lines' in out.content ? out.content.lines : []))

describe('台账 导出 of more than an office prints', () => {
  test('holds every matter once, in the order of the list, with its version', async () => {
    const { heard, files } = whole
    expect(heard.reply).toContain('1000件以上，表格做好后私聊发给您')
    const [read] = await readSheets(files[0]!.bytes)
    const formals = read!.rows.slice(1).map((row) => row[1])
    expect(formals).toEqual(all.map((one) => one.formal))
    const { rows, findings } = readLedger([read!])
    expect(findings).toEqual([])
    expect(new Set(rows.map((row) => row.rev))).toEqual(new Set([3]))
  })

  test('keeps typed text as text', async () => {
    const [sheet] = (await readXlsx(whole.files[0]!.bytes)).sheets
    const cells = [...(sheet?.cells?.values() ?? [])]
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([])
    const titles = sheet!.rows.slice(1).map((row) => row[2])
    expect(titles).toEqual(all.map((one) => one.title))
  })

  test('shows nobody more than his own unit', async () => {
    const { files } = await busy.says(wang, '台账 导出 全部')
    const [read] = await readSheets(files[0]!.bytes)
    const own = all.filter((one) => one.lead === wang.unit).map((one) => one.formal)
    expect(read!.rows.slice(2).map((row) => row[1])).toEqual(own)
  })

  /** Asks for the paper, then has it made by another press. */
  async function ordered(roll: Press['roll']) {
    const { office } = busy
    const { post, sent } = posting()
    await post.deliver()
    sent.length = 0
    const { press } = office
    onTestFinished(() => {
      office.press = press
    })
    office.press = { ...press, roll: async () => new Uint8Array() }
    await busy.says(chen, '台账 导出 全部')
    office.press = { ...press, roll }
    return { post, sent, files: () => sent.filter((out) => out.kind === 'file') }
  }

  test('beyond what the platform takes is told to the asker, with what to ask for instead', async () => {
    const tooSmall = (sheet: LongSheet, lines: Lines) => handPress.roll(sheet, lines, 10_000)
    const { post, sent, files } = await ordered(tooSmall)
    await post.deliver()
    expect(files()).toEqual([])
    expect(wordsOf(sent).join('\n')).toMatch(/超过30MB.*请按科室、月份或状态缩小范围.*E-LEDGER-2/)
  })

  test('holds up nobody’s answer while it is made', async () => {
    let begun = () => {}
    let goOn = () => {}
    const making = new Promise<void>((done) => {
      begun = done
    })
    const wait = new Promise<void>((done) => {
      goOn = done
    })
    const { post, sent, files } = await ordered(async (...asked) => {
      begun()
      await wait
      return handPress.roll(...asked)
    })
    const delivered = post.deliver()
    await making
    await busy.says(wang, '帮助')
    const answered = () =>
      sent.some((out) => 'to' in out && 'person' in out.to && out.to.person === wang.openId)
    while (!answered()) {
      void post.deliver()
      await new Promise((done) => setImmediate(done))
    }
    expect(files()).toEqual([])
    goOn()
    await delivered
    expect(files()).toHaveLength(1)
  }, 20_000)

  test('stays with whoever makes it, however long that takes', async () => {
    const other = posting()
    const { post, files } = await ordered(async (sheet, lines, most) => {
      async function* slowly() {
        for await (const some of lines) {
          busy.setNow(busy.now() + 20_000)
          yield some
        }
      }
      const file = await handPress.roll(sheet, slowly(), most)
      await other.post.deliver()
      return file
    })
    const from = busy.now()
    await post.deliver()
    expect(busy.now() - from).toBeGreaterThan(300_000)
    expect(other.sent).toEqual([])
    expect(files()).toHaveLength(1)
  })

  test('is made again when it could not be made, and sent once', async () => {
    let tries = 0
    const { post, files } = await ordered(async (...asked) => {
      tries += 1
      if (tries === 1) throw new Error('out of memory')
      return handPress.roll(...asked)
    })
    await post.deliver()
    expect(files()).toEqual([])
    busy.setNow(busy.now() + 60_000)
    await post.deliver()
    expect(files()).toHaveLength(1)
  })
})
