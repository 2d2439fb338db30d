/** A table of any length: written while its lines come, so that it takes the same room however many they are. */
import { type Cell, writtenCell } from './cell.ts'
import { type Sheet, tabName } from './sheet.ts'
import { bodyOf, header, WIDTH } from './sheet-look.ts'

/** All of a table but its lines. One tab; the stream knows neither a headline nor a page to print on. */
export type LongSheet = Pick<Sheet, 'name' | 'columns' | 'freeze'>

/** Lines as they come, some at a time. */
export type Lines = AsyncIterable<readonly (readonly Cell[])[]>

/** More than a file may weigh. */
export class TooHeavy extends Error {}

/** The bytes of an .xlsx workbook. Typed text never becomes a formula. Throws TooHeavy beyond `most` bytes. */
export async function writeLong(sheet: LongSheet, lines: Lines, most: number): Promise<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const { columns, freeze = 0 } = sheet
  // The package asks a column for its look at every line, the first of which is the header.
  let isHeader = true
  async function* cells() {
    isHeader = false
    for await (const some of lines)
      for (const line of some)
        yield columns.map((column, c) => writtenCell(line[c] ?? null, column.as === 'day'))
  }
  const stream = writeXlsxStream(cells(), {
    name: tabName(sheet.name),
    columns: columns.map((column) => ({
      header: String(writtenCell(column.title) ?? ''),
      width: column.width ?? WIDTH,
      get style() {
        return isHeader ? header : bodyOf(column)
      },
    })),
    freezePane: { rows: 1, columns: freeze },
  })
  const chunks: Uint8Array[] = []
  let weight = 0
  for await (const chunk of stream) {
    weight += chunk.length
    if (weight > most) throw new TooHeavy(`more than ${most} bytes`)
    chunks.push(chunk)
  }
  return joined(chunks, weight)
}

function joined(chunks: readonly Uint8Array[], weight: number): Uint8Array {
  const whole = new Uint8Array(weight)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
