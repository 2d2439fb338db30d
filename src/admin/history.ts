/** The journal's chains, followed from end to end, in the keeper's words. */
import type { Broken } from '../store/journal.ts'
import type { Store } from '../store/open.ts'

export interface HistoryState {
  objects: number
  lines: number
  broken: Broken[]
}

/** Follows every chain of a database. */
export const verified = (store: Store): Promise<HistoryState> =>
  store.look((bound) => bound.journal.verify())

/** What a chain belongs to: 12号, 例会3, 每日封存 2026-11-23, 机关. */
export function objectName(object: string): string {
  const [kind, name = ''] = object.split(':')
  if (kind === 'matter') return `${name}号`
  if (kind === 'series') return `例会${name}`
  if (kind === 'checkpoint') return `每日封存 ${name}`
  return '机关'
}
