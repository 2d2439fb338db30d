import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { Declined } from '../../src/domain/declined.ts'
import { readSheets, writeSheets } from '../../src/views/sheet.ts'
import { workbook, zip } from './workbook.ts'

const tab = (inside: string) => readSheets(zip(workbook([{ name: '表', inside }])))
const cells = async (inside: string) => (await tab(`<sheetData>${inside}</sheetData>`))[0]?.rows
const refusal = (bytes: Uint8Array) =>
  readSheets(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof Declined ? error.code : error),
  )

describe('a workbook made elsewhere', () => {
  it('gives a formula by its last value, and as text when it was never calculated', async () => {
    const row = `<row r="1">
      <c r="A1"><f>1+1</f><v>2</v></c>
      <c r="B1" t="str"><f>"共"&amp;2</f><v>共2</v></c>
      <c r="C1"><f>SUM(A1:A9)</f></c>
      <c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
      <c r="E1" t="str"><f>IF(1,"")</f><v></v></c>
      <c r="F1" t="b"><v>1</v></c></row>`
    expect(await cells(row)).toEqual([[2, '共2', '=SUM(A1:A9)', '#DIV/0!', null, '是']])
  })

  it('gives dates as days, whatever the format, with the time where there is one', async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>46361</v></c><c r="B1" s="2"><v>46361</v></c>
      <c r="C1" s="3"><v>46361.749999</v></c><c r="D1"><v>46361</v></c>
      <c r="E1" s="3"><v>0.375</v></c><c r="F1" s="1"><v>1e15</v></c></row>`
    expect(await cells(row)).toEqual([
      ['2026-12-05', '2026-12-05', '2026-12-05 18:00', 46361, '09:00', '######'],
    ])
  })

  it('gives the value of a merged area in its first cell', async () => {
    const inside = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>整改</t></is></c><c r="B1"/></row>
      <row r="3"><c r="C3"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`
    expect((await tab(inside))[0]?.rows).toEqual([['整改'], [], [null, null, 3]])
  })

  it('is read without its hidden tabs', async () => {
    const inside = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    const read = await readSheets(
      zip(
        workbook([
          { name: '字典', state: 'hidden', inside },
          { name: '台账', inside },
          { name: '暗', state: 'veryHidden', inside },
        ]),
      ),
    )
    expect(read.map((sheet) => sheet.name)).toEqual(['台账'])
  })

  it('may format a cell in the last corner without costing the memory for all between', async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    expect(await cells(far)).toEqual([[1]])
  })
})

describe('an upload', () => {
  const good = () => workbook([{ name: '表', inside: '<sheetData/>' }])

  it('is taken when it is a sound workbook, an empty one too', async () => {
    expect(await refusal(zip(good()))).toBe('taken')
  })

  it('over 20 MB is declined unread', async () => {
    expect(await refusal(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('E-SHEET-1')
  })

  it('in the old format is sent back with what to do', async () => {
    const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    const declined = await readSheets(xls).catch((error: unknown) => error)
    expect(declined).toMatchObject({
      code: 'E-SHEET-2',
      say: expect.stringContaining('请另存为 .xlsx'),
    })
  })

  it('locked with a password is told from the old format', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: '表', rows: [['密']] }],
      encryption: { password: 'p', spinCount: 10 },
    })
    const declined = await readSheets(locked).catch((error: unknown) => error)
    expect(declined).toMatchObject({ code: 'E-SHEET-3', say: expect.stringContaining('密码') })
  })

  it('that unpacks to more than 50 MB is declined before it is unpacked', async () => {
    const bomb = zip([...good(), { name: 'xl/media/a.bin', bytes: Buffer.alloc(51 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toBe('E-SHEET-4')
    const half = { bytes: Buffer.alloc(26 * 1024 * 1024) }
    const parts = [...good(), { name: 'a', ...half }, { name: 'b', ...half }]
    expect(await refusal(zip(parts))).toBe('E-SHEET-4')
  })

  it.each([
    ['that it is empty', { size: 0 }],
    ['that it is small', { size: 100 }],
    ['that nothing is packed', { packed: 0 }],
    ['a size beyond 32 bits', { size: 0xffffffff }],
  ])('whose directory claims %s cannot smuggle a bomb in', async (_, claims) => {
    const padding = Buffer.alloc(8 * 1024 * 1024, ' ')
    const bomb = good().map((entry) =>
      entry.name === 'xl/workbook.xml'
        ? { ...entry, bytes: Buffer.concat([entry.bytes, padding]), claims }
        : entry,
    )
    expect(await refusal(zip(bomb))).toMatch(/^E-SHEET-[45]$/)
  })

  it('with a second directory behind zip64 sentinels is declined', async () => {
    const bytes = Buffer.from(zip(good()))
    bytes.writeUInt32LE(0xffffffff, bytes.length - 22 + 12)
    expect(await refusal(bytes)).toBe('E-SHEET-5')
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('姓名,部门\n李娜,金融科\n')],
    ['another zip', zip([{ name: 'word/document.xml', bytes: Buffer.from('<w/>') }])],
    ['a zip without its end', Buffer.from(zip(good())).subarray(0, 300)],
  ])('that holds %s is declined in a finished sentence', async (_, bytes) => {
    const declined = await readSheets(bytes).catch((error: unknown) => error)
    expect(declined).toMatchObject({ code: 'E-SHEET-5', say: expect.stringMatching(/请.*\.xlsx/) })
  })

  it('that was damaged anywhere is read or declined, never a fault', async () => {
    const columns = [{ title: '姓名' }, { title: '部门' }]
    const sound = await writeSheets([{ name: '表', columns, rows: [['李娜', '金融科']] }], 0)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat(sound.length)),
        async (bites, cut) => {
          const bytes = sound.slice(0, cut ?? sound.length)
          for (const [where, value] of bites) if (where < bytes.length) bytes[where] = value
          expect(await refusal(bytes)).toMatch(/^(taken|E-SHEET-[3456])$/)
        },
      ),
      { numRuns: 120 },
    )
  })
})
