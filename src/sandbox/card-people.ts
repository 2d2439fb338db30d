/** Whom a card names: an id the platform does not know makes the whole card fail (230099, 100290). */
import { components, isNode } from './card-tree.ts'

interface Named {
  /** open_ids and e-mail addresses that `<at>`, `<person>`, person and person_list name. */
  ids: string[]
  /** Whether the card mentions everybody. */
  all: boolean
}

const TAG = /<(?:at|person)\s+(id|ids|email)\s*=\s*["']?([^"'>]*?)["']?\s*\/?>/g

/** Reads the people named in a card of schema 2.0; plain text names nobody. */
export function namedIn(card: unknown): Named {
  const ids: string[] = []
  for (const { node } of components(card)) {
    const { tag, content } = node
    if ((tag === 'markdown' || tag === 'lark_md') && typeof content === 'string')
      for (const [, , list] of content.matchAll(TAG))
        ids.push(...list!.split(',').map((id) => id.trim()))
    if (tag === 'person' && typeof node.user_id === 'string') ids.push(node.user_id)
    if (tag === 'person_list' && Array.isArray(node.persons))
      for (const person of node.persons) if (isNode(person)) ids.push(String(person.id))
  }
  return { ids: ids.filter((id) => id !== 'all'), all: ids.includes('all') }
}
