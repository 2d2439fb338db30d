/** The year counted again from the rows by plain arithmetic, without a line of the product's rules. */
import { clockOf, dayOf } from './almanac.ts'
import { disturbances } from './budget.ts'
import type { Fate } from './fates.ts'
import type { Ledger } from './ledger.ts'
import type { Witness } from './witness.ts'

export interface Recount {
  matters: number
  closed: number
  closedLate: number
  open: number
  /** Closed on time of closed, in percent; and of all that fell due. */
  onTimeOfClosed: number
  onTimeOfDue: number
  /** Unasked messages a person got on a working day on which he got any: the median and the most. */
  perDay: { median: number; most: number }
}

interface Row {
  title: string
  status: string
  first_due: number
  due: number
  closing: string | null
  closed: number | null
}

/** The figures, and where the ledger differs from what the fates demand. */
export async function recount(
  fates: readonly Fate[],
  ledger: Ledger,
  witness: Witness,
  now: number,
): Promise<{ figures: Recount; differing: string[] }> {
  const rows = await ledger.rows<Row>(
    'select title, status, first_due, due, closing, closed from matters',
  )
  const byTitle = new Map<string, Row[]>()
  for (const row of rows) byTitle.set(row.title, [...(byTitle.get(row.title) ?? []), row])
  const differing: string[] = []
  for (const fate of fates) {
    const born = (fate.deeds[0]?.at ?? 0) <= now
    const found = byTitle.get(fate.title) ?? []
    if (found.length !== (born ? 1 : 0))
      differing.push(`${fate.title}: ${found.length} matters, ${born ? 1 : 0} expected`)
    for (const row of found)
      if (row.first_due !== fate.due)
        differing.push(`${fate.title}: due ${said(row.first_due)}, ${said(fate.due)} expected`)
  }
  const closed = rows.filter((row) => row.closed !== null)
  const late = closed.filter((row) => handedIn(row) > row.due).length
  const due = rows.filter((row) => row.closed !== null || row.due <= now).length
  const figures = {
    matters: rows.length,
    closed: closed.length,
    closedLate: late,
    open: rows.length - closed.length,
    onTimeOfClosed: share(closed.length - late, closed.length),
    onTimeOfDue: share(closed.length - late, due),
    perDay: perDay(witness),
  }
  return { figures, differing }
}

const handedIn = (row: Row): number =>
  row.closing ? (JSON.parse(row.closing) as { at: number }).at : (row.closed ?? 0)

const share = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10

const said = (instant: number): string => `${dayOf(instant)} ${clockOf(instant)}`

/** The median and the most of what a person got on a day on which he got any. */
function perDay(witness: Witness): { median: number; most: number } {
  const sorted = [...disturbances(witness).values()].map((of) => of.length).sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 }
}
