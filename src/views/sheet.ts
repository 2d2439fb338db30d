/** Tables for people who live in Excel and WPS: written as the office prints them, and read back. */
import type { CellValue, WriteSheet, Cell as WrittenCell } from 'hucre/xlsx'
import { Declined } from '../domain/declined.ts'
import { guardSecrets } from '../domain/guard/secrecy.ts'
import type { Instant } from '../domain/time/day.ts'
import { type Cell, readCell, writtenCell } from './cell.ts'
import { bodyOf, header, headline, WIDTH } from './sheet-look.ts'
import { refuseUnfit } from './upload.ts'

export interface Column {
  title: string
  /** In characters of the default font; a Chinese character takes two. */
  width?: number
  /** Days of this column become real dates of the spreadsheet; elsewhere they stay text. */
  as?: 'day'
  /** What the drop-down list of the column offers; other text may still be typed. */
  choices?: readonly string[]
}

export interface Sheet {
  /** The tab's name; what a tab may not carry is replaced. */
  name: string
  /** A line over the whole width above the header. */
  title?: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  landscape?: boolean
  paper?: 'a3' | 'a4'
  /** How many columns stay in sight when one scrolls sideways; the header always does. */
  freeze?: number
}

/** A visible tab as it was read: `rows[0]` is line 1; trailing empty lines and cells are gone. */
export interface ReadSheet {
  name: string
  rows: Cell[][]
}

/** A tab with what a person must look at; nothing of it has been looked through for secrets yet. */
export interface OpenSheet extends ReadSheet {
  /** Cells that a formula computes, `line,column` from 0. */
  formulas: ReadonlySet<string>
  /** Merged areas, from 0. */
  merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[]
}

const MOST_SHEETS = 10
const MOST_ROWS = 20_000
const MOST_COLUMNS = 64
const MOST_TEXT = 20_000_000
/** One line and one column more than we take, so that a table that goes on beyond is noticed. */
const WINDOW = 'A1:BM20001'
/** Rows below the last one that still offer the drop-down list, for those who fill in a template. */
const ROOM_TO_FILL = 500

/** The bytes of an .xlsx workbook; `at` is the time it says it was made. Typed text never becomes a formula. */
export async function writeSheets(sheets: readonly Sheet[], at: Instant): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const names = new Set<string>()
  const modified = new Date(at)
  return writeXlsx({
    sheets: sheets.map((sheet) => laidOut(sheet, tabName(sheet.name, names))),
    properties: { created: modified, modified },
  })
}

/**
 * The visible tabs of an uploaded .xlsx: formulas as their last value (else as text), a merged area's value in
 * its first cell, dates as days. Throws Declined, with what to do, for anything else than a sound workbook.
 */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheet[]> {
  const sheets = await openSheets(bytes)
  for (const { name, rows } of sheets) guardRows(name, rows)
  return sheets.map(({ name, rows }) => ({ name, rows }))
}

/** The same for a reader who looks through every line himself, with `guardRow`, before he keeps any. */
export async function openSheets(bytes: Uint8Array): Promise<OpenSheet[]> {
  refuseUnfit(bytes)
  let visible = 0
  const { readXlsx } = await import('hucre/xlsx')
  const book = await readXlsx(bytes, {
    range: WINDOW,
    sheets: (tab) => !tab.hidden && !tab.veryHidden && ++visible <= MOST_SHEETS,
  }).catch((cause: unknown) => {
    // The bytes came from outside: whatever the parser stumbles over is the file's fault, not ours.
    const no = new Declined(
      'E-SHEET-5',
      '文件打不开，可能已损坏，请在 Excel 或 WPS 中另存为 .xlsx 后再发',
    )
    no.cause = cause
    throw no
  })
  if (visible > MOST_SHEETS) throw tooMuch(`工作表多于${MOST_SHEETS}个`)
  let text = 0
  return book.sheets.map(({ name, rows, cells, merges = [] }) => {
    const read = trimmed(
      rows.map((row, r) =>
        row.map((value, c) => readCell(value ?? asText(cells?.get(`${r},${c}`)?.formula))),
      ),
    )
    if (read.length > MOST_ROWS) throw tooMuch(`“${name}”多于${MOST_ROWS}行`)
    for (const row of read) {
      if (row.length > MOST_COLUMNS) throw tooMuch(`“${name}”多于${MOST_COLUMNS}列`)
      for (const cell of row) text += typeof cell === 'string' ? cell.length : 0
    }
    if (text > MOST_TEXT) throw tooMuch('文字过多')
    const formulas = [...(cells ?? [])].flatMap(([at, { formula }]) => (formula ? [at] : []))
    return { name, rows: read, formulas: new Set(formulas), merges }
  })
}

/** Text and whole numbers; a fraction's digits are no card's. */
const isWritten = (cell: Cell): boolean => typeof cell === 'string' || Number.isSafeInteger(cell)

/** What must not be kept comes in by no table either: the tab's name and each line are looked through. */
function guardRows(name: string, rows: readonly Cell[][]): void {
  guardSecrets(name)
  for (const [r, row] of rows.entries())
    try {
      guardRow(row)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      throw new Declined(error.code, `“${name}”第${r + 1}行：${error.say}`)
    }
}

/** Declines a line with what must not be kept. A full stop parts the cells: digits of two are not one number. */
export const guardRow = (row: readonly Cell[]): void =>
  guardSecrets(row.filter(isWritten).join('。'))

function laidOut(sheet: Sheet, name: string): WriteSheet {
  const { columns } = sheet
  const top = sheet.title === undefined ? 0 : 1
  const last = columns.length - 1
  const cells = new Map<string, Partial<WrittenCell>>()
  const rows: CellValue[][] = [columns.map((column) => writtenCell(column.title))]
  columns.forEach((_, c) => {
    cells.set(`${top},${c}`, { style: header })
  })
  if (sheet.title !== undefined) {
    rows.unshift([writtenCell(sheet.title), ...columns.slice(1).map(() => null)])
    columns.forEach((_, c) => {
      cells.set(`0,${c}`, { style: headline })
    })
  }
  for (const row of sheet.rows)
    rows.push(columns.map((column, c) => writtenCell(row[c] ?? null, column.as === 'day')))
  const end = `${letter(last)}$${rows.length}`
  return {
    name,
    rows,
    cells,
    columns: columns.map((column) => ({ width: column.width ?? WIDTH, style: bodyOf(column) })),
    freezePane: { rows: top + 1, columns: sheet.freeze ?? 0 },
    ...(top && last > 0 ? { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }] } : {}),
    dataValidations: columns.flatMap(({ choices }, c) =>
      choices
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              showErrorMessage: false,
              range: `${letter(c)}${top + 2}:${letter(c)}${rows.length + ROOM_TO_FILL}`,
            },
          ]
        : [],
    ),
    pageSetup: {
      paperSize: sheet.paper ?? 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${top + 1}:$${top + 1}`,
      printArea: `$A$1:$${end}`,
    },
    headerFooter: { oddFooter: '&C第&P页，共&N页' },
  }
}

/** A formula that was never calculated. */
const asText = (formula: string | undefined) => (formula ? `=${formula}` : null)

function trimmed(rows: Cell[][]): Cell[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1)
}

/** A tab's name as Excel takes it: 31 characters, none of `[]:*?/\`, no outer apostrophe, each but once. */
export function tabName(wanted: string, taken = new Set<string>()): string {
  const plain = wanted.replaceAll(/[[\]:*?/\\\p{Cc}\p{Surrogate}]/gu, ' ').slice(0, 27)
  const stem = plain.replaceAll(/^[' ]+|[' \ud800-\udbff]+$/g, '') || '工作表'
  const names = Array.from({ length: taken.size + 2 }, (_, n) => (n ? `${stem} ${n + 1}` : stem))
  const name = names.find((one) => !taken.has(one.toLowerCase()) && !/^history$/i.test(one)) ?? stem
  taken.add(name.toLowerCase())
  return name
}

/** The letters of a column, A for 0. */
function letter(index: number): string {
  return (
    (index > 25 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
  )
}

const tooMuch = (what: string) => new Declined('E-SHEET-6', `表格过大：${what}，请拆分后再发`)
