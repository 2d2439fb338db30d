/** The rows of a table against its columns. */
import { at, isObject, listOf, objectOf, own, show, type Unknown } from '../json.ts'
import type { Sheet } from '../sheet.ts'
import { TAG_COLORS } from './words.ts'

type Test = (cell: unknown) => boolean

const text: Test = (cell) => ['string', 'number', 'boolean'].includes(typeof cell)
const number: Test = (cell) => typeof cell === 'number'
const strings: Test = (cell) =>
  typeof cell === 'string' || (Array.isArray(cell) && cell.every((id) => typeof id === 'string'))

/** A tag: its text, and a colour of the list. */
const tag: Test = (cell) =>
  isObject(cell) &&
  typeof cell.text === 'string' &&
  (cell.color === undefined || TAG_COLORS.includes(cell.color as string)) &&
  Object.keys(cell).every((key) => key === 'text' || key === 'color')

/** What a cell may hold, by the column's data_type (表格: data_type 字段说明). */
const CELLS: { [type: string]: Test } = {
  text,
  lark_md: text,
  markdown: text,
  number,
  date: number,
  persons: strings,
  options: (cell) => typeof cell === 'string' || (Array.isArray(cell) && cell.every(tag)),
}

/** Column names are unique, and rows name known columns and hold what those take. */
export function checkTableRows({ parts, report }: Sheet): void {
  for (const part of parts) {
    if (part.tag !== 'table') continue
    const types = new Map<unknown, unknown>()
    listOf(part.element.columns).forEach((column, i) => {
      const { name, data_type: type } = objectOf(column)
      if (types.has(name))
        report.error(
          'table-column-unique',
          `${part.path}.columns[${i}].name`,
          `列 ${show(name)} 重复`,
        )
      types.set(name, type)
    })
    const rows = listOf(part.element.rows)
    rows.forEach((row, i) => {
      const path = `${part.path}.rows[${i}]`
      if (isObject(row)) checkRow(row, path, types, rows, report)
      else report.error('type', path, '应为对象')
    })
  }
}

function checkRow(
  row: Unknown,
  path: string,
  types: Map<unknown, unknown>,
  rows: unknown[],
  report: Sheet['report'],
): void {
  for (const [key, cell] of Object.entries(row)) {
    const type = types.get(key)
    if (!types.has(key)) checkStranger(key, at(path, key), rows, report)
    // What is no type at all was told where the column stands.
    else if (typeof type !== 'string' || cell === null || cell === '') continue
    else if (own(CELLS, type)?.(cell) === false)
      report.error('table-cell', at(path, key), `${show(cell)} 与列类型 ${type} 不符`)
  }
}

/** A key that all rows carry is a column left out on purpose (an official sample does so); else it is a slip. */
function checkStranger(key: string, path: string, rows: unknown[], report: Sheet['report']): void {
  const everywhere = rows.length > 1 && rows.every((row) => Object.hasOwn(objectOf(row), key))
  if (everywhere) report.warning('table-row', path, `没有名为 ${show(key)} 的列，该值不会显示`)
  else report.error('table-row', path, `没有名为 ${show(key)} 的列`)
}
