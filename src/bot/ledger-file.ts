/** 台账 as a file: read slice by slice while it is written, all of it as it stood when it was begun. */
import type { Wanted } from '../store/ledger.ts'
import type { Bound } from '../store/store.ts'
import { ledgerSheet, longLedger, longRow, versionsSheet } from '../views/ledger-sheet.ts'
import type { Lines } from '../views/long-sheet.ts'
import type { Seen } from '../views/seen.ts'
import { Undelivered } from './message.ts'
import type { Office } from './office.ts'

/** What the letter keeps: the list as the store is asked, within what the asker may know. */
export interface LedgerOrder {
  name: string
  title: string
  wanted: Wanted
}

/** What an office prints: beyond that a list is worked on at the screen, and is written without a page layout. */
const PRINTED = 2000
/** Matters read at once: few enough that nobody who speaks meanwhile has to wait. */
const SLICE = 100
/** The platform takes no larger file from a bot (im-v1/file/create). */
const LARGEST = 30 * 1024 * 1024

/** The bytes of the paper. Stops where `goesOn` says no; throws TooHeavy for what the platform would not take. */
export async function ledgerFile(
  office: Office,
  { title, wanted }: LedgerOrder,
  goesOn: () => Promise<boolean>,
): Promise<Uint8Array> {
  const directory = await office.store.look((store) => office.directory(store))
  const seen = { directory, calendar: office.calendar(), now: office.now() }
  return office.store.survey(async (store) => {
    const few = []
    for await (const some of slices(store, wanted, goesOn)) {
      few.push(...some)
      if (few.length > PRINTED) break
    }
    if (few.length <= PRINTED)
      return office.press.print([ledgerSheet(title, few, seen), versionsSheet(few)], seen.now)
    return office.press.roll(longLedger, linesOf(slices(store, wanted, goesOn), seen), LARGEST)
  })
}

/** The list in its order; between two slices others are heard. */
async function* slices(store: Bound, wanted: Wanted, goesOn: () => Promise<boolean>) {
  for await (const some of store.ledger.walk(wanted, SLICE)) {
    if (!(await goesOn())) throw new Undelivered('later', 'taken-over')
    yield some
    await new Promise((done) => setImmediate(done))
  }
}

async function* linesOf(matters: ReturnType<typeof slices>, seen: Seen): Lines {
  let n = 0
  for await (const some of matters) yield some.map((matter) => longRow(matter, ++n, seen))
}
