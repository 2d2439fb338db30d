/** What a table looks like on paper: ruled, the header grey and bold, long texts in several lines. */
import type { CellStyle } from 'hucre/xlsx'

/** Of a column that names none, in characters. */
export const WIDTH = 14

const border = { style: 'thin', color: { rgb: '808080' } } as const
const framed = { top: border, right: border, bottom: border, left: border }
const body: CellStyle = { alignment: { vertical: 'center', wrapText: true }, border: framed }
const dayBody: CellStyle = { ...body, numFmt: 'yyyy-mm-dd' }

/** The cells of a column. */
export const bodyOf = ({ as }: { as?: 'day' }): CellStyle => (as === 'day' ? dayBody : body)

/** The columns' titles. */
export const header: CellStyle = {
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: framed,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  font: { bold: true },
}

/** The line above them. */
export const headline: CellStyle = {
  alignment: { horizontal: 'center', vertical: 'center' },
  font: { bold: true, size: 16 },
}
