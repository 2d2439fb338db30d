import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { Declined } from '../../src/domain/declined.ts'
import type { Cell } from '../../src/views/cell.ts'
import { TooHeavy, writeLong } from '../../src/views/long-sheet.ts'
import { readSheets, type Sheet, writeSheets } from '../../src/views/sheet.ts'

const at = Date.parse('2026-11-20T09:00:00Z')

type Write = (sheet: Sheet) => Promise<Uint8Array>
const printed: Write = (sheet) => writeSheets([sheet], at)
const long: Write = (sheet) => writeLong(sheet, slicesOf(sheet.rows), 1e9)

/** Two lines at a time, and an empty slice, as a store may give them. */
async function* slicesOf(rows: Sheet['rows']) {
  for (let n = 0; n < rows.length; n += 2) yield rows.slice(n, n + 2)
  yield []
}

async function roundTrip(sheet: Sheet, write: Write = printed): Promise<Cell[][]> {
  const [read] = await readSheets(await write(sheet))
  return read?.rows ?? []
}

describe.each([
  ['as the office prints it', printed],
  ['of any length', long],
])('a written table %s', (_, write) => {
  const oneCell = async (cell: Cell) =>
    (await roundTrip({ name: '表', columns: [{ title: '文' }], rows: [[cell]] }, write))[1]?.[0] ??
    null

  it.each([
    '=1+1',
    '=cmd|"/c calc"!A1',
    '+1',
    '-1+2',
    '@x',
    '\t=1',
    "'引号",
    '"双引号"',
    '第一行\n第二行',
    ' 前后有空格 ',
    '落实🟢🟡🔴',
    '<b>&amp;</b>]]>',
    '_x000D_ 与 _x0041_x0042_',
    '#N/A',
    '007',
    '1E5',
    '2026-12-05',
    'TRUE',
  ])('keeps %j as text', async (text) => {
    expect(await oneCell(text)).toBe(text)
  })

  it('never holds a formula', async () => {
    const rows = [['=1+1'], ['=cmd|"/c calc"!A1'], ['+1'], ['-1'], ['@SUM(A1)']]
    const columns = [{ title: '=TODAY()' }]
    const bytes = await write({ name: '表', title: '=NOW()', columns, rows })
    const [raw] = (await readXlsx(bytes)).sheets
    expect(raw?.rows.flat()).toContain('=1+1')
    expect([...(raw?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual(
      [],
    )
  })

  it('keeps whatever text is typed', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((one) => !/[\r\ufffe\uffff]/.test(one))
    // A whole number of many digits may be a card's.
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((n) => !/\d{12}/.test(String(n)) || /[.e]/.test(String(n)))
      .map((n) => n + 0)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, number), { maxLength: 6 }), async (rows) => {
        const columns = [{ title: '甲' }, { title: '乙' }, { title: '丙' }]
        const read = await roundTrip({ name: '表', columns, rows }, write)
        rows.forEach((row, r) => {
          row.forEach((cell, c) => {
            const back = read[r + 1]?.[c] ?? null
            expect(back).toEqual(cell === '' ? null : cell)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the lines of a text whichever way they were ended', async () => {
    expect(await oneCell('甲\r\n乙\r丙\n丁')).toBe('甲\n乙\n丙\n丁')
  })

  it('replaces half and forbidden characters and cuts what no cell can hold', async () => {
    expect(await oneCell('半\ud83d个\ufffe')).toBe('半\ufffd个\ufffd')
    const long = await oneCell('长'.repeat(40_000))
    expect(long).toHaveLength(32_767)
    expect(String(long).endsWith('…')).toBe(true)
  })

  it('makes days of a day column real dates, and leaves them text elsewhere', async () => {
    const rows: Cell[][] = [
      ['2026-12-05', '2026-12-05', null],
      ['待定', '2026-02-30', 1.5],
    ]
    const columns = [{ title: '时限', as: 'day' as const }, { title: '文号' }, { title: '数' }]
    const bytes = await write({ name: '表', columns, rows })
    expect((await readSheets(bytes))[0]?.rows.slice(1)).toEqual([
      ['2026-12-05', '2026-12-05'],
      ['待定', '2026-02-30', 1.5],
    ])
    const [raw] = (await readXlsx(bytes)).sheets
    expect(raw?.rows[1]?.[0]).toEqual(new Date('2026-12-05T00:00:00Z'))
    expect(raw?.rows[1]?.[1]).toBe('2026-12-05')
  })

  it('is the same bytes for the same table and time', async () => {
    const sheet = { name: '表', columns: [{ title: '甲' }], rows: [['乙']] }
    const [one, two] = [await write(sheet), await write(sheet)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
})

describe('a table as the office prints it', () => {
  it('is laid out for the printer: title, header on every page, landscape A3, choices', async () => {
    const columns = [
      { title: '姓名', width: 20 },
      { title: '岗位', choices: ['科员', '科长'] },
    ]
    const rows = [['李娜', '科长']]
    const bytes = await writeSheets(
      [{ name: '册', title: '花名册', columns, rows, landscape: true, paper: 'a3', freeze: 1 }],
      at,
    )
    const [sheet] = (await readXlsx(bytes)).sheets
    expect(sheet?.rows[0]?.[0]).toBe('花名册')
    expect(sheet?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }])
    expect(sheet?.freezePane).toMatchObject({ rows: 2, columns: 1 })
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 'a3',
      printTitlesRow: '$2:$2',
      printArea: '$A$1:$B$3',
    })
    expect(sheet?.dataValidations?.[0]).toMatchObject({ type: 'list', range: 'B3:B503' })
    expect(sheet?.headerFooter?.oddFooter).toContain('&P')
  })

  it('finds a lawful name for every tab', async () => {
    const wanted = [
      '台账[2026]:整改/巡察*?',
      '台账',
      '台账',
      "'",
      'History',
      '台账',
      '长'.repeat(40),
    ]
    const sheets = wanted.map((name) => ({ name, columns: [{ title: '甲' }], rows: [] }))
    const names = (await readSheets(await writeSheets(sheets, at))).map((sheet) => sheet.name)
    expect(new Set(names).size).toBe(wanted.length)
    expect(names).toContain('台账 2')
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })

  it('comes back without the empty lines and cells at its ends', async () => {
    const columns = [{ title: '甲' }, { title: '乙' }]
    const rows = [
      ['1', null],
      [null, null],
      [null, '2'],
      [null, null],
    ]
    expect(await roundTrip({ name: '表', columns, rows })).toEqual([
      ['甲', '乙'],
      ['1'],
      [],
      [null, '2'],
    ])
  })

  it('names more columns than the alphabet has letters', async () => {
    const columns = Array.from({ length: 60 }, (_, n) => ({ title: `列${n}`, choices: ['是'] }))
    const [header] = await roundTrip({ name: '表', columns, rows: [] })
    expect(header).toHaveLength(60)
  })
})

describe('a table of any length', () => {
  const columns = [
    { title: '事项', width: 40 },
    { title: '时限', as: 'day' as const },
  ]
  const rows = Array.from({ length: 501 }, (_, n) => [`第${n}件`, '2026-12-05'])

  it('keeps its lines in order under a header that stays in sight', async () => {
    const bytes = await long({ name: '台账', columns, rows, freeze: 1 })
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
    expect(sheet?.rows.slice(1).map(([title]) => title)).toEqual(rows.map(([title]) => title))
    expect(sheet?.freezePane).toMatchObject({ rows: 1, columns: 1 })
    expect(sheet?.cells?.get('0,0')?.style?.font?.bold).toBe(true)
    expect(sheet?.cells?.get('0,1')?.style?.fill).toBeDefined()
    for (const at of ['1,0', '501,0'])
      expect(sheet?.cells?.get(at)?.style?.font?.bold ?? false).toBe(false)
  })

  it('is given up once it weighs too much, however many lines are still to come', async () => {
    async function* endless() {
      for (let n = 0; ; n++)
        yield [[Array.from({ length: 500 }, (_, c) => (c * 7919 + n * 104729) % 9973).join('')]]
    }
    const heavy = writeLong({ name: '表', columns: [{ title: '甲' }] }, endless(), 100_000)
    await expect(heavy).rejects.toBeInstanceOf(TooHeavy)
  })
})

describe('a table that is too large', () => {
  const wide = (columns: number) => Array.from({ length: columns }, (_, n) => ({ title: `列${n}` }))

  it.each([
    ['行', wide(1), Array.from({ length: 20_001 }, (_, n) => [n])],
    ['列', wide(65), []],
  ])('in its number of %s is declined', async (what, columns, rows) => {
    const bytes = await writeSheets([{ name: '表', columns, rows }], at)
    const declined = await readSheets(bytes).catch((error: unknown) => error)
    expect(declined).toBeInstanceOf(Declined)
    expect((declined as Declined).code).toBe('E-SHEET-6')
    expect((declined as Declined).say).toContain(what)
  })

  it('in its number of tabs is declined', async () => {
    const sheets = Array.from({ length: 11 }, (_, n) => ({
      name: `${n}`,
      columns: wide(1),
      rows: [],
    }))
    await expect(readSheets(await writeSheets(sheets.slice(1), at))).resolves.toHaveLength(10)
    await expect(readSheets(await writeSheets(sheets, at))).rejects.toMatchObject({
      code: 'E-SHEET-6',
    })
  })
})
