/** The table of a card: plain cells, pages of at most ten rows. */
import type { Table, TableColumn } from './displays.ts'
import type { Align, TagColor } from './parts.ts'
import { clean, cut, LIMIT, line } from './plain.ts'

/** What a cell may be: text, a number (a date in milliseconds), coloured tags, or open_ids. */
type TableValue = string | number | { text: string; color?: TagColor }[] | string[]

/** A table with pages of at most ten rows; it stands at the card's root only, and some clients show but three. */
export function table(of: {
  columns: {
    name: string
    label: string
    type?: 'text' | 'number' | 'date' | 'options' | 'persons'
    width?: string
    align?: Align
  }[]
  rows: { [name: string]: TableValue }[]
  pageSize?: number
}): Table {
  const names = new Set(of.columns.map((column) => column.name))
  return {
    tag: 'table',
    page_size: Math.min(10, Math.max(1, Math.trunc(of.pageSize ?? 10))),
    row_height: 'auto',
    header_style: { background_style: 'grey', text_color: 'grey', bold: false, lines: 1 },
    columns: of.columns.map(
      ({ name, label, type, width, align }): TableColumn => ({
        name,
        display_name: line(label, LIMIT.label),
        data_type: type ?? 'text',
        width: width ?? 'auto',
        ...(align && { horizontal_align: align }),
        ...(type === 'date' && { date_format: 'YYYY-MM-DD' }),
      }),
    ),
    rows: of.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([name]) => names.has(name))
          .map(([name, value]) => [name, cell(value)]),
      ),
    ),
  }
}

function cell(value: TableValue): TableValue {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return cut(clean(value), LIMIT.cell)
  return value.map((one) =>
    typeof one === 'string' ? one : { ...one, text: line(one.text, LIMIT.tag) },
  ) as TableValue
}
