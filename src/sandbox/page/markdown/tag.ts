import { safeUrl } from '../url.ts'
import type { Inline } from './tree.ts'

/** A tag of the platform's own; everything else in angle brackets is text. */
const OPEN =
  /<(br|hr|font|text_tag|at|person|number_tag|local_datetime|a|link|raw)((?:\s[^<>]{0,1000})?)\s*\/?>/y

/** Reads a tag at `at`; `read` reads what stands inside it. Undefined when there is none. */
export function tagAt(
  text: string,
  at: number,
  read: (inside: string) => Inline[],
): { piece: Inline | undefined; length: number } | undefined {
  OPEN.lastIndex = at
  const opening = OPEN.exec(text)
  if (!opening) return undefined
  const [whole, name = '', rest = ''] = opening
  if (name === 'br') return { piece: { kind: 'break' }, length: whole.length }
  if (name === 'hr') return { piece: { kind: 'rule' }, length: whole.length }
  const closing = `</${name}>`
  const end = text.indexOf(closing, at + whole.length)
  // A number or a mention may stand without its end; a colour without end colours nothing.
  const body = end < 0 ? '' : text.slice(at + whole.length, end)
  const length = end < 0 ? whole.length : end + closing.length - at
  return { piece: pieceOf(name, attributes(rest), body, read), length }
}

function pieceOf(
  name: string,
  given: Map<string, string>,
  body: string,
  read: (inside: string) => Inline[],
): Inline | undefined {
  switch (name) {
    case 'font':
      return { kind: 'font', colour: given.get('color') ?? '', inside: read(body) }
    case 'text_tag':
      return { kind: 'tag', colour: given.get('color') ?? '', inside: read(body) }
    case 'at':
      return { kind: 'at', ids: idsOf(given.get('id') ?? given.get('ids') ?? given.get('email')) }
    case 'person':
      return { kind: 'person', ids: idsOf(given.get('id')) }
    case 'number_tag':
      return { kind: 'number', text: body.trim() }
    case 'local_datetime': {
      const at = Number(given.get('millisecond'))
      return { kind: 'time', at, format: given.get('format_type') ?? '' }
    }
    case 'raw':
      return { kind: 'text', text: body }
    default: {
      const href = safeUrl(given.get('href') || given.get('url') || body)
      if (href) return { kind: 'link', href, inside: read(body || href) }
      return { kind: 'text', text: body }
    }
  }
}

function attributes(rest: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of rest.matchAll(
    /([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g,
  ))
    found.set(name, double ?? single ?? bare ?? '')
  return found
}

function idsOf(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((id) => id.trim() || [])
}
