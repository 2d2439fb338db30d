/** Whom a card names: an id the platform does not know makes the whole card fail (230099, 100290). */
import { components, isNode, type Node } from './card-tree.ts'

/** Whom a card names. */
export interface Named {
  /** open_ids and e-mail addresses that `<at>`, `<person>`, person and person_list name. */
  ids: string[]
  /** Whether the card mentions everybody. */
  all: boolean
}

const TAG = /<(?:at|person)\s+(?:ids?|email)\s*=\s*["']?([^"'>]*)["']?[^>]*>/g

/** Where `<at>` is read: tags of text, data types of table columns. */
const MARKED = new Set(['markdown', 'lark_md'])

/** Reads the people named in a card of schema 2.0; plain text names nobody. */
export function namedIn(card: unknown): Named {
  const ids: string[] = []
  for (const { node } of components(card)) {
    const { tag, content } = node
    if (MARKED.has(String(tag))) ids.push(...idsIn(content))
    if (tag === 'table') for (const cell of markedCells(node)) ids.push(...idsIn(cell))
    if (tag === 'person' && typeof node.user_id === 'string') ids.push(node.user_id)
    if (tag === 'person_list' && Array.isArray(node.persons))
      for (const person of node.persons) if (isNode(person)) ids.push(String(person.id))
  }
  return { ids: ids.filter((id) => id !== 'all'), all: ids.includes('all') }
}

function idsIn(content: unknown): string[] {
  if (typeof content !== 'string') return []
  return [...content.matchAll(TAG)].flatMap(([, list]) =>
    list!.split(',').map((id) => id.replace(/\/$/, '').trim()),
  )
}

function markedCells({ columns, rows }: Node): unknown[] {
  if (!Array.isArray(columns) || !Array.isArray(rows)) return []
  const names = columns
    .filter((column) => isNode(column) && MARKED.has(String(column.data_type)))
    .map(({ name }) => String(name))
  return rows.flatMap((row) => (isNode(row) ? names.map((name) => row[name]) : []))
}
