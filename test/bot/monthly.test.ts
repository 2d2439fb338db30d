/** 月讲评: drafted from the ledger, heard for three working days, approved, told once; every number can be found again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Review } from '../../src/domain/review/review.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let dir: string

/** Through the whole life of a matter, to its striking off. */
async function closeOut(id: number, head: string) {
  await world.says(head, `签收并分办 ${id} @${head}`)
  await world.says(head, `办结 ${id} 已报送`)
  await world.says('陈静', `同意 ${id}`)
  await world.says('陈静', `销号 ${id}`)
}

const kept = () =>
  world.ground.bot.office.store.look(
    async (store) => (await store.reviews.get('2026-10')) as Review,
  )

/** The newest file the bot sent, by a part of its name. */
function sentFile(part: string): Buffer {
  const { files } = world.ground.street.snapshot() as { files: { name: string; base64: string }[] }
  return Buffer.from(files.filter((one) => one.name.includes(part)).at(-1)!.base64, 'base64')
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-monthly-'))
  // The last working day of October 2026, a Friday.
  world = await openWorld({ dir, at: Date.parse('2026-10-30T09:00:00+08:00') })
  await world.says('马晓东', '每日条数 20')
  await world.says('陈静', '交办 预算科 报送三季度自评 10月30日17:00前')
  await world.says('陈静', '交办 金融科 摸排企业需求 10月30日17:30前')
  await world.says('陈静', '交办 国库科 核对疑点 11月6日前')
  await closeOut(1, '杜建华')
}, 60_000)
afterAll(async () => {
  await world.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('a month’s review', () => {
  test('of the month that still lasts says until when it was counted, and cannot be circulated', async () => {
    const shown = await world.says('陈静', '讲评 10月')
    expect(shown).toContain('截至10月30日')
    expect(shown).not.toContain('[征求意见]')
    expect(await world.says('陈静', '讲评 10月 征求意见')).toContain('E-REVIEW-2')
    expect(await world.says('陈静', '讲评 2027年3月')).toContain('E-REVIEW-2')
    expect(await world.says('杜建华', '讲评 10月')).toContain('E-REVIEW-3')
    expect(await world.says('邹雪晴', '讲评 10月')).toContain('E-RIGHT-1')
  })

  test('of a month without closed matters says so plainly', async () => {
    const shown = await world.says('陈静', '9月讲评')
    expect(shown).toContain('2026年9月督办工作讲评')
    expect(shown).toContain('9月没有新交办、办结和到期的督办事项，不作讲评')
  })

  test('says each number with its denominator, and names no person and no unit that did badly', async () => {
    await world.turnsTo('2026-11-02 08:40')
    const shown = await world.says('陈静', '上月讲评')
    expect(shown).toContain('10月新交办3件')
    expect(shown).toContain('按时办结率100%（按时办结1件÷办结1件）')
    expect(shown).toContain('到期办结率50%（已办结1件÷到期2件）')
    expect(shown).toContain('逾期未交1件')
    expect(shown).toContain('样本不足，不作比较')
    const paragraphs = shown.split('\n').filter((line) => /^[一二三四五]、/.test(line))
    expect(paragraphs.length).toBe(5)
    expect(paragraphs.join('')).not.toMatch(/金融科|李娜|杜建华/)
  })

  test('has for every number a query that finds it again, by plain SQL', async () => {
    const { figures } = await kept()
    expect(figures.length).toBeGreaterThan(20)
    const sql = new Database(join(dir, 'practice.db'), { readonly: true })
    const again = figures.map((one) => (sql.prepare(one.sql).get() as { n: number }).n)
    sql.close()
    expect(again).toEqual(figures.map((one) => one.value))
    expect(figures.some((one) => one.value > 0)).toBe(true)
    const shown = await world.says('陈静', '讲评 10月 数据来源')
    expect(shown).toContain('2026年10月 按时办结：1件')
    expect(shown).toContain('select count(*) as n from ledger where')
    expect(sentFile('数据来源').length).toBeGreaterThan(1000)
  })

  test('goes out as a document with the drawing as SVG and as PNG', async () => {
    expect(await world.says('李明远', '讲评 10月 导出')).toContain('已私聊发给您')
    const names = entriesOf(sentFile('.docx'))
    const svg = [...names].find(([name]) => name.endsWith('.svg'))
    const png = [...names].find(([name]) => name.endsWith('.png'))
    expect(svg?.[1].toString()).toContain('<polyline')
    expect(svg?.[1].toString()).not.toContain('<text')
    expect(png?.[1].subarray(1, 4).toString()).toBe('PNG')
    expect(names.get('word/document.xml')?.toString()).toContain('按时办结率')
  })

  test('is heard by the units concerned for three working days; nobody can publish it before', async () => {
    world.received('李娜')
    expect(await world.says('李明远', '讲评 10月 征求意见')).toContain('E-RIGHT-1')
    await world.says('陈静', '讲评 10月 征求意见')
    expect(await world.says('陈静', '撤销')).toContain('已撤销：讲评征求意见')
    expect((await kept()).state).toBe('draft')
    expect(world.received('李娜').join('\n')).toContain('已撤回，请以后续通知为准')
    expect(await world.says('陈静', '讲评 10月 征求意见')).toContain('异议期到 11月5日 周四 18:00')
    const heard = world.received('李娜').join('\n')
    expect(heard).toContain('金融科：当月没有办结的事项')
    expect(heard).toContain('[提出异议]')
    expect(heard).not.toContain('预算科')
    expect(await world.says('陈静', '讲评 10月 征求意见')).toContain('E-REVIEW-1')
    expect(await world.says('李明远', '同意 讲评 10月')).toContain('E-REVIEW-6')
    expect(await world.says('韩立峰', '同意 讲评 10月')).toContain('请由李明远审定')
    expect(await world.says('陈静', '讲评 10月 审定人 @邹雪晴')).toContain('E-REVIEW-10')
    expect(await world.says('陈静', '讲评 10月 审定人 @韩立峰')).toContain('由韩立峰审定')
    expect(await world.says('韩立峰', '退回 讲评 10月')).toContain('E-TEXT-2')
    expect(await world.says('韩立峰', '退回 讲评 10月 请补充原因')).toContain('已退回督查室')
    expect(await world.says('韩立峰', '撤销')).toContain('已撤销：退回讲评')
    expect(await kept()).toMatchObject({ state: 'open', returned: null })
  })

  test('an objection reaches the 督查室, is answered, and the corrected figure keeps the old one', async () => {
    world.received('陈静')
    await world.taps('李娜', '提出异议', undefined, { text: '2号已在10月30日办妥，系统未销号' })
    expect(world.received('陈静').join('\n')).toContain(
      '李娜对2026年10月督办工作讲评提出异议（第1条）',
    )
    expect(await world.says('邹雪晴', '异议 讲评 10月 不对')).toContain('E-RIGHT-1')
    expect(await world.says('陈静', '讲评 10月 更正')).toContain('E-REVIEW-9')
    await closeOut(3, await headOf(3))
    await world.says('陈静', '重办 1 企业反映未落实')
    world.received('杜建华')
    expect(await world.says('陈静', '讲评 10月 更正')).toContain('已更正')
    const review = await kept()
    const closed = review.corrections.find((one) => one.key === 'closed' && one.unit === null)
    expect(closed).toMatchObject({ was: 1, is: 0 })
    expect(await world.says('陈静', '讲评 10月')).toContain('2026年10月 当月办结：1 → 0（陈静')
    const lines = await world.ground.bot.office.store.look((store) => store.journal.of('office'))
    expect(lines.find((one) => one.verb === '讲评更正')?.text).toContain('2026年10月 当月办结 1→0')
    world.received('李娜')
    expect(await world.says('陈静', '答复异议 1 采纳，已核对')).toContain('第1条异议已答复')
    expect(world.received('李娜').join('\n')).toContain('已答复：采纳，已核对')
    expect(await world.says('陈静', '答复异议 1 再答一次')).toContain('E-REVIEW-12')
    expect(await world.says('陈静', '答复异议 9 没有')).toContain('E-REVIEW-11')
  })

  test('is put before the approver when the time is over, published once, with an entry for the audit', async () => {
    world.received('韩立峰')
    await world.turnsTo('2026-11-06 08:16')
    expect(world.received('韩立峰').join('\n')).toContain('[同意发布]')
    expect(await world.says('李娜', '异议 讲评 10月 还有一件')).toContain('E-REVIEW-4')
    for (const who of ['郑国栋', '杜建华']) world.received(who)
    world.inGroup('督办工作群')
    world.inGroup('预算科工作群')
    expect(await world.taps('韩立峰', '同意发布')).toContain('已同意发布')
    const shown = world.received('郑国栋').join('\n')
    expect(shown).toContain('2026年10月督办工作讲评')
    expect(shown).toContain('征求意见后更正')
    expect(world.inGroup('预算科工作群').join('\n')).toContain('韩立峰 11-06 08:16 同意发布')
    expect(await world.says('李明远', '同意 讲评 10月')).toContain('E-REVIEW-5')
    expect(world.received('郑国栋')).toEqual([])
    const lines = await world.ground.bot.office.store.look((store) => store.journal.of('office'))
    const audit = lines.filter((one) => one.verb === '讲评发布')
    expect(audit.map((one) => one.text)).toEqual([
      '2026年10月督办工作讲评；依据：周交办、月讲评制度；样本下限：5件；审定人：韩立峰',
    ])
    expect(await world.says('韩立峰', '撤销')).toContain('E-UNDO-3')
    expect((await kept()).state).toBe('published')
    expect((await world.ground.bot.office.store.look((s) => s.journal.verify())).broken).toEqual([])
  })
})

test('a month that cannot come up to its target is told once, on the 督查室’s morning page', async () => {
  const other = await openWorld({ at: Date.parse('2026-11-23T11:00:00+08:00') })
  onTestFinished(() => other.close())
  await other.says('陈静', '交办 金融科 报送进度 11月24日')
  await other.says('陈静', '交办 预算科 报送自评 11月27日')
  await other.says('陈静', '交办 国库科 核对疑点 12月3日')
  const pages = async (until: string) => {
    other.received('陈静')
    await other.turnsTo(until)
    return other.received('陈静').filter((one) => one.includes('按时办结率预计最高'))
  }
  expect(await pages('2026-11-24 09:00')).toEqual([])
  const told = await pages('2026-11-30 09:00')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(
    '11月按时办结率预计最高0%（当月到期2件，2件已过时限没有交），低于98%的目标',
  )
  expect(await pages('2026-12-01 09:00')).toEqual([])
  expect((await pages('2026-12-07 09:00')).join()).toContain('12月按时办结率预计最高0%')
})

async function headOf(id: number): Promise<string> {
  const matter = await world.matter(id)
  const { directory } = await world.ground.bot.office.store.look(async (store) => ({
    directory: await store.people.directory(),
  }))
  return directory.name(directory.units.get(matter.lead)?.head ?? null)
}

/** The files of a zip by name; enough for what Word writes. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    found.set(name, method === 8 ? inflateRawSync(packed) : packed)
  }
  return found
}
