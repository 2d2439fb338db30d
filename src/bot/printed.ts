/** 出件: files that are made as they go out. The letter keeps what stands on them; no turn waits for the writing (ADR 0026). */
import type { Instant } from '../domain/time/day.ts'
import type { Letter } from '../store/letter.ts'
import { Unkept } from '../store/unkept.ts'
import type { Leaf } from '../views/document.ts'
import { TooHeavy } from '../views/long-sheet.ts'
import type { Sheet } from '../views/sheet.ts'
import { type LedgerOrder, ledgerFile } from './ledger-file.ts'
import { Undelivered } from './message.ts'
import type { Office } from './office.ts'

/** The code of a letter whose file weighs more than the platform takes. */
export const TOO_HEAVY = 'too-heavy'

interface Unprinted {
  sheets?: Sheet[]
  at?: Instant
  leaf?: Leaf
}

/** The letter that brings tables as a file: `at` is the time they say they were made. */
export const sheetsFile = (name: string, sheets: readonly Sheet[], at: Instant) => ({
  kind: 'file' as const,
  body: { name, sheets, at },
})

/** The letter that brings a document as a file. */
export const documentFile = (name: string, leaf: Leaf) => ({
  kind: 'file' as const,
  body: { name, leaf },
})

/**
 * The file of a letter that carries none yet; undefined where it carries its own. `goesOn` is asked again and again
 * while it is made. Throws Undelivered: nothing was sent.
 */
export async function printed(
  office: Office,
  letter: Letter,
  goesOn: () => Promise<boolean>,
): Promise<Uint8Array | undefined> {
  const { sheets, at = 0, leaf } = letter.body as Unprinted
  try {
    if (sheets) return await office.press.print(sheets, at)
    if (leaf) return await office.press.write(leaf)
    if (letter.kind !== 'paper') return undefined
    return await ledgerFile(office, letter.body as LedgerOrder, goesOn)
  } catch (error) {
    if (error instanceof Unkept || error instanceof Undelivered) throw error
    if (error instanceof TooHeavy) throw new Undelivered('content', TOO_HEAVY)
    office.log.error({ err: error, key: letter.key }, 'print')
    throw new Undelivered('later', 'unprinted')
  }
}
