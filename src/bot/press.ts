/** 印: what stands on a paper becomes a file. A port: a serving process has its press beside it (src/press.ts). */
import type { Instant } from '../domain/time/day.ts'
import { type Leaf, writeDocument } from '../views/document.ts'
import { type Lines, type LongSheet, writeLong } from '../views/long-sheet.ts'
import { type Sheet, writeSheets } from '../views/sheet.ts'

export interface Press {
  /** A paper as the office prints it; `at` is the time it says it was made. */
  print(sheets: readonly Sheet[], at: Instant): Promise<Uint8Array>
  /** A document, as a .docx. */
  write(leaf: Leaf): Promise<Uint8Array>
  /** A table of any length, its lines asked for while it is written. Throws TooHeavy beyond `most` bytes. */
  roll(sheet: LongSheet, lines: Lines, most: number): Promise<Uint8Array>
}

/** In the thread that asks, which stands still meanwhile: for tests and the keeper's line. */
export const handPress: Press = { print: writeSheets, write: writeDocument, roll: writeLong }
