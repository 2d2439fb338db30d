/** The year counted again from the rows by plain arithmetic, without a line of the product's rules. */
import { disturbances } from './budget.ts'
import type { Fate } from './fate.ts'
import type { Ledger } from './ledger.ts'
import { countedRow, type MatterRow, rowDiffers } from './matter-recount.ts'
import { markIn } from './pending-recount.ts'
import type { Witness } from './witness.ts'

export interface Recount {
  /** Without those merged or withdrawn, and without what task forces had in hand. */
  matters: number
  bySource: Record<string, number>
  closed: number
  closedLate: number
  open: number
  /** Matters returned at least once; extensions granted; how often reopened and declined at signing. */
  returned: number
  extended: number
  reopened: number
  declined: number
  merged: number
  /** Of task forces: what they had in hand. */
  ofForces: number
  withdrawn: number
  finalRefusals: number
  /** In percent: closed on time of all closed; and closed of all that fell due. */
  onTimeOfClosed: number
  closedOfDue: number
  /** Unasked messages a person got on a working day on which he got any: the median and the most. */
  perDay: { median: number; most: number }
}

/** The figures, and where the ledger differs from what the fates demand. */
export async function recount(
  fates: readonly Fate[],
  ledger: Ledger,
  witness: Witness,
  now: number,
  quiet: boolean,
): Promise<{ figures: Recount; differing: string[] }> {
  const rows = (await ledger.rows<MatterRow>('select * from matters')).map(countedRow)
  const byMark = new Map<string, typeof rows>()
  for (const row of rows) {
    const mark = markIn(row.title)
    byMark.set(mark, [...(byMark.get(mark) ?? []), row])
  }
  const differing: string[] = []
  for (const fate of fates) {
    const born = fate.born <= now
    const found = byMark.get(fate.mark) ?? []
    if (found.length !== (born ? 1 : 0))
      differing.push(`${fate.mark}: ${found.length} matters, ${born ? 1 : 0} expected`)
    for (const row of found) differing.push(...rowDiffers(fate, row, now, quiet))
  }
  const ended = rows.filter((row) => ['merged', 'withdrawn'].includes(row.status))
  const lived = rows.filter((row) => !ended.includes(row) && row.from !== '交办')
  const closed = lived.filter((row) => row.closed !== null)
  const late = closed.filter((row) => handedIn(row) > row.due).length
  const due = lived.filter((row) => row.closed !== null || (row.due <= now && !row.rests)).length
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    lived.reduce((all, row) => all + of(row), 0)
  const figures: Recount = {
    matters: lived.length,
    bySource: bySource(lived.map((row) => row.from)),
    closed: closed.length,
    closedLate: late,
    open: lived.length - closed.length,
    returned: lived.filter((row) => row.returned > 0).length,
    extended: sum((row) => row.extended),
    reopened: sum((row) => row.reopened),
    declined: sum((row) => row.declines),
    ofForces: rows.filter((row) => row.from === '交办').length,
    merged: ended.filter((row) => row.status === 'merged').length,
    withdrawn: ended.filter((row) => row.status === 'withdrawn').length,
    finalRefusals: lived.filter((row) => row.refused === 'final').length,
    onTimeOfClosed: share(closed.length - late, closed.length),
    closedOfDue: share(closed.length, due),
    perDay: perDay(witness),
  }
  return { figures, differing }
}

function bySource(sources: string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const one of sources.sort()) found[one] = (found[one] ?? 0) + 1
  return found
}

const handedIn = (row: { asked: number | null; closed: number | null }): number =>
  row.asked ?? row.closed ?? 0

const share = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((part / whole) * 1000) / 10

/** The median and the most of what a person got on a day on which he got any. */
function perDay(witness: Witness): { median: number; most: number } {
  const sorted = [...disturbances(witness).values()].map((of) => of.length).sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 }
}
