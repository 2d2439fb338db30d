/** 领域: which matters are a meeting's business, and what holds one up there; said here once. */
import type { Matter } from '../matter/matter.ts'
import type { Series } from './series.ts'

/** The lead unit and the supporting units, whose matters make up the field. */
export const unitsOfField = ({ unit, support }: Pick<Series, 'unit' | 'support'>): number[] => [
  ...new Set([...(unit === null ? [] : [unit]), ...support]),
]

/** Decided there, or carried by a unit of its field; what a head assigned inside his own unit is not its business. */
export function isOfField(
  matter: Pick<Matter, 'series' | 'origin' | 'lead'>,
  series: Pick<Series, 'id' | 'unit' | 'support'>,
): boolean {
  if (matter.series === series.id) return true
  return matter.origin !== 'unit' && unitsOfField(series).includes(matter.lead)
}

/** What holds a matter up: suspended, a no that waits for an answer, or nobody who takes it. */
export type Block = '挂起' | '说不' | '待协调'

/** Why a matter cannot go on by its unit alone; null where it can. */
export function blockOf(matter: Pick<Matter, 'status' | 'refusal' | 'refused'>): Block | null {
  if (matter.status === 'suspended') return '挂起'
  if (matter.refusal?.outcome === 'open') return '说不'
  return matter.refused && matter.status === 'registered' ? '待协调' : null
}
