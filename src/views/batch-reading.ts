/** A week's list in a spreadsheet read line by line; what is merged, computed or secret is named by its line. */
import { Declined } from '../domain/declined.ts'
import { guardSecrets } from '../domain/guard/secrecy.ts'
import type { Cell } from './cell.ts'
import { guardRow, type OpenSheet } from './sheet.ts'

/** A line as it stands in the table: words only. */
export interface ListLine {
  line: number
  unit: string
  person: string
  title: string
  due: string
  supporters: string
  basis: string
}

export interface ListReading {
  lines: ListLine[]
  /** What must be put right before anything can be taken over. */
  findings: string[]
  /** Lines left out for good, because they must not be kept here. */
  left: string[]
  /** What was read in a certain way, to be looked at. */
  notes: string[]
}

const TITLES = {
  unit: ['责任单位', '承办单位', '主办单位', '牵头单位', '责任科室', '承办科室', '单位', '科室'],
  title: ['事项', '交办事项', '工作事项', '工作任务', '工作内容', '任务', '内容'],
  person: ['责任人', '承办人', '联系人'],
  due: ['办结时限', '完成时限', '时限', '截止时间', '完成时间', '交卷时间'],
  supporters: ['协办单位', '配合单位', '协办'],
  basis: ['依据', '来源依据', '交办依据', '来源'],
} as const

type Field = keyof typeof TITLES
const FIELDS = Object.keys(TITLES) as Field[]
const HEADER_WITHIN = 10
/** A week that hands out more is no list any more. */
const MOST_LINES = 200

/** Reads the first tab that has a unit's and a matter's column. */
export function readBatch(sheets: readonly OpenSheet[]): ListReading {
  const reading: ListReading = { lines: [], findings: [], left: [], notes: [] }
  for (const { name } of sheets) guardSecrets(name)
  const found = sheets
    .map((sheet) => ({ sheet, top: sheet.rows.slice(0, HEADER_WITHIN).findIndex(isHeader) }))
    .find(({ top }) => top >= 0)
  if (!found) {
    reading.findings.push('没有找到表头：至少要有“责任单位”和“事项”两列。')
    return reading
  }
  const { sheet, top } = found
  const header = (sheet.rows[top] ?? []).map(titleOf)
  const at = Object.fromEntries(FIELDS.map((field) => [field, columnOf(header, field)]))
  const filled = filledDown(sheet, top, header, reading)
  for (const [n, row] of filled.entries()) {
    if (n <= top || row.every((cell) => wordsOf(cell) === '')) continue
    const line = n + 1
    try {
      guardRow(row)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      reading.left.push(`第${line}行：${error.say}`)
      continue
    }
    const said = (field: Field) => wordsOf(row[at[field] ?? -1] ?? null)
    noteFormulas(sheet, n, at, header, reading)
    reading.lines.push({
      line,
      unit: said('unit'),
      person: said('person'),
      title: said('title'),
      due: said('due'),
      supporters: said('supporters'),
      basis: said('basis'),
    })
  }
  if (reading.lines.length + reading.left.length === 0)
    reading.findings.push('表头下面没有事项，请填写后再发。')
  if (reading.lines.length > MOST_LINES)
    reading.findings.push(
      `一次最多交办${MOST_LINES}件，表中有${reading.lines.length}件，请分开发。`,
    )
  return reading
}

/** What stands in a merged area of one column holds for each of its lines, and is named; across columns it holds nowhere else. */
function filledDown(
  { rows, merges }: OpenSheet,
  top: number,
  header: string[],
  { findings, notes }: ListReading,
): Cell[][] {
  const filled = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol, endCol } of merges) {
    if (endRow <= top) continue
    const where = `第${startRow + 1}至${endRow + 1}行“${header[startCol] ?? ''}”`
    if (startCol !== endCol || startRow <= top) {
      findings.push(`第${startRow + 1}行有跨列的合并单元格，请取消合并后逐格填写。`)
      continue
    }
    const value = rows[startRow]?.[startCol] ?? null
    for (let n = startRow; n <= endRow; n++) {
      const row = filled[n]
      if (row?.some((cell) => cell !== null)) {
        while (row.length <= startCol) row.push(null)
        row[startCol] = value
      }
    }
    notes.push(`${where}是合并单元格，每行都按“${wordsOf(value)}”读取，请核对。`)
  }
  return filled
}

/** A formula counts with what it showed; one that shows nothing yet must be replaced. */
function noteFormulas(
  { rows, formulas }: OpenSheet,
  n: number,
  at: Record<string, number>,
  header: string[],
  { findings, notes }: ListReading,
): void {
  for (const field of FIELDS) {
    const column = at[field] ?? -1
    if (!formulas.has(`${n},${column}`)) continue
    const value = wordsOf(rows[n]?.[column] ?? null)
    if (value === '' || value.startsWith('='))
      findings.push(`第${n + 1}行“${header[column]}”是没有结果的公式，请改成文字。`)
    else notes.push(`第${n + 1}行“${header[column]}”是公式，按显示的“${value}”读取，请核对。`)
  }
}

const columnOf = (header: readonly string[], field: Field): number =>
  header.findIndex((title) => (TITLES[field] as readonly string[]).includes(title))

const isHeader = (row: readonly Cell[]): boolean => {
  const titles = row.map(titleOf)
  return columnOf(titles, 'unit') >= 0 && columnOf(titles, 'title') >= 0
}

/** A column's title without spaces that centre it, its star and its hint in brackets. */
const titleOf = (cell: Cell): string => wordsOf(cell).replaceAll(/[\s*]|[(（].*$/gs, '')

const wordsOf = (cell: Cell): string =>
  String(cell ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
