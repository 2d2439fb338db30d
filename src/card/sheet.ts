/** A card laid out flat, so that rules can look at every component, text object and size at once. */
import type { Report } from './findings.ts'
import { at, isObject, listOf, objectOf, type Unknown } from './json.ts'

/** A component and where it stands. */
export interface Part {
  tag: string
  element: Unknown
  path: string
  /** 1 at the root of the body; columns are no level of their own. */
  depth: number
  /** The form around it. */
  form: Unknown | undefined
}

/** What a rule gets. */
export interface Sheet {
  card: Unknown
  parts: Part[]
  report: Report
}

/** Attributes whose contents are ours or the chart library's, not the card's. */
const FOREIGN = new Set(['chart_spec', 'value', 'rows', 'fallback'])

/** Tags that are no elements: pictures in front of text. */
const ICONS = new Set(['standard_icon', 'custom_icon'])

/** Every component of the body, containers before what they hold. */
export function partsOf(card: Unknown): Part[] {
  const parts: Part[] = []
  const rest = children(objectOf(card.body), 'body', 1, undefined).reverse()
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { element, path, depth } = next
    const tag = typeof element.tag === 'string' ? element.tag : ''
    parts.push({ ...next, tag })
    const form = tag === 'form' ? element : next.form
    const inner =
      tag === 'column_set'
        ? listOf(element.columns).flatMap((column, i) =>
            children(objectOf(column), `${path}.columns[${i}]`, depth + 1, form),
          )
        : children(element, path, depth + 1, form)
    for (const one of inner.reverse()) rest.push(one)
  }
  return parts
}

function children(
  holder: Unknown,
  path: string,
  depth: number,
  form: Unknown | undefined,
): Omit<Part, 'tag'>[] {
  return listOf(holder.elements).map((element, i) => ({
    element: objectOf(element),
    path: `${path}.elements[${i}]`,
    depth,
    form,
  }))
}

/** Visits every object of the card but those inside charts, callback values and table rows. */
export function eachObject(card: unknown, visit: (object: Unknown, path: string) => void): void {
  const rest: { value: unknown; path: string }[] = [{ value: card, path: '' }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path } = next
    if (isObject(value)) {
      visit(value, path)
      for (const key of Object.keys(value).reverse())
        if (!FOREIGN.has(key)) rest.push({ value: value[key], path: at(path, key) })
    } else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--)
        rest.push({ value: value[i], path: `${path}[${i}]` })
    }
  }
}

/** How many elements the platform counts in a card: components, columns, text objects and tags; 200 are allowed. */
export function countElements(card: unknown): number {
  let count = 0
  eachObject(card, ({ tag }) => {
    if (typeof tag === 'string' && !ICONS.has(tag)) count++
  })
  return count
}

/** The card's size as it travels, in bytes of UTF-8 JSON; 30 KB (30720) are allowed. */
export function byteSize(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card) ?? '')
}
