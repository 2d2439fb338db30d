/** The journal's chains, followed from end to end, in the keeper's words. */
import type { Instant } from '../domain/time/day.ts'
import type { Link } from '../store/chain.ts'
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

/** Follows every chain, and before that reads the file itself from end to end; when its last line was written. */
export async function soundness(store: Store): Promise<HistoryState & { last?: Instant }> {
  const damage = await store.damage()
  if (damage !== undefined)
    return { objects: 0, lines: 0, broken: [{ object: 'file', what: damage }] }
  const last = await store.look((bound) => bound.journal.lastAt())
  return { ...(await verified(store)), ...(last === undefined ? {} : { last }) }
}

/** What a chain belongs to: 12号, 例会3, 每日封存 2026-11-23, 机关. */
export function objectName(object: string): string {
  const [kind, name = ''] = object.split(':')
  if (kind === 'matter') return `${name}号`
  if (kind === 'series') return `例会${name}`
  if (kind === 'checkpoint') return `每日封存 ${name}`
  return kind === 'file' ? '数据库文件' : '机关'
}

/** A matter's history as `历史 12 导出` writes it. */
export interface Exported {
  object: string
  formal: string
  rev: number
  head: string
  lines: (Link & { hash: string })[]
}

/** The value as such a file; undefined when it is none. */
export function exportedHistory(value: unknown): Exported | undefined {
  const file = value as Partial<Exported & { format: string }> | null
  if (file?.format !== 'duban-history-1' || !Array.isArray(file.lines)) return undefined
  const { object, formal, rev, head, lines } = file
  if (typeof object !== 'string' || typeof formal !== 'string') return undefined
  if (typeof rev !== 'number' || typeof head !== 'string') return undefined
  const isLine = (line: unknown) =>
    typeof line === 'object' && line !== null && typeof (line as Link).seq === 'number'
  return lines.every(isLine) ? { object, formal, rev, head, lines } : undefined
}
