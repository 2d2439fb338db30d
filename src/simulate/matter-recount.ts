/** One row of the ledger held against what was said of it: source, dates, steps, counts and state, all counted anew. */
import { at, clockOf, dayOf, plusWorkdays } from './almanac.ts'
import type { Fate, Source } from './fate.ts'

/** A row of the table of matters, as far as it is counted. */
export interface MatterRow {
  title: string
  source: string
  level: string
  status: string
  first_due: number
  due: number
  closing: string | null
  closed: number | null
  returned: number
  extended: number
  reopened: number
  sides: string | null
}

interface Sides {
  steps?: { name: string; due: number }[]
  declines?: number
  suspended?: object | null
  refusal?: {
    outcome: string
    since: number
    ended: number | null
    reply: string | null
    ground: string | null
  } | null
}

/** The row with what lies inside its columns. */
export function countedRow(row: MatterRow) {
  const sides = JSON.parse(row.sides ?? '{}') as Sides
  const { steps = [], declines = 0, refusal = null } = sides
  return {
    ...row,
    from: sourceOf(row, refusal !== null),
    asked: row.closing ? (JSON.parse(row.closing) as { at: number }).at : null,
    rests: Boolean(sides.suspended),
    ...{ steps, declines, refusal },
    refused: refusal?.outcome,
  }
}

type Counted = ReturnType<typeof countedRow>

function sourceOf({ source }: MatterRow, refused: boolean): Source | string {
  if (source === '窗口') return refused ? '说不' : '窗口'
  return source === '例会' ? '议定' : source
}

/** Where a row differs from its fate; of a year with troubles only what no delay can change. */
export function rowDiffers(fate: Fate, row: Counted, now: number, quiet: boolean): string[] {
  const said = fate.deeds.filter((deed) => deed.at <= now && !deed.declined)
  const times = (pattern: RegExp) => said.filter(({ say }) => pattern.test(say)).length
  const differ = (what: string, is: unknown, expected: unknown) =>
    is === expected ? [] : [`${fate.mark}: ${what} ${is}, ${expected} expected`]
  const merged = times(/^并项/) > 0
  const dates = [
    ...(merged ? [] : differ('due', when(row.first_due), when(fate.due))),
    ...fate.steps.flatMap(({ name, due }) =>
      differ(name, when(row.steps.find((step) => step.name === name)?.due), when(due)),
    ),
    ...differ('level', row.level, fate.level),
  ]
  if (!quiet) return dates
  return [
    ...dates,
    ...(fate.source === '说不' && times(/^说不/) === 0
      ? []
      : differ('source', row.from, fate.source)),
    ...differ('returned', row.returned, times(/^退回/)),
    ...differ('extended', row.extended, grants(said)),
    ...differ('reopened', row.reopened, times(/^(?:重办|回访 \{n\} 不满意)/)),
    ...differ('declined at signing', row.declines, times(/^退签/)),
    ...differ('state', stateOf(row), expectedState(said)),
    ...late(fate, row),
  ]
}

const when = (instant: number | undefined) =>
  instant === undefined ? 'none' : `${dayOf(instant)} ${clockOf(instant)}`

/** The word of the head only passes a request on. */
const grants = (said: Fate['deeds']): number =>
  said.filter(({ say }, i) => {
    const next = said[i + 1]?.say ?? ''
    return /^同意 \{n\} 延期/.test(say) && !/^(?:同意 \{n\} 延期|不准延)/.test(next)
  }).length

const stateOf = ({ status, closed }: MatterRow): string =>
  ['merged', 'withdrawn', 'suspended'].includes(status) ? status : closed ? 'closed' : 'open'

/** How it stands after the last sentence that ends or rests it. */
function expectedState(said: Fate['deeds']): string {
  let state = 'open'
  for (const [i, { say }] of said.entries()) {
    if (say.startsWith('销号')) state = 'closed'
    else if (/^(?:重办|回访 \{n\} 不满意|恢复|到复核日)/.test(say)) state = 'open'
    else if (say.startsWith('挂起')) state = 'suspended'
    else if (say.startsWith('并项')) state = 'merged'
    else if (said[i - 1]?.say.startsWith('撤项') && say.startsWith('同意')) state = 'withdrawn'
  }
  return state
}

/** 说不: two working days for all rungs, and a final one has its ground and its answer (domain.md B.6, F9). */
function late({ mark }: Fate, { refusal }: Counted): string[] {
  if (!refusal) return []
  const until = at(plusWorkdays(dayOf(refusal.since), 2), '18:00')
  const found = (refusal.ended ?? 0) > until ? [`${mark}: 说不 lasted longer than two days`] : []
  if (refusal.outcome !== 'final' || (refusal.ground && refusal.reply)) return found
  return [...found, `${mark}: a final 说不 without ground or answer`]
}
