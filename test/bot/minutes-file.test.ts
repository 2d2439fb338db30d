/** Minutes dropped in as a file: .docx with lists and tables, .txt as Windows writes it; what is no document is declined. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/views/document-reading.ts'
import { openWorld, personNamed, type World } from '../world.ts'

const paper = () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) })
  const table = new Table({
    rows: [
      row('序号', '事项', '责任单位', '完成时限'),
      row('1', '拿出融资方案', '金融科', '12月4日'),
      row('2', '兑付贴息资金', '国库科、金融科', '12月10日'),
    ],
  })
  const sections = [
    {
      children: [
        new Paragraph('服务企业周例会第148次会议纪要'),
        new Paragraph('会议听取了金融科的汇报。'),
        table,
        new Paragraph({ text: '预算科核对底数 <3家 & 以上>，12月8日前', bullet: { level: 0 } }),
      ],
    },
  ]
  return Packer.toBuffer(new Document({ sections }))
}

describe('a document', () => {
  test('gives a line for a paragraph, a row and an item', async () => {
    expect(
      (await readDocument('纪要.docx', await paper())).split('\n').map((line) => line.trim()),
    ).toEqual([
      '服务企业周例会第148次会议纪要',
      '会议听取了金融科的汇报。',
      '序号\t事项\t责任单位\t完成时限',
      '1\t拿出融资方案\t金融科\t12月4日',
      '2\t兑付贴息资金\t国库科、金融科\t12月10日',
      '• 预算科核对底数 <3家 & 以上>，12月8日前',
    ])
  })

  test('a text is read in UTF-8, in UTF-16 and in what Windows writes in China', async () => {
    // 金融科 in GB18030.
    const gb = Uint8Array.from([0xbd, 0xf0, 0xc8, 0xda, 0xbf, 0xc6])
    expect(await readDocument('a.txt', gb)).toBe('金融科')
    expect(await readDocument('a.TXT', new TextEncoder().encode('金融科'))).toBe('金融科')
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('金融科', 'utf16le')])
    expect(await readDocument('a.txt', wide)).toBe('金融科')
  })

  test.each([
    ['旧.doc', [0xd0, 0xcf, 0x11, 0xe0, 1, 2], '旧格式'],
    ['假.docx', [1, 2, 3, 4], '不是可用的 .docx'],
    ['空.docx', [], '不是可用的 .docx'],
    ['半.docx', [0x50, 0x4b, 0x03, 0x04, 0, 0], '不是可用的 .docx'],
  ])('%s is declined in words', async (name, bytes, say) => {
    await expect(readDocument(name, Uint8Array.from(bytes))).rejects.toMatchObject({
      code: 'E-DOC-1',
      say: expect.stringContaining(say),
    })
  })

  test('a zip that is no document is declined too', async () => {
    const zip = Buffer.from(
      'UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIUAAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==',
      'base64',
    )
    await expect(readDocument('a.docx', zip)).rejects.toMatchObject({ code: 'E-DOC-1' })
  })
})

describe('dropped into the chat', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  async function drop(who: string, name: string, bytes: Uint8Array): Promise<string> {
    world.received(who)
    await world.ground.street.sendFile(personNamed(who).openId, 'bot', name, bytes)
    await world.ground.bot.settled()
    await world.ground.bot.settled()
    return world.received(who).join('\n')
  }

  test('a .docx becomes drafts of the meeting it names, a .txt of the one its name tells', async () => {
    const answer = await drop('刘洋', '会议纪要.docx', await paper())
    expect(answer).toContain('服务企业周例会第148次 议定事项（3条）')
    expect(answer).toContain('1. 拿出融资方案 · 金融科 · 12月4日 周五')
    expect(answer).toContain('2. 兑付贴息资金 · 国库科（协办 金融科） · 12月10日 周四')
    const text = new TextEncoder().encode('由金融科牵头，12月5日前拿出办法')
    expect(await drop('刘洋', '招商引资周例会第3次.txt', text)).toContain(
      '招商引资周例会第3次 议定事项（1条）',
    )
    expect(
      await drop('刘洋', '招商引资周例会.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])),
    ).toContain('E-DOC-1')
  })

  test('of somebody whose it is not nothing is read', async () => {
    expect(await drop('王强', '纪要.docx', await paper())).toContain('E-FILE-1')
  })
})
