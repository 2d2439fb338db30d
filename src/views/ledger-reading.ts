/** An exported ledger read back after somebody worked on it: only the columns that the 督查室 may put right. */
import { instantAt, isDay } from '../domain/time/day.ts'
import type { Cell } from './cell.ts'
import { VERSIONS } from './ledger-sheet.ts'
import type { ReadSheet } from './sheet.ts'

/** A line of the paper as it was read. */
export interface LedgerRow {
  /** The line of the file, from 1. */
  line: number
  formal: string
  /** The version that was printed; undefined when it was lost. */
  rev: number | undefined
  title: string
  basis: string
  handler: string
  /** `2026-12-05 18:00`, or the day alone. */
  due: string
  unit: string
}

export interface LedgerReading {
  rows: LedgerRow[]
  /** What is wrong with the file, in words with the line. */
  findings: string[]
}

const NEEDED = ['编号', '事项', '来源依据', '责任人', '办结时限'] as const

/** Reads the first tab that has the ledger's header. */
export function readLedger(sheets: readonly ReadSheet[]): LedgerReading {
  const sheet = sheets.find((one) => one.rows.some(isHeader))
  if (!sheet)
    return {
      rows: [],
      findings: [`没有找到台账的表头（${NEEDED.join('、')}），请用导出的表格修改。`],
    }
  const top = sheet.rows.findIndex(isHeader)
  const header = (sheet.rows[top] ?? []).map(said)
  const twice = NEEDED.filter((title) => header.indexOf(title) !== header.lastIndexOf(title))
  if (twice.length > 0) return { rows: [], findings: [`表头有重复的栏目：${twice.join('、')}。`] }
  const at = (row: readonly Cell[], title: string) => said(row[header.indexOf(title)] ?? null)
  const versions = versionsIn(sheets)
  const findings: string[] = []
  const rows: LedgerRow[] = []
  const seen = new Map<string, number>()
  for (const [n, row] of sheet.rows.entries()) {
    const formal = at(row, '编号')
    if (n <= top || row.every((cell) => said(cell) === '')) continue
    const line = n + 1
    const before = seen.get(formal)
    if (formal === '') findings.push(`第${line}行没有编号，台账不在表格里新增事项，请说“交办”。`)
    else if (before !== undefined) findings.push(`第${line}行与第${before}行编号相同：${formal}。`)
    seen.set(formal, line)
    rows.push({
      line,
      formal,
      rev: versions.get(formal) ?? numberIn(row[header.indexOf(VERSIONS)]),
      title: at(row, '事项'),
      basis: at(row, '来源依据'),
      handler: at(row, '责任人'),
      due: at(row, '办结时限'),
      unit: at(row, '责任单位'),
    })
  }
  return { rows, findings }
}

const isHeader = (row: readonly Cell[]): boolean =>
  NEEDED.every((title) => row.some((cell) => said(cell) === title))

const said = (cell: Cell): string => (cell === null ? '' : String(cell).trim())

const numberIn = (cell: Cell | undefined): number | undefined =>
  typeof cell === 'number' ? cell : undefined

function versionsIn(sheets: readonly ReadSheet[]): Map<string, number> {
  const rows = sheets.find((one) => one.name === VERSIONS)?.rows ?? []
  return new Map(
    rows.flatMap(([formal = null, rev]) =>
      typeof rev === 'number' ? [[said(formal), rev] as const] : [],
    ),
  )
}

/** The moment of a date as the paper writes it; `clock` where it names none. */
export function dueIn(text: string, clock: string): number | undefined {
  const hit =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+(\d{1,2}):(\d{2})(?::\d{2})?)?$/.exec(text)
  if (!hit) return undefined
  const [, year, month = '', date = '', hour, minute] = hit
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined
  return instantAt(day, hour === undefined ? clock : `${hour}:${minute}`)
}
